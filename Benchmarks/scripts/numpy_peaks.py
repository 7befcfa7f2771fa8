"""NumPy's best rates of the same kernels on one core.

Prints name and values per second, as `Peaks` names them.
"""

import time

import numpy as np

# A block of 512 members and 33 sectors: the overhead of a call does not count.
SIZE = 512 * 33
WINDOWS, SECONDS = 8, 0.03

rng = np.random.default_rng(1)
x = rng.random(SIZE) + 0.5
y = np.empty(SIZE)


def best(work):
    rates = []
    for _ in range(WINDOWS):
        calls, began = 0, time.perf_counter()
        while (now := time.perf_counter()) - began < SECONDS:
            work()
            calls += 1
        rates.append(calls * SIZE / (now - began))
    return max(rates)


kernels = {
    "uniforms": lambda: rng.random(out=y),
    "normals": lambda: rng.standard_normal(out=y),
    "laplace": lambda: rng.laplace(size=SIZE),
    "exp": lambda: np.exp(x, out=y),
    "log": lambda: np.log(x, out=y),
}
for name, work in kernels.items():
    print(f"{name}\t{best(work)}")
