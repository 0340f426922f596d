#!/usr/bin/env python3
"""Every header is listed in its folder's CMakeLists.txt.

    headers_listed.py ROOT HEADERS

HEADERS lists the headers that the build knows, one path a line.
"""

import os
import sys

ROOTS = ("engine", "index_builder", "server")


def headers_below(root):
    for top in ROOTS:
        for folder, _, files in os.walk(os.path.join(root, top)):
            for file in sorted(files):
                if file.endswith(".h"):
                    yield os.path.relpath(os.path.join(folder, file), root)


def main(root, listing):
    with open(listing, encoding="utf-8") as text:
        listed = {os.path.relpath(line.strip(), root) for line in text if line.strip()}
    headers = list(headers_below(root))
    unlisted = [header for header in headers if header not in listed]
    for header in unlisted:
        print("%s is listed in no CMakeLists.txt" % header)
    print("%d headers, %d of them unlisted" % (len(headers), len(unlisted)))
    return 1 if unlisted or not headers else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
