"""What each system puts in the first ten places: keys of records (source, publisher's id)."""

import json
import os
import subprocess
import urllib.request
from urllib.error import HTTPError
from urllib.parse import urlencode

from peers.measured import EngineFailed
from records import FEEDS, feed_paths

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BEST = 10
AS_OF = "2026-11-21"


def substring(questions, records):
    """All fields searched for the question as it stands, ordered by name."""
    found = {}
    for question in questions:
        sought = question.text.casefold()
        hits = [record for record in records[question.corpus] if any(
            sought in text.casefold()
            for text in (record.name, record.organisation, record.description))]
        hits.sort(key=lambda record: (record.name.casefold(), record.key))
        found[question.id] = [record.key for record in hits[:BEST]]
    return found


def xapian(questions, records, work):
    """`work` is a folder for the program and what it reads."""
    program = os.path.join(work, "xapian_ranker")
    subprocess.run(["g++", "-std=c++20", "-O1", "-I", ROOT, "-o", program,
                    os.path.join(HERE, "xapian_ranker.cc"),
                    os.path.join(ROOT, "engine/text/stop_words.cc"), "-lxapian"], check=True)
    numbered = [(corpus, record) for corpus in records for record in records[corpus]]
    services = _write_table(os.path.join(work, "services.tsv"), [
        (corpus, record.name, record.organisation, record.description)
        for corpus, record in numbered])
    asked = _write_table(os.path.join(work, "questions.tsv"),
                         [(question.corpus, question.text) for question in questions])
    run = subprocess.run([program, services, asked], stdout=subprocess.PIPE, text=True, check=True)
    return {question.id: [numbered[int(number)][1].key for number in line.split()]
            for question, line in zip(questions, run.stdout.splitlines(), strict=True)}


def _write_table(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines("\t".join(row) + "\n" for row in rows)
    return path


def build_index(build_folder, work):
    """Returns its path. Takes a second, so that it is built for every run."""
    config, index = os.path.join(work, "feeds.toml"), os.path.join(work, "feeds.waypost")
    with open(config, "w", encoding="utf-8") as file:
        file.write("as_of = %s\n" % AS_OF)
        for source, path in feed_paths().items():
            file.write("[[source]]\nid = %s\npath = %s\n" % (json.dumps(source), json.dumps(path)))
    run = subprocess.run([os.path.join(build_folder, "index_builder/main/waypost-index"), "build",
                          "--config", config, "--out", index, "--data", os.path.join(ROOT, "data")],
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if run.returncode:
        raise EngineFailed("the index is not built:\n" + run.stdout)
    return index


class Waypost:
    """Asked through the API of a server (bench/peers/server.py), as a page would ask it."""

    def __init__(self, server):
        self._search = "http://%s:%d/api/search" % (server.host, server.port)

    def as_offered(self, questions):
        """Every word must be found; where that gives less than a page, the any-word offer is
        followed when the answer makes one."""
        return {question.id: self._as_offered(question) for question in questions}

    def any_word(self, questions):
        return {question.id: _keys(self._ask(self._query(question, match="any")))
                for question in questions}

    def shortlist(self, questions):
        """As offered, but three chosen results instead of a page."""
        return {question.id: self._as_offered(question, 3, mode="shortlist")
                for question in questions}

    def _as_offered(self, question, places=BEST, **more):
        answer = self._ask(self._query(question, per_page=places, **more))
        keys = _keys(answer)
        if answer["total"] < places:
            for offer in answer.get("loosen", ()):
                if offer["change"] == "match":
                    keys += [key for key in _keys(self._ask(offer["href"])) if key not in keys]
        return keys[:places]

    @staticmethod
    def _query(question, **more):
        return "?" + urlencode({"q": question.text, "per_page": BEST, **more,
                                "source": list(FEEDS[question.corpus])}, doseq=True)

    def _ask(self, query):
        try:
            with urllib.request.urlopen(self._search + query) as response:
                return json.load(response)
        except HTTPError as error:
            with error:
                raise EngineFailed("%s: %s" % (query, error.read().decode())) from error


def _keys(answer):
    return [(item["source"], item["source_id"]) for item in answer["items"]]
