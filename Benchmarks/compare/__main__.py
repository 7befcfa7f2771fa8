"""The whole comparison of Milepost with what people use today, on this machine, in one run.

    python3 Benchmarks/compare [PART …]

Parts: ensemble, small, wide, tables, memory, output, scaling; all by default. BENCH_QUICK=1 takes a minute,
BENCH_LARGE=1 adds the table of 10,000 sectors.
"""

import os
import sys
import time

import ensemble
import environment
import memory
import output
import peaks
import scaling
import small_runs
import tables
import wide
from places import CORES, QUICK, RESULTS, WORK
from report import Report

PARTS = ["ensemble", "small", "wide", "tables", "memory", "output", "scaling"]


def main(wanted):
    unknown = [part for part in wanted if part not in PARTS]
    if unknown:
        sys.exit(f"unknown part {unknown[0]}; expected some of {', '.join(PARTS)}")
    began = time.perf_counter()
    WORK.mkdir(parents=True, exist_ok=True)
    load = os.getloadavg()[0]
    print(f"{CORES} cores; load {load:.1f}" + (": other work runs, expect noise" if load > 0.5 else ""))
    python = environment.python()
    report = Report()
    found = peaks.measure(report, python)
    steps = {
        "ensemble": lambda: ensemble.measure(report, python, found),
        "small": lambda: small_runs.measure(report, python),
        "wide": lambda: wide.measure(report, found),
        "tables": lambda: tables.measure(report, python),
        "memory": lambda: memory.measure(report),
        "output": lambda: output.measure(report),
        "scaling": lambda: scaling.measure(report, found),
    }
    for part in wanted or PARTS:
        try:
            steps[part]()
        except (RuntimeError, OSError) as error:
            report.note(f"{part}: not measured. {error}")
    report.show()
    report.write()
    print(f"\nMedians, ranges in parentheses{', quick' if QUICK else ''}. "
          f"CSV in {RESULTS}. {time.perf_counter() - began:.0f} s in all.")


if __name__ == "__main__":
    main(sys.argv[1:])
