"""Writing tidy CSV: bytes a second."""

from measure import Series, run
from places import QUICK, TIMING
from places import scenario as made


def measure(report):
    print("\nOutput …", flush=True)
    done = run([TIMING, "csv", made(33, 40, 5) / "scenario.yaml", 3 if QUICK else 9])
    rates = Series(rate / 1e6 for rate in done.numbers["bytes_per_second"])
    report.add("Output", "tidy CSV, in memory", rates, "MB/s", at_least=200)
