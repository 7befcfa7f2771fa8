"""For checks that need packages of Python: an environment of their own, removed afterwards."""

import os
import subprocess
import sys
import tempfile

# A script imports this file from its own folder, which is no place for compiled copies.
sys.dont_write_bytecode = True

FOLDER = "MILEPOST_CHECK"


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(0)


def folder():
    """The environment that this process runs in; None in the process that the user started."""
    return os.environ.get(FOLDER)


def start(packages, arguments, **variables):
    """Runs the script once more, where the packages are, and returns its exit code.

    Without venv or network the check is skipped, in so many words.
    """
    with tempfile.TemporaryDirectory(prefix="milepost-check-") as place:
        python = os.path.join(place, "bin", "python")
        made = subprocess.run([sys.executable, "-m", "venv", place], capture_output=True, text=True)
        if made.returncode != 0:
            skip("python3 cannot make a virtual environment (on Debian: apt-get install python3-venv)")
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        installed = subprocess.run(
            pip + ["--timeout", "20", "--retries", "2"] + packages, capture_output=True, text=True
        )
        if installed.returncode != 0:
            reason = installed.stderr.strip().splitlines() or ["no reason given"]
            skip(f"pip cannot install {', '.join(packages)}: {reason[-1]}")
        # Caches of one environment name files of it, and would break the next one.
        caches = {"XDG_CACHE_HOME": os.path.join(place, "cache"), "MPLCONFIGDIR": place}
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **caches, **variables, FOLDER: place}
        script = os.path.abspath(sys.argv[0])
        return subprocess.run([python, "-W", "ignore", script] + arguments, env=environment).returncode
