"""How time grows with members, sectors, units, years and threads."""

from math import log
from pathlib import Path

import limit
from measure import Series, run
from places import CORES, QUICK, TIMING, scenario
from report import brief, write_csv

BASE = {"members": 20_000, "sectors": 33, "units": 40, "years": 5, "threads": CORES}
STEPS = {
    "members": [1_000, 10_000, 100_000] if QUICK else [1_000, 10_000, 100_000, 1_000_000],
    "sectors": [16, 33, 66, 132] if QUICK else [16, 33, 66, 132, 264, 528],
    "units": [10, 40, 160],
    "years": [2, 5, 10, 20],
    "threads": sorted({1, 2, CORES}),
}
TIMES = 1 if QUICK else 3
# Bytes per sector of a block in work: growth, demand, shock, output of two years.
BLOCK = 5 * 512 * 8


def why(name):
    """What keeps a dimension from being linear, from what is known of the run."""
    cache = Path("/sys/devices/system/cpu/cpu0/cache/index2/size")
    size = int(cache.read_text().strip().rstrip("K")) if cache.exists() else None
    beyond = next((n for n in STEPS["sectors"] if size and BLOCK * n / 1024 > size), None)
    return {
        "members": "fixed: compiling the scenario, starting workers; a block of 512 members is the unit of work",
        "sectors": "from 1 (draws, exp, log) toward 2 (the product)"
        + (f"; from {beyond} on a block leaves the second-level cache of {size} KB" if beyond else ""),
        "units": "the sectors' part does not grow with units",
        "years": "fixed: compiling the scenario, starting workers, the base year",
        "threads": "at most as many times faster; what is fixed is not, and neighbours on the machine take their part",
    }[name]


def measure(report, peaks):
    print("\nScaling, time of the engine beside that of the limit\n"
          f"  {'':10}{'value':>10}{'seconds':>10}{'times':>8}{'limit':>8}{'exponent':>10}{'of limit':>10}")
    rows = []
    for name, steps in STEPS.items():
        before = None
        for step in steps:
            case = BASE | {name: step}
            file = scenario(case["sectors"], case["units"], case["years"]) / "scenario.yaml"
            times = Series(run([TIMING, "targets", file, case["members"], case["threads"], TIMES]).numbers["seconds"])
            least = _limit(case, peaks)
            rows.append(_row(name, step, times, least, before))
            before = (step, times.median, least)
        print(f"    {why(name)}")
    write_csv("scaling.csv", ["dimension", "value", "seconds_median", "seconds_low", "seconds_high", "times_before",
                              "limit_times_before", "exponent", "share_of_limit"], rows)


def _limit(case, peaks):
    counts = limit.operations(case["sectors"], case["units"], case["years"])
    if case["sectors"] > 100:
        # The rate of large products: that of 33 sectors is another one.
        peaks = peaks | {"dgemm_output": max(peaks["dgemm_output"], peaks["dgemm_large"])}
    return sum(limit.seconds(counts, peaks, case["members"]).values()) * CORES / min(case["threads"], CORES)


def _row(name, step, times, least, before):
    seconds = times.median
    ratio = seconds / before[1] if before else None
    expected = least / before[2] if before else None
    exponent = log(ratio) / log(step / before[0]) if before else None
    cells = [brief(value) if value is not None else "" for value in (ratio, expected, exponent)]
    growth = f"{cells[0]:>8}{cells[1]:>8}{cells[2]:>10}"
    print(f"  {name:<10}{step:>10,}{brief(seconds):>10}{growth}{least / seconds:>10.0%}")
    return [name, step, seconds, times.low, times.high, ratio, expected, exponent, least / seconds]
