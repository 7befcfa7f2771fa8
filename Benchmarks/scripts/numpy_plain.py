"""A regional ensemble as NumPy users write it without a scenario: random coefficients, dense correlation, all members.

    python numpy_plain.py SECTORS UNITS YEARS MEMBERS

Demand with correlated shocks, R&D stocks with spillovers, output, a portfolio, totals, counts, quantiles. Prints the
seconds of the simulation and of the process since its first line.
"""

import time

PROCESS = time.perf_counter()

import sys

import numpy as np

QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]


def coefficients(rng, n, units):
    inputs = rng.random((n, n))
    inputs *= 0.6 / inputs.sum(axis=0)
    spillovers = rng.random((n, n))
    spillovers /= spillovers.sum(axis=1, keepdims=True)
    weights = rng.random((units, n))
    weights /= weights.sum(axis=1, keepdims=True)
    correlation = np.full((n, n), 0.3)
    np.fill_diagonal(correlation, 1.0)
    return np.linalg.inv(np.eye(n) - inputs), np.linalg.cholesky(correlation), spillovers, weights


def simulate(rng, n, units, years, members):
    leontief, factor, spillovers, weights = coefficients(rng, n, units)
    began = time.perf_counter()
    demand = np.repeat(100 * rng.random((n, 1)), members, axis=1)
    output = leontief @ demand
    research = 0.1 * output
    sizes = np.repeat(500 * rng.random((units, 1)), members, axis=1)
    total, count, share = np.empty((years, members)), np.empty((years, members)), np.empty((years, members))
    for year in range(years):
        shock = factor @ rng.standard_normal((n, members))
        grown = 0.85 * research + 0.03 * output
        rise = np.log(grown / research)
        research = grown
        gain = 0.08 * rise + 0.03 * (spillovers @ rise)
        demand = demand * np.exp(0.05 + gain + 0.04 * shock)
        produced = leontief @ demand
        growth = np.log(produced / output)
        output = produced
        sizes = sizes * np.exp(weights @ growth + 0.02 + 0.12 * rng.standard_normal((units, members)))
        total[year] = sizes.sum(axis=0)
        count[year] = (sizes >= 1000).sum(axis=0)
        share[year] = output[: n // 4].sum(axis=0) / output.sum(axis=0)
    np.quantile(total, QUANTILES, axis=1)
    np.quantile(share, QUANTILES, axis=1)
    (total[-1] >= 25000).mean()
    return time.perf_counter() - began


if __name__ == "__main__":
    n, units, years, members = (int(word) for word in sys.argv[1:5])
    print(f"seconds\t{simulate(np.random.default_rng(7), n, units, years, members)}")
    print(f"process\t{time.perf_counter() - PROCESS}")
