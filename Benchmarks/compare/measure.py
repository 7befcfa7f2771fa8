"""Runs processes one after the other and takes their time and memory."""

import os
import statistics
import subprocess
import tempfile
import time


class Run:
    """A process that has ended: seconds from start to end, peak memory in bytes, and the numbers that it printed."""

    def __init__(self, seconds, peak, output):
        self.seconds, self.peak = seconds, peak
        self.numbers = {}
        for line in output.splitlines():
            name, tab, value = line.partition("\t")
            if tab and "\t" not in value:
                self.numbers.setdefault(name, []).append(float(value))

    def __getitem__(self, name):
        return self.numbers[name][-1]


def run(command):
    words = [str(word) for word in command]
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        began = time.perf_counter()
        process = subprocess.Popen(words, stdout=output, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0), errors.seek(0)
        if process.returncode != 0:
            last = (errors.read().strip() or "no message").splitlines()[-1]
            raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}: {last}")
        return Run(seconds, usage.ru_maxrss * 1024, output.read())


class Series:
    """The same thing measured several times."""

    def __init__(self, values):
        self.values = list(values)

    @property
    def median(self):
        return statistics.median(self.values)

    @property
    def low(self):
        return min(self.values)

    @property
    def high(self):
        return max(self.values)

    def __rtruediv__(self, numerator):
        """Of two series the ratio of each pair, of a number and a series the ratio to each value."""
        if isinstance(numerator, Series):
            return Series(a / b for a, b in zip(numerator.values, self.values, strict=True))
        return Series(numerator / value for value in self.values)

    def __truediv__(self, denominator):
        if isinstance(denominator, Series):
            return denominator.__rtruediv__(self)
        return Series(value / denominator for value in self.values)


def alternating(rounds, contestants):
    """Runs every contestant once a round, in another order each round: what slows one down slows all.

    `contestants` maps names to functions that return a number, or a dictionary of numbers. Returns a series for each,
    of a dictionary one for each key, called `name.key`.
    """
    values = {}
    names = list(contestants)
    for turn in range(rounds):
        shift = turn % len(names)
        for name in names[shift:] + names[:shift]:
            found = contestants[name]()
            if not isinstance(found, dict):
                found = {"": found}
            for key, value in found.items():
                values.setdefault(f"{name}.{key}" if key else name, []).append(value)
    return {name: Series(found) for name, found in values.items()}
