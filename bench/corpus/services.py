"""The services of the corpus: drawn, written as a table, read again.

A line has: number, name, description, places 'lat,lon;...', terms 't,t', youngest and oldest age (both
empty where ages are not stated), weekly sessions 'days:opens:closes;...' (bit 0 of days is Monday, times
are minutes of the day and multiples of 30).
"""

import random
from typing import NamedTuple, Optional

from corpus.ranked import frequent_terms, frequent_words
from corpus.towns import Towns
from corpus.vocabulary import COMMON, vocabulary

SENTENCE = 14  # words
WEEKDAYS = 31
DAY_WEIGHTS = (5, 5, 5, 5, 5, 3, 2)
OPENING = (480, 510, 540, 540, 570, 600, 600, 660, 720, 780, 840, 930, 960, 1050, 1110)
LASTING = (60, 90, 120, 120, 180, 240, 360, 480)
LATEST = 1320
YOUNGEST = (0, 0, 2, 4, 5, 8, 11, 13, 16, 18)
AGE_SPAN = (2, 4, 5, 7, 10, 14, 25, 81)


class Service(NamedTuple):
    number: int
    name: str
    description: str
    places: list
    terms: list
    ages: Optional[tuple]
    sessions: list


class Drawing:
    """Draws one service after the other; the same seed gives the same services."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        words = vocabulary()
        self._words = frequent_words(words)
        self._name_words = words[len(COMMON):len(COMMON) + 400]
        self._terms = frequent_terms()
        self._towns = Towns()

    def service(self, number):
        return Service(number, self._name(), self._description(), self._places(),
                       sorted(set(self._terms.some(self._random, self._random.randint(1, 4)))),
                       self._ages(), self._sessions())

    def _name(self):
        words = self._random.choices(self._name_words, k=self._random.randint(2, 5))
        return " ".join(word.capitalize() for word in words)

    def _description(self):
        words = self._words.some(self._random, self._random.randint(60, 120))
        sentences = [words[i:i + SENTENCE] for i in range(0, len(words), SENTENCE)]
        return " ".join(" ".join(sentence).capitalize() + "." for sentence in sentences)

    def _places(self):
        if self._random.random() < 0.10:
            return []
        lat, lon, town = self._towns.point(self._random)
        if self._random.random() >= 0.25:
            return [(lat, lon)]
        second = (self._towns.point(self._random)[:2] if town is None
                  else self._towns.point_in(self._random, town))
        return [(lat, lon), second]

    def _ages(self):
        if self._random.random() >= 0.7:
            return None
        youngest = self._random.choice(YOUNGEST)
        return youngest, min(99, youngest + self._random.choice(AGE_SPAN))

    def _sessions(self):
        if self._random.random() >= 0.9:
            return []
        return [self._session() for _ in range(self._random.randint(1, 3))]

    def _session(self):
        days = WEEKDAYS if self._random.random() < 0.3 else self._some_days()
        opens = self._random.choice(OPENING)
        return days, opens, min(LATEST, opens + self._random.choice(LASTING))

    def _some_days(self):
        picked = self._random.choices(range(7), DAY_WEIGHTS, k=self._random.randint(1, 3))
        return sum(1 << day for day in set(picked))


def line_of(service):
    return "\t".join((
        str(service.number), service.name, service.description,
        ";".join("%.6f,%.6f" % place for place in service.places),
        ",".join(map(str, service.terms)),
        *(map(str, service.ages) if service.ages else ("", "")),
        ";".join("%d:%d:%d" % session for session in service.sessions)))


def service_of(line):
    number, name, description, places, terms, low, high, sessions = line.rstrip("\n").split("\t")
    return Service(
        int(number), name, description,
        [tuple(map(float, place.split(","))) for place in places.split(";") if place],
        [int(term) for term in terms.split(",")],
        (int(low), int(high)) if low else None,
        [tuple(map(int, session.split(":"))) for session in sessions.split(";") if session])


def read_services(path):
    with open(path, encoding="ascii") as file:
        for line in file:
            yield service_of(line)


def open_hours(sessions):
    """Sessions as (day, opens, closes), those that touch or overlap made one."""
    hours = []
    for day in range(7):
        for opens, closes in sorted((o, c) for days, o, c in sessions if days >> day & 1):
            if hours and hours[-1][0] == day and opens <= hours[-1][2]:
                hours[-1] = (day, hours[-1][1], max(closes, hours[-1][2]))
            else:
                hours.append((day, opens, closes))
    return hours
