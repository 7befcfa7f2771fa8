"""What the machine can do at most, from the program `Peaks`."""

import subprocess

from places import PEAKS
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


def measure():
    """Rates per second of all cores together, by name."""
    lines = subprocess.run([str(PEAKS)], capture_output=True, text=True, check=True).stdout.splitlines()
    peaks, rows = {}, []
    print(f"\nPeaks\n{'':44}{'one core':>10}{'all':>10}")
    for line in lines:
        name, one, every = line.split("\t")
        peaks[name] = float(every)
        rows.append([name, one, every])
        print(f"  {UNITS[name]:<42}{brief(float(one) / 1e9):>10}{brief(float(every) / 1e9):>10}")
    write_csv("peaks.csv", ["peak", "one_core_per_second", "all_cores_per_second"], rows)
    return peaks
