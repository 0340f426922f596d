#!/usr/bin/env python3
"""Every header compiles alone.

    headers_alone.py ROOT BUILD

A header that the compiled source of
the same name includes before anything else has been shown to stand alone by the build itself; every
other one is put through the compiler on its own, with the flags of a source of the same folder.

Most of that time is one library header, so it is compiled once beforehand, and given precompiled to
the headers that include it, themselves or through headers of the project. That hides nothing: a
header that uses what it does not include fails here all the same unless something that it includes
brings it, and every header that it includes is checked on its own too.
"""

import concurrent.futures
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

from headers_listed import headers_below

COSTLY = "absl/status/statusor.h"
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
FIRST_INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.M)


def compile_commands(build):
    """Absolute path of each compiled source -> its command as a list of words."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as text:
        return {entry["file"]: shlex.split(entry["command"]) for entry in json.load(text)}


def is_first_in_its_source(root, header, commands):
    source = os.path.join(root, header[:-2] + ".cc")
    if source not in commands:
        return False
    with open(source, encoding="utf-8") as text:
        first = FIRST_INCLUDE.search(text.read())
    return first is not None and first.group(1) == header


def home_of(root, build, file):
    """The folder of a compiled source; of one that CMake made of several ("unity"), theirs."""
    before, made, _ = file.partition("/CMakeFiles/")
    return os.path.join(root, os.path.relpath(before, build)) if made else os.path.dirname(file)


def flags_for(root, build, header, commands):
    """The compiler and its flags from the compiled source that shares the most folders with `header`."""
    folder = os.path.join(root, os.path.dirname(header))
    nearest = max(sorted(commands), key=lambda file: len(
        os.path.commonpath([home_of(root, build, file), folder])))
    words = commands[nearest]
    return words[:words.index("-o")]


def includes_of(root, header):
    """The quoted includes of a header of the project; none of a library's."""
    path = os.path.join(root, header)
    if not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8") as text:
        return INCLUDE.findall(text.read())


def reaches(root, header, wanted, seen):
    """Whether `header` is `wanted` or includes it, at any depth. `seen` holds what is known."""
    if header not in seen:
        seen[header] = False
        seen[header] = header == wanted or any(
            reaches(root, included, wanted, seen) for included in includes_of(root, header))
    return seen[header]


def precompile(flags, folder, build):
    """Words that give the compiler COSTLY precompiled in `folder`; none where it can't be made."""
    made = os.path.join(folder, "costly.h")
    with open(made, "w", encoding="utf-8") as text:
        text.write('#include "%s"\n' % COSTLY)
    run = subprocess.run(flags + ["-O0", "-g0", "-x", "c++-header", made, "-o", made + ".gch"],
                         cwd=build, capture_output=True, text=True)
    return ["-include", made] if run.returncode == 0 else []


def check_alone(flags, header, build):
    """None when a file with nothing but this include compiles, else the compiler's first lines.

    Runs in the build folder: relative paths in flags are relative to it.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".cc") as source:
        source.write('#include "%s"\n#include "%s"\n' % (header, header))
        source.flush()
        run = subprocess.run(flags + ["-O0", "-g0", "-fsyntax-only", source.name],
                             cwd=build, capture_output=True, text=True)
    if run.returncode == 0:
        return None
    return "%s does not compile alone:\n%s" % (header, "\n".join(run.stderr.splitlines()[:8]))


def main(root, build):
    commands = compile_commands(build)
    headers = list(headers_below(root))
    alone = [h for h in headers if not is_first_in_its_source(root, h, commands)]
    flags = {header: flags_for(root, build, header, commands) for header in alone}
    seen = {}
    costly = [header for header in alone if reaches(root, header, COSTLY, seen)]
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        if costly:
            words = precompile(flags[costly[0]], folder, build)
            flags.update({header: flags[header] + words for header in costly})
        errors = [error for error in pool.map(lambda h: check_alone(flags[h], h, build), alone) if error]
    for error in errors:
        print(error)
    print("%d headers, %d of them compiled here, %d errors" % (len(headers), len(alone), len(errors)))
    return 1 if errors or not headers else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
