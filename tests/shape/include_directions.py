#!/usr/bin/env python3
"""Holds the includes of the tree to the two tables of ARCHITECTURE.md.

    include_directions.py ROOT

Table 1, "Which folder may include which?": a row for every folder; an include that crosses into a folder
(or a single header) that the row does not name is an error, and so is a cycle in the table itself.
Table 2, "Which folder uses which library?": every include that is not of this tree and not of the C++
standard library must begin with a prefix of some row, in a folder that the row names.

Tests (`*_test.cc`) may include everything of this tree, and what the folder they test uses.

Prints one line for each error; exit code 1 when there is any.
"""

import os
import re
import sys
from collections import namedtuple

ROOTS = ("engine", "index_builder", "server", "tests", "bench")
FOLDERS_HEADING = "Which folder may include which?"
LIBRARIES_HEADING = "Which folder uses which library?"
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
STANDARD = re.compile(r"^[a-z_]+$")  # <vector>: no dot, no slash

Include = namedtuple("Include", "path line name")
Library = namedtuple("Library", "name prefixes folders")


def tables(text, heading):
    """The rows below a heading, each as its cells, each cell as the list of its `quoted` parts."""
    section = re.search(r"^#+ " + re.escape(heading) + r"$(.*?)(?=^#|\Z)", text, re.M | re.S)
    if not section:
        raise ValueError("ARCHITECTURE.md has no heading '%s'" % heading)
    rows = [line.strip("|").split("|") for line in section.group(1).splitlines() if line.startswith("|")]
    return [(cells[0].strip(), [re.findall(r"`([^`]+)`", cell) for cell in cells]) for cells in rows[2:]]


def allowed_edges(text):
    return {cells[0][0]: set(cells[1]) for _, cells in tables(text, FOLDERS_HEADING)}


def libraries(text):
    return [Library(name, cells[1], cells[2]) for name, cells in tables(text, LIBRARIES_HEADING)]


def folder_of(path):
    """"engine/query/filters/x.cc" belongs to "engine/query"; "bench/x.cc" to "bench"."""
    parts = os.path.dirname(path).split("/")
    return "/".join(parts[:2])


def includes_below(root):
    for top in ROOTS:
        for folder, _, files in os.walk(os.path.join(root, top)):
            for file in sorted(files):
                if file.endswith((".h", ".cc")):
                    path = os.path.join(folder, file)
                    yield from includes_of(os.path.relpath(path, root), path)


def includes_of(name, path):
    with open(path, encoding="utf-8") as text:
        for number, line in enumerate(text, 1):
            match = INCLUDE.match(line)
            if match:
                yield Include(name, number, match.group(2))


def is_ours(name):
    return name.split("/")[0] in ROOTS


def edge_error(include, edges):
    if include.path.endswith("_test.cc"):
        return None
    if include.path.startswith(("tests/", "bench/")) and folder_of(include.path) not in edges:
        return None
    here, there = folder_of(include.path), folder_of(include.name)
    if here == there:
        return None
    if here not in edges:
        return "folder %s has no row in the table of ARCHITECTURE.md" % here
    if there in edges[here] or include.name in edges[here]:
        return None
    return "%s must not include %s" % (here, there)


def may_use(path, folders):
    if "everywhere" in folders:
        return True
    within = lambda inner, outer: inner == outer or inner.startswith(outer + "/")
    here = os.path.dirname(path)
    if any(within(here, folder) or path == folder for folder in folders):
        return True
    tested = here[len("tests/"):] if here.startswith("tests/") else None
    return tested is not None and any(within(folder, tested) for folder in folders)


def library_error(include, rows):
    if STANDARD.match(include.name):
        return None
    matching = [row for row in rows if any(include.name.startswith(p) for p in row.prefixes)]
    if not matching:
        return "%s is of no library in the table of ARCHITECTURE.md" % include.name
    # The longest prefix decides: boost/uuid/ before boost/.
    best = max(matching, key=lambda row: max(len(p) for p in row.prefixes if include.name.startswith(p)))
    if may_use(include.path, best.folders):
        return None
    return "%s (%s) is used by %s only" % (include.name, best.name, ", ".join(best.folders))


def cycle_in(edges):
    """Some cycle of the allowed edges as a list of folders, or None."""
    done, path = set(), []

    def visit(folder):
        if folder in path:
            return path[path.index(folder):] + [folder]
        if folder in done:
            return None
        path.append(folder)
        for target in sorted(edges.get(folder, ())):
            found = visit(folder_of(target) if target.endswith(".h") else target)
            if found:
                return found
        done.add(path.pop())
        return None

    return next((found for found in map(visit, sorted(edges)) if found), None)


def errors(architecture, includes):
    edges, rows = allowed_edges(architecture), libraries(architecture)
    found = []
    cycle = cycle_in(edges)
    if cycle:
        found.append("ARCHITECTURE.md: the table allows a cycle: " + " -> ".join(cycle))
    for include in includes:
        if is_ours(include.name):
            error = edge_error(include, edges)
        else:
            error = library_error(include, rows)
        if error:
            found.append("%s:%d: %s" % (include.path, include.line, error))
    return found


def main(root):
    with open(os.path.join(root, "ARCHITECTURE.md"), encoding="utf-8") as text:
        architecture = text.read()
    includes = list(includes_below(root))
    found = errors(architecture, includes)
    for error in found:
        print(error)
    print("%d includes read, %d errors" % (len(includes), len(found)))
    return 1 if found or not includes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
