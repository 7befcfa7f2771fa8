"""The table at the end, and the same as CSV."""

import csv

from places import RESULTS


class Report:
    def __init__(self):
        self.rows = []
        self.notes = []

    def add(self, part, what, ours, unit, theirs=None, ratio=None, target=None, at_most=False):
        """One comparison.

        `ours`, `theirs` and `ratio` are series, or None. `target` is what the ratio must reach, without a ratio what
        ours must; with `at_most` from above.
        """
        judged = ratio or ours
        reached = None
        if target is not None and judged is not None:
            reached = judged.median <= target if at_most else judged.median >= target
        self.rows.append((part, what, ours, unit, theirs, ratio, target, at_most, reached))

    def note(self, text):
        self.notes.append(text)
        print(text, flush=True)

    def show(self):
        part = None
        print()
        for row in self.rows:
            if row[0] != part:
                part = row[0]
                print(f"{part}\n{'':36}{'Milepost':>22}{'other':>10}{'ratio':>22}  target")
            print(self._line(*row[1:]))
        print()
        for note in self.notes:
            print(note)

    @staticmethod
    def _line(what, ours, unit, theirs, ratio, target, at_most, reached):
        cells = f"  {what:<34}{_spread(ours):>22}{brief(theirs.median) if theirs else '':>10}{_spread(ratio):>22}"
        if target is not None:
            verdict = {True: "reached", False: "MISSED", None: "not measured"}[reached]
            cells += f"  {'≤' if at_most else '≥'} {brief(target)}: {verdict}"
        return f"{cells}  [{unit}]" if unit else cells

    def write(self):
        columns = ["part", "what", "unit"]
        columns += [f"{name}_{what}" for name in ("milepost", "other", "ratio") for what in ("median", "low", "high")]
        columns += ["runs", "target", "reached"]
        lines = []
        for part, what, ours, unit, theirs, ratio, target, at_most, reached in self.rows:
            line = [part, what, unit]
            for series in (ours, theirs, ratio):
                line += [series.median, series.low, series.high] if series else ["", "", ""]
            runs = len((ours or ratio).values) if ours or ratio else 0
            bound = "" if target is None else f"{'<=' if at_most else '>='} {target}"
            lines.append(line + [runs, bound, {True: "true", False: "false", None: ""}[reached]])
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


def _spread(series):
    if series is None:
        return ""
    if len(series.values) == 1:
        return brief(series.median)
    return f"{brief(series.median)} ({brief(series.low)}–{brief(series.high)})"
