"""The ensemble: 33 sectors, 40 units, 5 years, 100,000 members, against NumPy, and against the limit."""

import limit
from measure import alternating, run
from places import CORES, MILEPOST, QUICK, SCRIPTS, TIMING, WORK, scenario
from report import brief, write_csv

SECTORS, UNITS, YEARS = 33, 40, 5
MEMBERS = 20_000 if QUICK else 100_000
ROUNDS = 3 if QUICK else 9
TARGETS = ["total", "count", "share"]


def measure(report, python, peaks):
    for lever in (False, True):
        _variant(report, python, peaks, lever)


def _variant(report, python, peaks, lever):
    part = f"Ensemble, {MEMBERS:,} members" + (", with an R&D lever" if lever else "")
    print(f"\n{part} …", flush=True)
    folder = scenario(SECTORS, UNITS, YEARS, lever)
    latest = {}
    times = alternating(ROUNDS, _contestants(folder, python, lever, latest))

    def compare(what, ours, theirs, target=None):
        other = times.get(theirs)
        report.add(part, what, times[ours], "s", other, other / times[ours] if other else None, at_least=target)

    goal = None if lever else 12
    compare("engine; NumPy, same model", "targets", "model.simulation", goal)
    compare("engine; NumPy, plain script", "targets", "plain.simulation", goal)
    compare("project(); NumPy, same model", "project", "model.simulation", goal)
    compare("project(); NumPy, plain script", "project", "plain.simulation", goal)
    compare("milepost run; NumPy's process", "command", "model.process")
    _hold_against_limit(report, part, times, peaks, lever)
    if python:
        _agree(report, part, latest)


def _contestants(folder, python, lever, latest):
    file = folder / "scenario.yaml"

    def command():
        return run([MILEPOST, "run", file, "--members", MEMBERS, "--out", WORK / "out", "--quiet"]).seconds

    def targets():
        latest["milepost"] = run([TIMING, "targets", file, MEMBERS, CORES])
        return latest["milepost"]["seconds"]

    def model():
        words = [python, SCRIPTS / "numpy_scenario.py", folder, MEMBERS, YEARS] + (["--lever"] if lever else [])
        latest["numpy"] = run(words)
        return {"simulation": latest["numpy"]["seconds"], "process": latest["numpy"].seconds}

    def plain():
        done = run([python, SCRIPTS / "numpy_plain.py", SECTORS, UNITS, YEARS, MEMBERS])
        return {"simulation": done["seconds"], "process": done.seconds}

    ours = {
        "targets": targets,
        "project": lambda: run([TIMING, "project", file, MEMBERS, CORES])["seconds"],
        "command": command,
    }
    return ours | ({"model": model, "plain": plain} if python else {})


def _hold_against_limit(report, part, times, peaks, lever):
    size = (SECTORS, UNITS, YEARS)
    model = limit.operations(*size, lever)
    everything = limit.add(model, limit.reporting(*size), *([limit.without_halves(*size)] if lever else []))
    rows = []
    for name, key, counts in (("engine", "targets", model), ("project()", "project", everything)):
        parts = limit.seconds(counts, peaks, MEMBERS)
        least = sum(parts.values())
        print(f"  Limit of {name}: {brief(1000 * least)} ms = " + " + ".join(
            f"{brief(1000 * time)} {operation}" for operation, time in parts.items()))
        rows += [[part, name, operation, counts[operation], parts[operation]] for operation in parts]
        goal = None if lever else 0.7
        report.add(part, f"{name}: share of the limit", times[key], "s", ratio=least / times[key], at_least=goal)
    write_csv(f"limit{'-lever' if lever else ''}.csv", ["part", "what", "operation", "per_member", "seconds"], rows)


def _agree(report, part, latest):
    """Both sides estimate the same numbers: their differences in standard errors of the difference."""
    ours, theirs = latest["milepost"], latest["numpy"]
    worst, where = 0, ""
    for target in TARGETS:
        deviation = theirs[f"{target} sd"]
        odds = theirs[f"{target} odds"]
        errors = {"mean": deviation / MEMBERS**0.5, "odds": (max(odds * (1 - odds), 1 / MEMBERS) / MEMBERS) ** 0.5}
        # Of a normal variable; counts are whole numbers, so their quantiles may differ by one.
        if target != "count":
            errors |= {p: c * deviation / MEMBERS**0.5 for p, c in
                       {"p5": 2.11, "p25": 1.36, "p50": 1.25, "p75": 1.36, "p95": 2.11}.items()}
        for name, error in errors.items():
            distance = abs(ours[f"{target} {name}"] - theirs[f"{target} {name}"]) / (2**0.5 * error)
            if distance > worst:
                worst, where = distance, f"{name} of {target}"
    verdict = "agree" if worst < 4 else "DISAGREE"
    report.note(f"{part}: both sides {verdict}; largest difference {worst:.1f} standard errors ({where}).")
