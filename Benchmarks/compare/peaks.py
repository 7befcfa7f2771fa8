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
    lines = subprocess.run([str(PEAKS)], capture_output=True, text=True, check=True).stdout.splitlines()
    numpy = run([python, SCRIPTS / "numpy_peaks.py"]).numbers if python else {}
    peaks, rows = {}, []
    print(f"\nPeaks\n{'':42}{'one core':>10}{'all cores':>11}{'NumPy, one':>12}")
    for line in lines:
        name, one, every = line.split("\t")
        peaks[name] = float(every)
        other = numpy.get(name, [None])[0]
        rows.append([name, one, every, other])
        cells = [brief(float(one) / 1e9), brief(float(every) / 1e9), brief(other / 1e9) if other else ""]
        print(f"  {UNITS[name]:<40}{cells[0]:>10}{cells[1]:>11}{cells[2]:>12}".rstrip())
    busy = [name for name, one, every, _ in rows if "bytes" not in name and float(every) < 0.75 * CORES * float(one)]
    if busy:
        report.note(f"The cores were not free: {len(busy)} of {len(rows)} peaks of all cores are too low, limits too easy.")
    columns = ["peak", "one_core_per_second", "all_cores_per_second", "numpy_one_core_per_second"]
    write_csv("peaks.csv", columns, rows)
    return peaks
