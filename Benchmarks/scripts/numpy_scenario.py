"""The model of the generated scenario, as an analyst writes it in NumPy: all members at once, BLAS on all cores.

    python numpy_scenario.py FOLDER MEMBERS YEARS [--lever]

Reads the files that Milepost reads. Prints the seconds of the simulation, then the figures of the last year.
"""

import csv
import sys
import time

import numpy as np

START, GROWTH, PREMIUM = 2024, np.log1p(0.05), np.log1p(0.02)
SECTOR_SD, CORRELATION, UNIT_SD = 0.04, 0.3, 0.12
ELASTICITY, SPILLOVER, DEPRECIATION, STOCK_GROWTH = 0.08, 0.375, 0.15, 0.05
TRADE_RESPONSE, PASS_THROUGH, EFFORT = 1.0, 0.5, 0.10
QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95]


def read(folder):
    with open(f"{folder}/table.csv") as file:
        rows = list(csv.reader(file))
    n = len(rows) - 2
    cells = np.array([row[1:] for row in rows[1 : n + 1]], dtype=float)
    flows, demand, output = cells[:, :n], cells[:, n], cells[:, n + 2]
    codes = {code: place for place, code in enumerate(rows[0][1 : n + 1])}
    with open(f"{folder}/units.csv") as file:
        units = list(csv.DictReader(file))
    weights = np.zeros((len(units), n))
    for row, unit in zip(weights, units):
        for part in unit["sector_weights"].split("|"):
            code, weight = part.split(":")
            row[codes[code]] = weight
    return flows, demand, output, weights, np.array([float(unit["output"]) for unit in units])


def shocks(rng, n, members):
    """Growth of demand: normal, with the same correlation between any two sectors."""
    shared = rng.standard_normal(members)
    shared *= SECTOR_SD * np.sqrt(CORRELATION)
    shared += GROWTH
    own = rng.standard_normal((n, members))
    own *= SECTOR_SD * np.sqrt(1 - CORRELATION)
    own += shared
    return own


def simulate(folder, members, years, lever):
    flows, demand, output, weights, sizes = read(folder)
    began = time.perf_counter()
    rng = np.random.default_rng(7)
    n, units = len(demand), len(sizes)
    leontief = np.linalg.inv(np.eye(n) - flows / output)
    bought = flows - np.diag(np.diag(flows))
    suppliers = (bought / bought.sum(0)).T
    high = n // 4

    f = np.repeat(demand[:, None], members, 1)
    x = np.repeat(output[:, None], members, 1)
    y = np.repeat(sizes[:, None], members, 1)
    if lever:
        reference = x.copy()
        stock = np.ones((n, members))
        response, log_price = np.zeros((n, members)), np.zeros((n, members))
    total, count, share = (np.empty((years, members)) for _ in range(3))
    for t in range(years):
        growth = shocks(rng, n, members)
        f *= np.exp(growth, out=growth)
        if lever:
            effort = x / reference
            effort += EFFORT if t > 0 else 0
            before = stock
            stock = before + (STOCK_GROWTH + DEPRECIATION) / (1 + STOCK_GROWTH) * (effort - before)
            rise = np.log(stock / before)
            gain = ELASTICITY * (rise + SPILLOVER * (suppliers @ rise))
            response += TRADE_RESPONSE * gain
            fall = PASS_THROUGH * gain
            log_price -= fall
            reference = leontief @ f
            new = leontief @ (f * np.exp(response))
        else:
            new = leontief @ f
        change = np.log(new / x)
        if lever:
            change -= fall
        x = new
        luck = rng.standard_normal((units, members))
        luck *= UNIT_SD
        luck += weights @ change
        luck += PREMIUM - UNIT_SD**2 / 2
        y *= np.exp(luck, out=luck)
        value = x * np.exp(log_price) if lever else x
        total[t] = y.sum(0)
        count[t] = (y >= 500).sum(0)
        share[t] = value[:high].sum(0) / value.sum(0)
    goals = {"total": total[-1] > 450 * units, "count": count[-1] >= 3 * units // 10, "share": share[-1] >= 0.252}
    series = {"total": total, "count": count, "share": share}
    quantiles = {name: np.quantile(values, QUANTILES, axis=1) for name, values in series.items()}
    odds = {name: met.mean() for name, met in goals.items()}
    means = {name: values[-1].mean() for name, values in series.items()}
    deviations = {name: values[-1].std() for name, values in series.items()}
    seconds = time.perf_counter() - began
    figures = {}
    for name in series:
        figures |= {f"{name} mean": means[name], f"{name} odds": odds[name], f"{name} sd": deviations[name]}
        figures |= {f"{name} p{round(100 * p)}": q for p, q in zip(QUANTILES, quantiles[name][:, -1])}
    return seconds, figures


if __name__ == "__main__":
    folder, members, years = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    seconds, figures = simulate(folder, members, years, "--lever" in sys.argv)
    print(f"seconds\t{seconds}")
    for name, value in figures.items():
        print(f"{name}\t{value}")
