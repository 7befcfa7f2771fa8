"""Multipliers of a table in pymrio: what `milepost table multipliers` answers.

    python pymrio_multipliers.py TABLE [--read]

Reads Milepost's CSV with pandas' C reader and computes the whole system with `calc_all`; with --read it only reads.
Prints the seconds of both, and figures to compare.
"""

import sys
import time

import pandas as pd

path = sys.argv[1]
began = time.perf_counter()
frame = pd.read_csv(path, index_col=0, engine="c")
print(f"read\t{time.perf_counter() - began}")
if "--read" in sys.argv:
    sys.exit()

import pymrio

sectors = [name for name in frame.index if name in frame.columns]
labels = pd.MultiIndex.from_product([["region"], sectors], names=["region", "sector"])
Z = pd.DataFrame(frame.loc[sectors, sectors].to_numpy(), index=labels, columns=labels)
demand = pd.MultiIndex.from_tuples([("region", "export")], names=["region", "category"])
Y = pd.DataFrame(frame.loc[sectors, ["export"]].to_numpy(), index=labels, columns=demand)
added = pd.DataFrame(frame.loc[["value_added"], sectors].to_numpy(), index=["value_added"], columns=labels)
system = pymrio.IOSystem(Z=Z, Y=Y, value_added={"name": "value added", "F": added})
began = time.perf_counter()
system.calc_all()
projected = system.L @ (Y * 1.05)
print(f"solve\t{time.perf_counter() - began}")
print(f"multiplier\t{system.L.iloc[:, 0].sum()}")
print(f"output\t{projected.iloc[0, 0] / system.x.iloc[0, 0]}")
