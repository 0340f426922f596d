"""How many answers of an engine are those of the oracle."""

# Waypost orders by whole millimetres.
SAME_PLACE = 0.001


def same_order(expected, ids):
    """Whether these are the nearest in order; services equally far away may change places."""
    metres = {number: distance for distance, number in expected.nearest}
    wanted = expected.nearest[:20]
    return len(ids) == len(wanted) == len(set(ids)) and all(
        abs(metres.get(number, -1.0) - distance) <= SAME_PLACE
        for number, (distance, _) in zip(ids, wanted))


def same_facets(expected, facets):
    """Whether these are the most frequent with their counts; equally frequent ones may change places."""
    wanted = sorted(expected.counts.values(), reverse=True)[:20]
    return sorted(facets.values(), reverse=True) == wanted and all(
        expected.counts[term] == count for term, count in facets.items())


def agreement(expected, answers):
    """{"totals": [agreeing, compared], "order": ..., "facets": ...}; the two lists in one order."""
    pairs = list(zip(expected, answers))
    compared = {
        "totals": [one.total == answer.total for one, answer in pairs],
        "order": [same_order(one, answer.ids) for one, answer in pairs if one.question.by_distance],
        "facets": [same_facets(one, answer.facets) for one, answer in pairs if one.question.facets]}
    return {name: [sum(right), len(right)] for name, right in compared.items()}


def same_totals(answers, others):
    """How many of all the questions have the same total in two engines, and of how many."""
    return [sum(a.total == b.total for a, b in zip(answers, others)), len(answers)]
