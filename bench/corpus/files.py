"""The files of one corpus in the work folder: made once, kept until what makes them changes."""

import hashlib
import json
import os
import sys

from corpus import services
from corpus.oruk import write_oruk
from corpus.questions import draw_questions, line_of

SIZES = {"20k": 20_000, "100k": 100_000, "300k": 300_000, "1m": 1_000_000, "10m": 10_000_000}


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
        self.table = self.path("corpus.tsv")
        self.oruk = self.path("corpus.json")
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
            json.dump({"makers": makers_digest(), "corpus": digest_of(self.table)}, file)

    def _write_corpus(self):
        if os.path.exists(self._stamp_path()):
            os.remove(self._stamp_path())
        drawing = services.Drawing(self.seed)
        with open(self.table, "w", encoding="ascii") as file:
            for number in range(1, self.services + 1):
                file.write(services.line_of(drawing.service(number)) + "\n")
        with open(self.oruk, "w", encoding="ascii") as file:
            write_oruk(services.read_services(self.table), self.services, file)
