"""Large tables: multipliers of all sectors and one projection, against pymrio; reading, against pandas' C reader."""

from measure import alternating, run
from places import CORES, LARGE, MILEPOST, QUICK, SCRIPTS, TIMING, table

# Sectors, rounds, and whether pymrio joins in: its memory and time grow fastest.
SIZES = [(1000, 1, True)] if QUICK else [(2000, 5, True), (5000, 1, True)] + ([(10_000, 1, False)] if LARGE else [])


def measure(report, python):
    for sectors, rounds, joined in SIZES:
        _size(report, python if joined else None, sectors, rounds)
    if not LARGE:
        report.note("Tables of 10,000 sectors (0.6 GB of CSV) are measured with BENCH_LARGE=1.")


def _size(report, python, sectors, rounds):
    part = f"Tables, {sectors:,} sectors"
    print(f"\n{part} …", flush=True)
    file = table(sectors)

    def inside():
        done = run([TIMING, "multipliers", file, CORES])
        return {key: done[key] for key in ("read", "solve", "multiplier", "output")}

    def command():
        done = run([MILEPOST, "table", "multipliers", file, "--format", "csv"])
        return {"seconds": done.seconds, "peak": done.peak}

    def pymrio():
        done = run([python, SCRIPTS / "pymrio_multipliers.py", file])
        return {key: done[key] for key in ("read", "solve", "multiplier", "output")} | {
            "seconds": done.seconds, "peak": done.peak}

    found = alternating(rounds, {"inside": inside, "command": command} | ({"pymrio": pymrio} if python else {}))

    def compare(what, ours, theirs, target=None):
        other = found.get(theirs)
        report.add(part, what, found[ours], "s", other, other / found[ours] if other else None, at_least=target)

    compare("multipliers and a projection", "inside.solve", "pymrio.solve", 5 if sectors == 2000 and python else None)
    compare("reading the CSV", "inside.read", "pymrio.read", 1 if python else None)
    compare("table multipliers, process", "command.seconds", "pymrio.seconds")
    size = 8 * sectors * sectors
    memory = found["command.peak"] / size
    other = found["pymrio.peak"] / size if python else None
    report.add(part, "peak memory over the table's size", memory, "", other, at_most=2)
    if python:
        for figure in ("multiplier", "output"):
            ours, theirs = found[f"inside.{figure}"].median, found[f"pymrio.{figure}"].median
            if abs(ours - theirs) > 1e-9 * abs(theirs):
                report.note(f"{part}: {figure} DISAGREES: {ours} and {theirs}.")
