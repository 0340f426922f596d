"""Where results are kept: one JSON file a corpus, and a part of bench/README.md made from them."""

import glob
import json
import os
from dataclasses import dataclass

from report.tables import markdown


@dataclass(frozen=True)
class Part:
    """A part of the page that is written by a program, between marks named after it."""
    name: str
    heading: str
    introduction: str

    @property
    def begin(self):
        return "<!-- %s:begin -->" % self.name

    @property
    def end(self):
        return "<!-- %s:end -->" % self.name


COMPARE = Part("compare", "## Beside other engines", """\
`bench/compare` makes a corpus and 1,000 questions, builds every engine's index, holds the answers to a
brute-force oracle, asks all engines in one run and writes what follows. `bench/compare --help` says how; a
peer that is not installed is left out. `--baseline` compares with what is recorded here.""")
CURVE = Part("curve", "## As the directory grows", """\
`bench/curve` makes what follows from corpora and questions like those of `bench/compare`: services of one to
three places, about 100 words each. `bench/curve --help` says how each figure is taken.""")


def path_of(folder, corpus):
    return os.path.join(folder, corpus + ".json")


def write_result(folder, result):
    os.makedirs(folder, exist_ok=True)
    with open(path_of(folder, result["corpus"]["name"]), "w", encoding="utf-8") as file:
        json.dump(result, file, indent=1)
        file.write("\n")


def read_result(folder, corpus):
    with open(path_of(folder, corpus), encoding="utf-8") as file:
        return json.load(file)


def engines_left_out(folder, corpus, names):
    """Those that the record of a corpus has and `names` has not."""
    try:
        recorded = read_result(folder, corpus)["engines"]
    except FileNotFoundError:
        return []
    return [name for name in recorded if name not in names]


def all_results(folder):
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            result = json.load(file)
        if "engines" in result:  # others keep their figures beside
            found.append(result)
    return found


def with_part(page, part, text):
    """The page with what stands between the marks replaced, or added at its end."""
    if part.begin not in page:
        page = "%s\n\n%s\n\n%s\n\n%s\n%s\n" % (page.rstrip("\n"), part.heading,
                                                part.introduction, part.begin, part.end)
    before, rest = page.split(part.begin, 1)
    after = rest.split(part.end, 1)[1]
    return "%s%s\n\n%s\n\n%s%s" % (before, part.begin, text, part.end, after)


def rewrite_part(path, part, text):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(with_part(page, part, text))


def rewrite_page(path, folder):
    rewrite_part(path, COMPARE, markdown(all_results(folder)))
