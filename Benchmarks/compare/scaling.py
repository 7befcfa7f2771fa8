"""How time grows with members, sectors, units, years and threads."""

from math import log

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
WHY = {
    "members": "fixed: compiling the scenario, starting workers; a block of 512 members is the unit of work",
    "sectors": "between 1 (draws, exp, log) and 2 (matrix products); a block leaves the second-level cache from 264 on",
    "units": "the sectors' part does not grow",
    "years": "the fixed part does not grow",
    "threads": "as many times faster at most; shared memory and neighbours take their part",
}


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
        print(f"    {WHY[name]}")
    write_csv("scaling.csv", ["dimension", "value", "seconds_median", "seconds_low", "seconds_high", "times_before",
                              "limit_times_before", "exponent", "share_of_limit"], rows)


def _limit(case, peaks):
    counts = limit.operations(case["sectors"], case["units"], case["years"])
    return sum(limit.seconds(counts, peaks, case["members"]).values()) * CORES / min(case["threads"], CORES)


def _row(name, step, times, least, before):
    seconds = times.median
    ratio = seconds / before[1] if before else None
    expected = least / before[2] if before else None
    exponent = log(ratio) / log(step / before[0]) if before else None
    cells = [brief(value) if value is not None else "" for value in (ratio, expected, exponent)]
    print(f"  {name:<10}{step:>10,}{brief(seconds):>10}{cells[0]:>8}{cells[1]:>8}{cells[2]:>10}{least / seconds:>10.0%}")
    return [name, step, seconds, times.low, times.high, ratio, expected, exponent, least / seconds]
