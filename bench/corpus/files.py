"""The files of one corpus in the work folder: made once, kept until what makes them changes."""

import gzip
import hashlib
import io
import json
import os
import sys

from corpus import services
from corpus.oruk import write_oruk
from corpus.questions import draw_questions, line_of

SIZES = {"20k": 20_000, "100k": 100_000, "300k": 300_000, "1m": 1_000_000, "10m": 10_000_000}
# Larger ones are for Waypost alone: compressed, and without the table that the peers read.
LARGEST_WITH_TABLE = 2_000_000


def default_work():
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(cache, "waypost-bench")


MAKERS = ("vocabulary", "ranked", "towns", "services", "oruk")


def makers_digest():
    """Changes when a module does that the services come from."""
    digest = hashlib.sha256()
    for name in MAKERS:
        with open(os.path.join(os.path.dirname(__file__), name + ".py"), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()[:16]


def digest_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


class CorpusFiles:
    def __init__(self, work, name, seed, question_seed):
        self.name, self.seed, self.question_seed = name, seed, question_seed
        self.services = SIZES[name]
        self.folder = os.path.join(work, "%s-%d" % (name, seed))
        self.has_table = self.services <= LARGEST_WITH_TABLE
        self.table = self.path("corpus.tsv")
        self.oruk = self.path("corpus.json" if self.has_table else "corpus.json.gz")
        self.questions = self.path("questions-%d.tsv" % question_seed)
        self.digest = None

    def path(self, name):
        return os.path.join(self.folder, name)

    def make(self):
        os.makedirs(self.folder, exist_ok=True)
        if not self._is_made():
            print("making %d services" % self.services, file=sys.stderr)
            self._write_corpus()
            self._stamp()
        with open(self._stamp_path(), encoding="ascii") as file:
            self.digest = json.load(file)["corpus"]
        with open(self.questions, "w", encoding="ascii") as file:
            file.writelines(line_of(q) + "\n" for q in draw_questions(self.question_seed))

    def _stamp_path(self):
        return self.path("corpus.made")

    def _is_made(self):
        try:
            with open(self._stamp_path(), encoding="ascii") as file:
                return json.load(file)["makers"] == makers_digest()
        except FileNotFoundError:
            return False

    def _stamp(self):
        with open(self._stamp_path(), "w", encoding="ascii") as file:
            corpus = digest_of(self.table if self.has_table else self.oruk)
            json.dump({"makers": makers_digest(), "corpus": corpus}, file)

    def _write_corpus(self):
        if os.path.exists(self._stamp_path()):
            os.remove(self._stamp_path())
        drawing = services.Drawing(self.seed)
        drawn = (drawing.service(number) for number in range(1, self.services + 1))
        if not self.has_table:
            # Without the time of day: the same bytes from the same seed.
            with open(self.oruk, "wb") as packed, \
                    gzip.GzipFile("", "wb", compresslevel=1, fileobj=packed, mtime=0) as file, \
                    io.TextIOWrapper(file, encoding="ascii", write_through=False) as text:
                write_oruk(drawn, self.services, text)
            return
        with open(self.table, "w", encoding="ascii") as file:
            file.writelines(services.line_of(service) + "\n" for service in drawn)
        with open(self.oruk, "w", encoding="ascii") as file:
            write_oruk(services.read_services(self.table), self.services, file)
