"""Small runs as users start them: from the start of the process to its files."""

import itertools
import shutil

from measure import alternating, run
from places import MILEPOST, QUICK, REPOSITORY, SCRIPTS, WORK

SCENARIOS = ["zhejiang/platforms", "hunan/high-tech-share", "liuyang/biopharma"]
MEMBERS = 1000
ROUNDS = 5 if QUICK else 15


def measure(report, python):
    part = f"Small runs, {MEMBERS:,} members, process start to files"
    print(f"\n{part} …", flush=True)

    # A folder of its own for every run, and none removed in between: ext4 without a journal looks for places that were
    # not freed within the last minute, which took up to a tenth of a run.
    folders = WORK / "small"
    shutil.rmtree(folders, ignore_errors=True)
    numbers = itertools.count()

    def project(name):
        words = [MILEPOST, "run", REPOSITORY / "scenarios" / f"{name}.yaml", "--members", MEMBERS, "--quiet", "--out"]
        return lambda: run(words + [folders / str(next(numbers))]).seconds

    contestants = {name: project(name) for name in SCENARIOS}
    contestants["version"] = lambda: run([MILEPOST, "--version"]).seconds
    if python:
        contestants["numpy"] = lambda: run([python, SCRIPTS / "numpy_plain.py", 33, 40, 5, MEMBERS]).seconds
    times = alternating(ROUNDS, contestants)
    shutil.rmtree(folders)
    milliseconds = {name: series / 0.001 for name, series in times.items()}
    other = milliseconds.get("numpy")
    for name in SCENARIOS:
        ratio = other / milliseconds[name] if other else None
        report.add(part, name, milliseconds[name], "ms", other, ratio, at_most=50)
    report.add(part, "milepost --version", milliseconds["version"], "ms", at_most=20)
