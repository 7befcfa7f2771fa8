"""Small runs as users start them: from the start of the process to its files."""

import functools
import itertools
import os
import shutil
import tempfile
from pathlib import Path

from ensemble import SECTORS, UNITS, YEARS
from measure import alternating, run
from places import MILEPOST, QUICK, REPOSITORY, SCRIPTS, WORK, scenario

SHIPPED = ["zhejiang/platforms", "hunan/high-tech-share", "liuyang/biopharma"]
LIKE_SCRIPT = "as large as the script"
MEMBERS = 1000
ROUNDS = 5 if QUICK else 15
# A file system in memory, where there is one.
MEMORY = Path("/dev/shm")
IN_MEMORY = ", in memory"


def measure(report, python):
    part = f"Small runs, {MEMBERS:,} members, process start to files"
    print(f"\n{part} …", flush=True)
    files = {name: REPOSITORY / "scenarios" / f"{name}.yaml" for name in SHIPPED}
    files = {LIKE_SCRIPT: scenario(SECTORS, UNITS, YEARS) / "scenario.yaml"} | files

    # A folder of its own for every run, and none removed in between: ext4 without a journal looks for places that were
    # not freed within the last minutes, which took up to a third of a run.
    folders = WORK / "small"
    shutil.rmtree(folders, ignore_errors=True)
    numbers = itertools.count()

    def project(file, folder):
        words = [MILEPOST, "run", file, "--members", MEMBERS, "--quiet", "--out"]
        return lambda: run(words + [folder / str(next(numbers))]).seconds

    def project_in_memory(file):
        # Removed each time: there may be no more than a few dozen megabytes.
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            return project(file, Path(folder))()

    contestants = {name: project(file, folders) for name, file in files.items()}
    contestants["version"] = lambda: run([MILEPOST, "--version"]).seconds
    if python:
        contestants["numpy"] = lambda: run(
            [python, SCRIPTS / "numpy_plain.py", SECTORS, UNITS, YEARS, MEMBERS]).seconds
    if os.access(MEMORY, os.W_OK):
        contestants |= {
            name + IN_MEMORY: functools.partial(project_in_memory, file) for name, file in files.items()}
    times = alternating(ROUNDS, contestants)
    shutil.rmtree(folders)
    milliseconds = {name: series / 0.001 for name, series in times.items()}
    other = milliseconds.get("numpy")
    for name in files:
        # Of the others the script is no measure: they learn, and record more.
        compared = other if name == LIKE_SCRIPT else None
        ratio = compared / milliseconds[name] if compared else None
        report.add(part, name, milliseconds[name], "ms", compared, ratio, at_most=50)
    for name in milliseconds:
        if name.endswith(IN_MEMORY):
            report.add(part, name, milliseconds[name], "ms")
    report.add(part, "milepost --version", milliseconds["version"], "ms", at_most=20)
