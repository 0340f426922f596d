"""Where results are kept: one JSON file a corpus, and a part of bench/README.md made from them."""

import glob
import json
import os

from report.tables import markdown

BEGIN, END = "<!-- compare:begin -->", "<!-- compare:end -->"
HEADING = "## Beside other engines"
INTRODUCTION = """\
`bench/compare` makes a corpus and 1,000 questions, builds every engine's index, holds the answers to a
brute-force oracle, asks all engines in one run and writes what follows. `bench/compare --help` says how; a
peer that is not installed is left out. `--baseline` compares with what is recorded here."""


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


def all_results(folder):
    found = []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as file:
            found.append(json.load(file))
    return found


def with_part(page, part):
    """The page with the part between the marks replaced, or added at its end."""
    if BEGIN not in page:
        page = "%s\n\n%s\n\n%s\n\n%s\n%s\n" % (page.rstrip("\n"), HEADING, INTRODUCTION, BEGIN, END)
    before, rest = page.split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return "%s%s\n\n%s\n\n%s%s" % (before, BEGIN, part, END, after)


def rewrite_page(path, folder):
    with open(path, encoding="utf-8") as file:
        page = file.read()
    with open(path, "w", encoding="utf-8") as file:
        file.write(with_part(page, markdown(all_results(folder))))
