"""The throw-away Python environment with what people use today."""

import subprocess
import sys

from places import WORK

PACKAGES = ["numpy==2.4.6", "pandas==3.1.1", "pymrio==0.7.0"]


def python():
    """The environment's interpreter; None, with a word why, where it cannot be made."""
    folder = WORK / "python"
    interpreter = folder / "bin" / "python"
    if (folder / "complete").exists():
        return interpreter
    print(f"Making a Python environment with {', '.join(PACKAGES)} …", flush=True)
    steps = [
        ([sys.executable, "-m", "venv", "--clear", folder], "python3 has no venv (Debian: apt install python3-venv)"),
        ([interpreter, "-m", "pip", "install", "-q", *PACKAGES], "pip could not install the packages"),
    ]
    for command, problem in steps:
        step = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        if step.returncode != 0:
            last = (step.stderr or step.stdout).strip().splitlines()[-1:]
            print(f"No comparison with NumPy, pandas and pymrio: {problem}. {' '.join(last)}")
            return None
    (folder / "complete").touch()
    return interpreter
