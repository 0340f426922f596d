"""Whether Waypost has become slower, told by its ratio to Xapian on the same machine in the same minutes."""

import statistics

RUNS = 5
LIMIT = 1.5


def ratio(waypost, xapian, kind, figure):
    return waypost[kind][figure] / xapian[kind][figure]


def compared(kinds):
    """The median of every class; the slowest only over all, since one of fifty questions is noise."""
    return [(kind, "p50_us") for kind in kinds] + [("all", "p99_us")]


def judged(runs, recorded):
    """(class, figure, recorded ratio, ratio now, whether that is too slow) for each that is compared.

    `runs` are pairs of the times of Waypost and of Xapian, `recorded` is such a pair.
    """
    found = []
    for kind, figure in compared(sorted(recorded[0])):
        before = ratio(*recorded, kind, figure)
        now = statistics.median(ratio(*run, kind, figure) for run in runs)
        found.append((kind, figure, before, now, now > LIMIT * before))
    return found
