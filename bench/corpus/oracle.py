"""What the questions should answer, by looking at every service: no index, no engine, plain Python."""

import re
from collections import Counter

from corpus.services import open_hours, read_services
from corpus.towns import degrees_around, metres_between

KEPT = 100


class Facts:
    """A service as the oracle asks it."""

    def __init__(self, service):
        self.number = service.number
        text = (service.name + " " + service.description).lower()
        self.words = frozenset(re.findall("[a-z]+", text))
        self.places = service.places
        self.terms = frozenset(service.terms)
        self.ages = service.ages
        self.hours = open_hours(service.sessions)


class Expected:
    """The answer to one question, collected service by service."""

    def __init__(self, question):
        self.question = question
        self.total = 0
        self.nearest = []  # (metres, number); sorted by `finish`
        self.counts = Counter()
        self._terms = frozenset(question.terms)
        self._height, self._width = degrees_around(question.lat, question.metres)

    def offer(self, facts):
        metres = self._metres_to(facts)
        if metres is None or not self._fits_but_for_terms(facts):
            return
        if self.question.facets:
            self.counts.update(facts.terms)
        if self._terms and self._terms.isdisjoint(facts.terms):
            return
        self.total += 1
        if self.question.by_distance:
            self.nearest.append((metres, facts.number))
            if len(self.nearest) > 10 * KEPT:
                self.finish()

    def finish(self):
        self.nearest.sort()
        del self.nearest[KEPT:]

    def _metres_to(self, facts):
        """None when no place of it is near enough; 0 when none is asked."""
        question = self.question
        if not question.metres:
            return 0.0
        near = [metres_between(question.lat, question.lon, lat, lon) for lat, lon in facts.places
                if abs(lat - question.lat) <= self._height
                and abs(lon - question.lon) <= self._width]
        return min((metres for metres in near if metres <= question.metres), default=None)

    def _fits_but_for_terms(self, facts):
        question = self.question
        if question.age is not None and facts.ages is not None:
            if not facts.ages[0] <= question.age <= facts.ages[1]:
                return False
        if question.words:
            enough = any if question.any_word else all
            if not enough(word in facts.words for word in question.words):
                return False
        return question.day is None or any(
            day == question.day and opens <= question.begin and question.end <= closes
            for day, opens, closes in facts.hours)


def expected_answers(corpus_path, questions):
    """A list of Expected, one a question."""
    expected = [Expected(question) for question in questions]
    for service in read_services(corpus_path):
        facts = Facts(service)
        for answer in expected:
            answer.offer(facts)
    for answer in expected:
        answer.finish()
    return expected
