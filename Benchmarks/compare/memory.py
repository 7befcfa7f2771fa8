"""Peak memory of a shipped scenario with more and more members.

Members that learn together are kept until they have: 131,072 at most. What cohorts have come to is joined as they end,
so that it stays level from a few of them on.
"""

from measure import Series, run
from places import MILEPOST, QUICK, REPOSITORY, WORK

MEMBERS = [1_000, 10_000, 100_000] if QUICK else [10_000, 500_000, 1_000_000]


def measure(report):
    part = "Memory, zhejiang/platforms"
    print(f"\n{part} …", flush=True)
    file = REPOSITORY / "scenarios" / "zhejiang" / "platforms.yaml"
    peaks = []
    for members in MEMBERS:
        done = run([MILEPOST, "run", file, "--members", members, "--out", WORK / "memory", "--quiet"])
        peak = Series([done.peak / 1e6])
        peaks.append(peak)
        report.add(part, f"{members:,} members", peak, "MB", at_most=300 if members == 1_000_000 else None)
        report.add(part, "  time of the run", Series([done.seconds]), "s")
    for members, earlier, goal in ((MEMBERS[0], peaks[0], 1.1), (MEMBERS[1], peaks[1], None)):
        report.add(part, f"{MEMBERS[-1]:,} over {members:,} members", peak / earlier.median, "", at_most=goal)
