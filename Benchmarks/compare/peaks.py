"""What the machine can do at most, from the program `Peaks`."""

import subprocess

from measure import run
from places import CORES, PEAKS, SCRIPTS
from report import brief, write_csv

UNITS = {
    "dgemm_output": "GFLOP/s, 512 × 33 times 33 × 33",
    "dgemm_units": "GFLOP/s, 512 × 33 times 33 × 40",
    "dgemm_large": "GFLOP/s, 512 × 1023 times 1023 × 1023",
    "uniforms": "10⁹ uniforms/s",
    "normals": "10⁹ normals/s",
    "laplace": "10⁹ Laplace draws/s",
    "exp": "10⁹ exp/s",
    "log": "10⁹ log/s",
    "quantiles": "10⁹ values/s counted for quantiles",
    "cache_bytes": "GB/s within a block, y ← y + x",
    "memory_bytes": "GB/s in memory, y ← y + x",
}


def measure(report, python):
    """Rates per second of all cores together, by name."""
    found = _best_of(2)
    numpy = run([python, SCRIPTS / "numpy_peaks.py"]).numbers if python else {}
    rows = []
    print(f"\nPeaks\n{'':42}{'one core':>10}{'all cores':>11}{'NumPy, one':>12}")
    for name, (one, every) in found.items():
        other = numpy.get(name, [None])[0]
        rows.append([name, one, every, other])
        cells = [brief(one / 1e9), brief(every / 1e9), brief(other / 1e9) if other else ""]
        print(f"  {UNITS[name]:<40}{cells[0]:>10}{cells[1]:>11}{cells[2]:>12}".rstrip())
    busy = [name for name, (one, every) in found.items() if "bytes" not in name and every < 0.75 * CORES * one]
    if busy:
        report.note(f"The cores were not free: {len(busy)} of {len(rows)} peaks of all cores are too low, limits too easy.")
    columns = ["peak", "one_core_per_second", "all_cores_per_second", "numpy_one_core_per_second"]
    write_csv("peaks.csv", columns, rows)
    return {name: every for name, (_, every) in found.items()}


def _best_of(times):
    """The program's best figures: what disturbs it for a moment must not make a limit easy."""
    best = {}
    for _ in range(times):
        lines = subprocess.run([str(PEAKS)], capture_output=True, text=True, check=True).stdout.splitlines()
        for line in lines:
            name, *rates = line.split("\t")
            best[name] = tuple(max(float(rate), known) for rate, known in zip(rates, best.get(name, (0, 0))))
    return best
