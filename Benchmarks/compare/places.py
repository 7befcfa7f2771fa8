"""Where things are, and how much is asked for."""

import os
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent
REPOSITORY = BENCHMARKS.parent
# As `make install` installs it.
MILEPOST = REPOSITORY / ".build-static" / "release" / "milepost"
TIMING = BENCHMARKS / ".build" / "release" / "Timing"
PEAKS = BENCHMARKS / ".build" / "release" / "Peaks"
SCRIPTS = BENCHMARKS / "scripts"
# All of it goes with `make clean`.
WORK = BENCHMARKS / ".build" / "comparison"
RESULTS = REPOSITORY / "results" / "bench"

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
QUICK = os.environ.get("BENCH_QUICK") == "1"
LARGE = os.environ.get("BENCH_LARGE") == "1"


def scenario(sectors, units, years, lever=False):
    """A made-up scenario of this size; written when it is first asked for."""
    from measure import run

    folder = WORK / f"scenario-{sectors}-{units}-{years}{'-lever' if lever else ''}"
    if not (folder / "scenario.yaml").exists():
        run([TIMING, "scenario", folder, sectors, units, years] + (["lever"] if lever else []))
    return folder


def table(sectors):
    """A made-up table of this size."""
    from measure import run

    path = WORK / f"table-{sectors}.csv"
    if not path.exists():
        run([TIMING, "table", path, sectors])
    return path
