#!/usr/bin/env python3
"""The table of parameters in QUERY.md names every parameter that parse_query.cc reads, and no other.

    query_parameters.py ROOT
"""

import os
import re
import sys

# Read by the server, before the engine sees the question.
OF_THE_SERVER = {"format"}


def names_in_parser(text):
    rules = text.split("kRules = ")[1].split("\n});")[0]
    return re.findall(r'^    \{"(\w+)", (?:true|false),', rules, re.M)


def names_in_page(text):
    table = text.split("\n## Parameters\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`[^|]*`) \|", table, re.M)
    return [name for cell in cells for name in re.findall(r"`(\w+)`", cell)]


def errors(parser, page):
    read = set(names_in_parser(parser)) | OF_THE_SERVER
    described = names_in_page(page)
    found = ["QUERY.md has no row for %s" % name for name in sorted(read - set(described))]
    found += ["QUERY.md describes %s, which is not read" % name
              for name in sorted(set(described) - read)]
    found += ["QUERY.md describes %s twice" % name
              for name in sorted(set(described)) if described.count(name) > 1]
    return found


def self_check():
    parser = 'kRules = {\n    {"day", true, X},\n    {"to", false,\n     Y},\n});'
    page = "\n## Parameters\n\n| `day`, `to` | a |\n| `format` | b |\n## Facets\n| `cost` | c |\n"
    assert errors(parser, page) == []
    assert errors(parser, page.replace("`to`", "`on`")) == [
        "QUERY.md has no row for to", "QUERY.md describes on, which is not read"]


def main(root):
    self_check()
    folder = os.path.join(root, "engine", "query")
    with open(os.path.join(folder, "parse_query.cc"), encoding="utf-8") as parser, \
            open(os.path.join(folder, "QUERY.md"), encoding="utf-8") as page:
        found = errors(parser.read(), page.read())
    for error in found:
        print(error)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
