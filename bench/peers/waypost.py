"""Waypost itself: its builder, and its bench of questions from a file."""

import json
import os
import subprocess
from urllib.parse import quote_plus

from corpus.oruk import DAYS, VOCABULARY, clock, number_of
from peers.measured import (Answer, EngineFailed, Index, Measured, bytes_below, run, timed_build)

CONFIGURATION = """\
# The same meaning as the peers': no stems or stop words, and only the text that they have.
as_of = 2026-11-21
language = "none"
text_fields = ["name", "description"]

[[source]]
id = "corpus"
path = "%s"
# "Refuge" is one of the words that names are drawn from.
confidential = { refuges = false }
"""

BUILDER = "index_builder/main/waypost-index"
BENCH = "bench/waypost_questions_bench"


def query_string(question):
    """A question as `/api/search` takes it; what it does not ask is left out."""
    asked = []
    if question.metres:
        asked += [("near", "%.6f,%.6f" % (question.lat, question.lon)),
                  ("within", "%dm" % question.metres)]
    if question.words:
        asked.append(("q", " ".join(question.words)))
    if question.any_word:
        asked.append(("match", "any"))
    asked += [("service_type", "%s:t%d" % (VOCABULARY, term)) for term in question.terms]
    if question.day is not None:
        asked += [("day", DAYS[question.day]), ("from", clock(question.begin)),
                  ("to", clock(question.end)), ("time_match", "covers")]
    if question.age is not None:
        asked.append(("age", str(question.age)))
    asked += [("sort", "distance" if question.by_distance else "relevance"), ("per_page", "20")]
    if question.facets:
        asked += [("facets", "service_type"), ("facet_limit", "20")]
    # A service without a place or a time is "possible" to Waypost and no answer to the others.
    asked.append(("unknown", "drop"))
    return "&".join("%s=%s" % (name, quote_plus(value, safe=",:")) for name, value in asked)


def read_answer(line):
    found = json.loads(line)
    if "error" in found:
        raise EngineFailed("Waypost refuses a question: see waypost.log")
    return Answer(found["total"], [number_of(uuid) for uuid in found["ids"]],
                  {int(term.rsplit(":t", 1)[1]): count for term, count in found["facets"]})


class Waypost:
    name, title, protocol = "waypost", "Waypost", "in process, C++: parse, resolve, plan, run"
    notes = ("Waypost reads ORUK JSON and keeps what a page shows (cards, records); the peers read a "
             "table and keep what they search, SQLite, PostgreSQL and Groonga also name and "
             "description.",
             "Waypost's terms are asked as `service_type`, whose facet sets that filter aside by "
             "itself; what is not stated is dropped (`unknown=drop`), and ages that the corpus does "
             "not state are given to it as 0 to 120.")

    def __init__(self, files, build_folder):
        self._files = files
        self._builder = os.path.join(build_folder, BUILDER)
        self._bench = os.path.join(build_folder, BENCH)
        self._index = files.path("index.waypost")
        self._log = files.path("waypost.log")

    def missing(self):
        for program in (self._builder, self._bench):
            if not os.path.exists(program):
                return "%s is not built (cmake --preset release, then build it)" % program
        return None

    def prepare(self):
        with open(self._files.path("waypost.toml"), "w", encoding="utf-8") as file:
            file.write(CONFIGURATION % os.path.basename(self._files.oruk))
        self._questions = self._files.path("questions.txt")

    def version(self):
        described = subprocess.run(
            ["git", "-C", os.path.dirname(__file__), "describe", "--always", "--dirty"],
            capture_output=True, text=True, check=False)
        return described.stdout.strip() or "unknown"

    def index_key(self):
        return "%s %d %s" % (self._files.digest, os.stat(self._builder).st_mtime_ns, CONFIGURATION)

    def build(self):
        seconds, peak = timed_build(
            [self._builder, "build", "--config", self._files.path("waypost.toml"),
             "--out", self._index], self._log)
        return Index(seconds, bytes_below(self._index), peak)

    def measure(self, questions):
        with open(self._questions, "w", encoding="ascii") as file:
            file.writelines("%s\t%s\n" % (q.kind, query_string(q)) for q in questions)
        answers = self._files.path("waypost.answers.jsonl")
        report = run([self._bench, "--benchmark_format=json"], self._log, stdout=subprocess.PIPE,
                     env={**os.environ, "WAYPOST_INDEX": self._index,
                          "WAYPOST_QUESTIONS": self._questions, "WAYPOST_ANSWERS": answers})
        with open(answers, encoding="utf-8") as file:
            return Measured([read_answer(line) for line in file],
                            self._times(json.loads(report.stdout), questions))

    @staticmethod
    def _times(report, questions):
        kinds = [question.kind for question in questions]
        found = {}
        for one in report["benchmarks"]:
            kind = one["name"].split("/")[1]
            found[kind] = {"n": len(kinds) if kind == "all" else kinds.count(kind),
                           "p50_us": one["p50_us"], "p99_us": one["p99_us"]}
        return found
