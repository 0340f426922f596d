"""The questions, the grades of their answers, and the tables that go to graders and come back."""

import hashlib
import random
from dataclasses import dataclass

GRADES = range(4)
SHOWN = 900  # characters of a description that a grader sees
SEED = 2026


class BadFile(Exception):
    pass


@dataclass(frozen=True)
class Question:
    id: str
    corpus: str
    split: str  # "dev", or "held": not looked at while tuning
    text: str
    intent: str  # what the person wants, for graders


def _rows(path, columns):
    """Line number and columns of each row; a line that begins with # is for people."""
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            row = line.split("\t")
            if len(row) != columns:
                raise BadFile("%s:%d: %d columns, not %d" % (path, number, len(row), columns))
            yield number, row


def _grade(text, where):
    if text not in map(str, GRADES):
        raise BadFile("%s: the grade is %r, not 0, 1, 2 or 3" % (where, text))
    return int(text)


def read_questions(path):
    return [Question(*row) for _, row in _rows(path, 5)]


def read_judgements(path):
    """Question id -> (source, publisher's id) -> grade."""
    found = {}
    for number, (question, source, id_, grade) in _rows(path, 4):
        found.setdefault(question, {})[source, id_] = _grade(grade, "%s:%d" % (path, number))
    return found


def write_judgements(path, judgements):
    """In order, after the comment that the file begins with."""
    with open(path, encoding="utf-8") as file:
        comment = [line for line in file if line.startswith("#")]
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(comment)
        for question in sorted(judgements):
            for (source, id_), grade in sorted(judgements[question].items()):
                file.write("%s\t%s\t%s\t%d\n" % (question, source, id_, grade))


def key_of(question, record_key):
    """Names a question and a record without saying who found it or where."""
    return hashlib.sha256("\t".join([question.id, *record_key]).encode()).hexdigest()[:12]


def pool(questions, records, rankings, judgements):
    """What graders read: a row for each answer in some ranking that has no grade yet.

    The answers of a question stand together, in an order that owes nothing to the rankings.
    """
    drawing = random.Random(SEED)
    rows = []
    for question in questions:
        known = {record.key: record for record in records[question.corpus]}
        judged = judgements.get(question.id, {})
        found = {key for ranking in rankings for key in ranking[question.id]} - set(judged)
        shuffled = sorted(found)
        drawing.shuffle(shuffled)
        rows += [_row(question, known[key]) for key in shuffled]
    return rows


def _row(question, record):
    return (question.id, question.text, question.intent, key_of(question, record.key), record.name,
            record.organisation, record.description[:SHOWN])


def take(path, questions, records, judgements):
    """`judgements` with the grades of a file of graders: key<TAB>grade. Returns how many are new."""
    known = {key_of(question, record.key): (question.id, record.key)
             for question in questions for record in records[question.corpus]}
    new = 0
    for number, (key, text) in _rows(path, 2):
        where = "%s:%d" % (path, number)
        if key not in known:
            raise BadFile("%s: no pool has the key %s" % (where, key))
        question, record_key = known[key]
        grade = _grade(text, where)
        judged = judgements.setdefault(question, {})
        if judged.get(record_key, grade) != grade:
            raise BadFile("%s: %s has the grade %d already, not %d" % (
                where, key, judged[record_key], grade))
        new += record_key not in judged
        judged[record_key] = grade
    return new
