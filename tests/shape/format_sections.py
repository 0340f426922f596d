#!/usr/bin/env python3
"""FORMAT.md lists every section of section_id.h, once, and no other.

    format_sections.py ROOT
"""

import os
import re
import sys


def numbers_in_header(text):
    return [int(number) for number in re.findall(r"^\s*k\w+ = (\d+),", text, re.M)]


def numbers_in_page(text):
    """Of the first cells below "## Sections": "100", "108, 117" or "512 to 515"."""
    numbers = []
    for cell in re.findall(r"^\| (\d[\d, to]*) \|", text.split("\n## Sections\n")[1], re.M):
        parts = [int(part) for part in re.split(r", | to ", cell)]
        numbers += range(parts[0], parts[1] + 1) if " to " in cell else parts
    return numbers


def errors(header, page):
    known, described = numbers_in_header(header), numbers_in_page(page)
    found = ["section %d is not in FORMAT.md" % n for n in sorted(set(known) - set(described))]
    found += ["FORMAT.md describes section %d, which does not exist" % n
              for n in sorted(set(described) - set(known))]
    found += ["section %d stands more than once in %s" % (n, name)
              for name, numbers in (("section_id.h", known), ("FORMAT.md", described))
              for n in sorted(set(numbers)) if numbers.count(n) > 1]
    return found


def self_check():
    page = "\n## Sections\n\n| 1 | a |\n| 2, 3 | b |\n| 5 to 7 | c |\n"
    header = "".join("  kName = %d,\n" % n for n in (1, 2, 3, 5, 6, 7))
    assert errors(header, page) == []
    assert errors(header + "  kNew = 8,\n", page) == ["section 8 is not in FORMAT.md"]
    assert len(errors(header, page + "| 9 | d |\n")) == 1
    assert len(errors(header, page + "| 1 | d |\n")) == 1


def main(root):
    self_check()
    folder = os.path.join(root, "engine", "format")
    with open(os.path.join(folder, "section_id.h"), encoding="utf-8") as header, \
            open(os.path.join(folder, "FORMAT.md"), encoding="utf-8") as page:
        found = errors(header.read(), page.read())
    for error in found:
        print(error)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
