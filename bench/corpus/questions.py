"""The questions: drawn in seven classes, written as a table that every engine reads.

A place, by distance                      E place, terms, day and time, age
B place and taxonomy terms (any)          F all of them, with facet counts
C words, by relevance                     G place, with facet counts
D words and place, half by relevance, half by distance

Every question asks for the exact total and the first 20. An age fits when it lies in the stated ages or
none are stated. A time fits when the weekly sessions together hold all of it. Facet counts are those of
the services that answer all but the terms: what another choice of terms would find.
"""

import math
import random
from dataclasses import dataclass
from typing import Optional

from corpus.ranked import frequent_terms
from corpus.towns import Towns
from corpus.vocabulary import vocabulary

COUNTS = {"A": 150, "B": 150, "C": 200, "D": 150, "E": 150, "F": 150, "G": 50}
KINDS = {"A": "place", "B": "place, terms", "C": "words", "D": "words, place",
         "E": "place, terms, time, age", "F": "all, facets", "G": "place, facets"}
DAYS = (0, 1, 2, 3, 4, 4, 5, 6)
AGES = (1, 3, 5, 7, 9, 12, 15, 17, 25, 40, 70)


@dataclass
class Question:
    kind: str
    lat: float = 0.0
    lon: float = 0.0
    metres: int = 0  # 0: no place is asked
    terms: tuple = ()
    words: tuple = ()
    any_word: bool = False
    day: Optional[int] = None
    begin: int = 0
    end: int = 0
    age: Optional[int] = None
    by_distance: bool = True
    facets: bool = False


class Drawing:
    def __init__(self, seed):
        self._random = random.Random(seed)
        self._words = vocabulary()
        self._terms = frequent_terms()
        self._towns = Towns()

    def question(self, kind, number):
        return getattr(self, "_" + kind.lower())(Question(kind), number % 2 == 0)

    def shuffled(self, questions):
        self._random.shuffle(questions)
        return questions

    def _a(self, question, _):
        return self._near(question, 1, 50)

    def _b(self, question, _):
        return self._with_terms(self._near(question, 1, 50), 3)

    def _c(self, question, _):
        question.by_distance = False
        return self._with_words(question, 45, 6000, 3)

    def _d(self, question, even):
        question.by_distance = even
        return self._with_words(self._near(question, 1, 50), 45, 3000, 3)

    def _e(self, question, _):
        return self._at_a_time(self._with_terms(self._near(question, 3, 50), 3))

    def _f(self, question, even):
        question.by_distance = even
        question.facets = True
        question = self._with_terms(self._near(question, 10, 50), 5)
        return self._at_a_time(self._with_words(question, 45, 400, 2))

    def _g(self, question, _):
        question.facets = True
        return self._near(question, 5, 50)

    def _between(self, low, high):
        """Evenly by magnitude: as often from 1 to 2 as from 20 to 40."""
        return math.exp(self._random.uniform(math.log(low), math.log(high)))

    def _near(self, question, low_km, high_km):
        question.lat, question.lon, _ = self._towns.point(self._random)
        question.metres = round(1000 * self._between(low_km, high_km))
        return question

    def _with_terms(self, question, most):
        count = self._random.randint(1, most)
        question.terms = tuple(sorted(set(self._terms.some(self._random, count))))
        return question

    def _with_words(self, question, low_rank, high_rank, most):
        words = {}
        count = self._random.randint(1, most)
        while len(words) < count:
            words.setdefault(self._words[int(self._between(low_rank, high_rank))])
        question.words = tuple(words)
        question.any_word = count > 1 and self._random.random() < 0.4
        return question

    def _at_a_time(self, question):
        question.day = self._random.choice(DAYS)
        question.begin = 30 * self._random.randrange(18, 36)
        question.end = question.begin + self._random.choice((60, 120))
        question.age = self._random.choice(AGES)
        return question


def draw_questions(seed):
    drawing = Drawing(seed)
    return drawing.shuffled([drawing.question(kind, number)
                             for kind, count in COUNTS.items() for number in range(count)])


def written(number):
    return -1 if number is None else number


def understood(text):
    return None if int(text) < 0 else int(text)


def line_of(question):
    """-1 where a day or an age is not asked."""
    return "\t".join(map(str, (
        question.kind, "%.6f" % question.lat, "%.6f" % question.lon, question.metres,
        ",".join(map(str, question.terms)), " ".join(question.words), int(question.any_word),
        written(question.day), question.begin, question.end, written(question.age),
        int(question.by_distance), int(question.facets))))


def question_of(line):
    (kind, lat, lon, metres, terms, words, any_word, day, begin, end, age, by_distance,
     facets) = line.rstrip("\n").split("\t")
    return Question(kind, float(lat), float(lon), int(metres),
                    tuple(map(int, filter(None, terms.split(",")))), tuple(words.split()),
                    any_word == "1", understood(day), int(begin), int(end), understood(age),
                    by_distance == "1", facets == "1")


def read_questions(path):
    with open(path, encoding="ascii") as file:
        return [question_of(line) for line in file]
