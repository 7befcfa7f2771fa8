"""The least time that a projection can take, from what must be computed and how fast the machine does that.

The README derives every line. Operations are counted for one member over all years; `dgemm_…` in flops, `cache_bytes`
in bytes, the others in values.
"""


def operations(sectors, units, years, lever=False):
    """What the model itself needs: draws, demand, output, units, and the targets' values."""
    n, e = sectors, units
    products = 3 if lever else 1
    year = {
        "normals": n + 1 + e,
        "exp": n + e + (2 * n if lever else 0),
        "log": n + (n if lever else 0),
        "dgemm_output": products * 2 * n * n,
        "dgemm_units": 2 * n * e,
        "cache_bytes": sector_bytes(lever) * n + 64 * e,
        "quantiles": 3,
    }
    return {name: years * count for name, count in year.items()}


def sector_bytes(lever):
    """Read and written per sector and year between the kernels: what has no exp, log, draw or product in it."""
    plain = 24 + 24 + 16  # shocks added up; demand scaled by them; sums for the share
    return plain + (24 * 5 if lever else 0)  # with a lever: effort, stock, gain, response, price


def reporting(sectors, units, years):
    """What `milepost run` records besides: distributions of everything, exact counts, breaches."""
    n, e = sectors, units
    variables = 3 * n + 2 + e + 2 + 3
    return {
        "quantiles": variables * (years + 1) + 2 * e,
        # The mean of each variable; the distribution of the number of units above the threshold.
        "cache_bytes": 8 * variables * (years + 1) + exact_count_bytes(e),
        # Each unit's chance to be above the threshold.
        "exp": e,
        # What the units hold of each sector.
        "dgemm_units": 2 * n * e * (years + 1),
    }


def exact_count_bytes(units):
    """The distribution of the number of units above a threshold, from the chance of each."""
    return 24 * units * (units + 1) // 2


def without_halves(sectors, units, years):
    """The two projections that a run with a lever adds, each without a half of the loop: their luck is the same.

    Of them the targets are recorded, and what the lever adds to these and to the region's value added.
    """
    recorded = {
        "quantiles": 2 * (years + 1) + 3,
        "cache_bytes": 8 * (2 * (years + 1) + 3) + exact_count_bytes(units),
        "exp": units,
    }
    unmoved = operations(sectors, units, years)
    open_loop = operations(sectors, units, years, True)
    open_loop["dgemm_output"] -= years * 2 * sectors * sectors  # no reference economy
    del unmoved["normals"], open_loop["normals"]
    return add(unmoved, open_loop, recorded, recorded)


def seconds(counts, peaks, members):
    """Time of each kind of operation on all cores."""
    return {name: members * count / peaks[name] for name, count in counts.items()}


def add(*counts):
    total = {}
    for count in counts:
        for name, value in count.items():
            total[name] = total.get(name, 0) + value
    return total
