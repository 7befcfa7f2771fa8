"""The table at the end, and the same as CSV."""

import csv

from places import RESULTS


class Row:
    """One comparison. `ours`, `theirs` and `ratio` are series, or None."""

    def __init__(self, part, what, ours, unit, theirs=None, ratio=None, at_least=None, at_most=None):
        self.part, self.what, self.ours, self.unit, self.theirs, self.ratio = part, what, ours, unit, theirs, ratio
        self.at_least, self.at_most = at_least, at_most

    @property
    def target(self):
        """What the ratio (our own figure where there is nothing to divide by it) must reach, or ours must not pass."""
        if self.at_most is not None:
            return f"≤ {brief(self.at_most)}"
        return f"≥ {brief(self.at_least)}" if self.at_least is not None else ""

    @property
    def reached(self):
        if self.at_most is not None:
            return self.ours.median <= self.at_most
        judged = self.ratio if self.ratio or self.theirs or self.unit == "s" else self.ours
        return None if self.at_least is None or judged is None else judged.median >= self.at_least

    @property
    def line(self):
        verdict = {True: "reached", False: "MISSED", None: "not measured"}[self.reached]
        other = brief(self.theirs.median) if self.theirs else ""
        cells = f"  {self.what:<34}{_spread(self.ours, self.unit):>25}{other:>9}{_spread(self.ratio):>20}"
        return f"{cells}  {self.target}: {verdict}" if self.target else cells.rstrip()


class Report:
    def __init__(self):
        self.rows = []
        self.notes = []

    def add(self, *values, **options):
        self.rows.append(Row(*values, **options))

    def note(self, text):
        self.notes.append(text)
        print(text, flush=True)

    def show(self):
        part = None
        for row in self.rows:
            if row.part != part:
                part = row.part
                print(f"\n{part}\n{'':36}{'Milepost':>25}{'other':>9}{'ratio':>20}  target")
            print(row.line)
        print()
        for note in self.notes:
            print(note)

    def write(self):
        columns = ["part", "what", "unit"]
        columns += [f"{name}_{what}" for name in ("milepost", "other", "ratio") for what in ("median", "low", "high")]
        columns += ["runs", "target", "reached"]
        lines = []
        for row in self.rows:
            line = [row.part, row.what, row.unit]
            for series in (row.ours, row.theirs, row.ratio):
                line += [series.median, series.low, series.high] if series else ["", "", ""]
            reached = row.reached if row.target else None
            lines.append(line + [len(row.ours.values), row.target, {True: "true", False: "false", None: ""}[reached]])
        write_csv("comparison.csv", columns, lines)


def write_csv(name, columns, rows):
    RESULTS.mkdir(parents=True, exist_ok=True)
    with open(RESULTS / name, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)


def brief(value):
    """Three digits, without an exponent."""
    if value == 0:
        return "0"
    size = abs(value)
    if size >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if size >= 10 else f"{value:.2f}" if size >= 1 else f"{value:.3f}"


def _spread(series, unit=""):
    if series is None:
        return ""
    median = f"{brief(series.median)} {unit}".rstrip()
    return median if len(series.values) == 1 else f"{median} ({brief(series.low)}–{brief(series.high)})"
