"""A wide model, 31 regions of 33 sectors: how near its time is to that of its matrix product alone."""

from measure import Series, run
from places import CORES, QUICK, TIMING, scenario

SECTORS, UNITS, YEARS, MEMBERS = 1023, 40, 5, 4000
ROUNDS = 1 if QUICK else 5


def measure(report, peaks):
    part = f"Wide, {SECTORS:,} sectors, {MEMBERS:,} members"
    print(f"\n{part} …", flush=True)
    file = scenario(SECTORS, UNITS, YEARS) / "scenario.yaml"
    flops = 2 * SECTORS * (SECTORS + UNITS) * MEMBERS * YEARS
    least = flops / peaks["dgemm_large"]
    # The inverse of the table is made once, whatever the number of members and years.
    compiling = None
    for what, command in (("engine", "targets"), ("project()", "project")):
        runs = [run([TIMING, command, file, MEMBERS, CORES]) for _ in range(ROUNDS)]
        if compiling is None:
            compiling = Series(done["compiling"] for done in runs)
            report.add(part, "compiling the model", compiling, "s")
        times = Series(done["seconds"] - compiling.median for done in runs)
        report.add(part, f"{what}: share of the DGEMM rate", times, "s", ratio=least / times, at_least=0.85)
        report.add(part, f"{what}: peak memory", Series(done.peak / 1e6 for done in runs), "MB")
