"""An engine that is a program with the commands of bench/peers/passes.py."""

import json
import os
import shutil
import subprocess
import sys

from peers import postgis, sqlite
from peers.measured import Answer, Index, Measured, bytes_below, run, times_by_kind, timed_build

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.path.dirname(HERE)
ROOT = os.path.dirname(BENCH)


class Program:
    """`name` names it in options, files and results; `notes` say where its meaning is another."""

    name = title = protocol = ""
    notes = ()

    def __init__(self, files):
        self._files = files
        self._index = files.path(self.name)

    def missing(self):
        """Why it cannot run, or None."""
        raise NotImplementedError

    def command(self):
        raise NotImplementedError

    def prepare(self):
        """What must be there before the first command, and is not counted."""

    def version(self):
        return self._run("version").stdout.strip()

    def index_key(self):
        """Changes when an index of before must not be used."""
        return self._files.digest + self.version()

    def build(self):
        seconds, peak = timed_build([*self.command(), "build", self._files.table, self._index],
                                    self._index + ".log", **self._options())
        return Index(seconds, bytes_below(self._index), peak)

    def measure(self, questions):
        lines = self._run("answer", self._files.questions, self._index).stdout.splitlines()
        found = [json.loads(line) for line in lines]
        return Measured(
            [Answer(one["total"], one["ids"], dict(map(tuple, one["facets"]))) for one in found],
            times_by_kind(questions, [one["us"] for one in found]))

    def _run(self, *arguments):
        return run([*self.command(), *arguments], self._index + ".log", stdout=subprocess.PIPE,
                   **self._options())

    def _options(self):
        return {}


class PythonProgram(Program):
    module = None

    def command(self):
        return [sys.executable, "-m", self.module.__name__]

    def missing(self):
        return self.module.missing()

    def _options(self):
        return {"env": {**os.environ, "PYTHONPATH": BENCH, "PYTHONDONTWRITEBYTECODE": "1"}}


class Sqlite(PythonProgram):
    name, title, module = "sqlite", "SQLite FTS5 + R*Tree", sqlite
    protocol = "in process, Python's sqlite3"


class PostGis(PythonProgram):
    name, title, module = "postgis", "PostgreSQL + PostGIS", postgis
    protocol = "SQL through psycopg2 on a Unix socket"
    notes = ("PostgreSQL orders words by `ts_rank`, which is no BM25: its totals are compared, its "
             "order by relevance is not.",)

    def missing(self):
        return super().missing() or postgis.unreachable(self._files.folder)

    def build(self):
        index = super().build()
        # The memory is the server's, which the client does not see.
        index.peak_bytes = 0
        return index


class CompiledProgram(Program):
    """One C++ source of this folder, compiled where the corpus is."""

    source = ""
    needs = {}  # what must be below /usr/include -> the package that brings it
    flags = ()

    def __init__(self, files):
        super().__init__(files)
        self._program = files.path(self.source.removesuffix(".cc"))

    def missing(self):
        if not shutil.which("g++"):
            return "g++ is not installed"
        return next(("%s is not installed" % package for header, package in self.needs.items()
                     if not os.path.exists("/usr/include/" + header)), None)

    def prepare(self):
        run(["g++", "-std=c++20", "-O2", "-I", ROOT, "-o", self._program,
             os.path.join(HERE, self.source), *self.flags], self._program + ".log")

    def command(self):
        return [self._program]


class Xapian(CompiledProgram):
    name, title = "xapian", "Xapian with grid cells"
    protocol = "in process, C++"
    source, flags = "xapian_peer.cc", ("-lxapian",)
    needs = {"xapian.h": "libxapian-dev"}
    notes = ("Xapian keeps coordinates to 1/16 of a second of arc (up to 2 m): totals at the edge of "
             "a circle and the order of places equally far away differ.",
             "Xapian matches once more to count the facets of a question with terms.")


class Groonga(CompiledProgram):
    name, title = "groonga", "Groonga"
    protocol = "in process, C++: commands as text, replies as JSON"
    source, flags = "groonga_peer.cc", ("-I/usr/include/groonga", "-lgroonga")
    needs = {"groonga/groonga.h": "libgroonga-dev", "rapidjson/document.h": "rapidjson-dev"}
    notes = ("Groonga's records are services at one place each, so that it finds the nearest place of a "
             "service; grouping them by service, in the same command, makes totals and counts those of "
             "services. The facets of a question with terms take a second command.",
             "Groonga keeps coordinates to 1/1000 of a second of arc (up to 2 cm); asked for its sphere, "
             "with the radius scaled to its size, it finds the same places, but those equally far away "
             "may change places. It orders words by TF-IDF, which is no BM25.")
