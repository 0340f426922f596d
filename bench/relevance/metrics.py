"""How good a ranking is, from the grades (0 to 3) of what it shows, best place first."""

import math

from report.tables import table

PLACES = 10
USEFUL = 2
SPLITS = {"dev": ("dev",), "held": ("held",), "all": ("dev", "held")}


def _gain(grades, places):
    return sum((2 ** grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:places]))


def ndcg(grades, judged, places=PLACES):
    """`judged` are all grades of the question; where none is above 0 nobody can gain: 0."""
    ideal = _gain(sorted(judged, reverse=True), places)
    return _gain(grades, places) / ideal if ideal else 0.0


def precision(grades):
    """At 3. A place that stays empty is as bad as a useless answer."""
    return sum(grade >= USEFUL for grade in grades[:3]) / 3


def success(grades):
    """At 1."""
    return float(bool(grades) and grades[0] >= USEFUL)


def mean(values):
    return sum(values) / len(values) if values else 0.0


def figures(ranking, questions, judgements):
    """The means over the questions, and how much of what is shown has no grade, which counts as 0."""
    gains, first_gains, precisions, successes = [], [], [], []
    shown = unjudged = 0
    for question in questions:
        grade_of = judgements.get(question.id, {})
        keys = ranking[question.id]
        grades = [grade_of.get(key, 0) for key in keys]
        gains.append(ndcg(grades, list(grade_of.values())))
        first_gains.append(ndcg(grades, list(grade_of.values()), 3))
        precisions.append(precision(grades))
        successes.append(success(grades))
        shown += len(keys)
        unjudged += sum(key not in grade_of for key in keys)
    return mean(gains), mean(first_gains), mean(precisions), mean(successes), unjudged, shown


def report(rankings, questions, judgements):
    """A table in Markdown. `rankings` are system -> question id -> keys of records."""
    rows = []
    for title, splits in SPLITS.items():
        asked = [question for question in questions if question.split in splits]
        for system, ranking in rankings.items():
            *means, unjudged, shown = figures(ranking, asked, judgements)
            rows.append(["%s, %d" % (title, len(asked)), system, *("%.3f" % one for one in means),
                         "%d of %d" % (unjudged, shown)])
    return table(["questions", "system", "nDCG@10", "nDCG@3", "precision@3", "success@1",
                  "not judged"], rows)
