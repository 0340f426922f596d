#!/usr/bin/env python3
"""Builds an index, serves it, and holds the server to the contract (contract.mjs).

    hold_server.py sample|feeds --server PROGRAM --index-tool PROGRAM --node PROGRAM
                   --source DIR --out DIR

`feeds` are those of feeds.toml; without the folder that WAYPOST_SHARED names (default: ../shared
beside the repository) it ends with 77, which CTest takes for skipped. The official schemas count
where that folder has them. The server listens on a free port of the loopback and is stopped
whatever happens.
"""

import argparse
import os
import re
import subprocess
import sys

SKIPPED = 77
# The index is of that day; a fixed minute makes answers repeat.
CLOCK = "2026-11-21T14:05:30Z"
AS_OF = "2026-11-21"


def read_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", choices=["sample", "feeds"])
    for name in ["server", "index-tool", "node", "source", "out"]:
        parser.add_argument("--" + name, required=True)
    return parser.parse_args()


def shared_folder(source):
    folder = os.environ.get("WAYPOST_SHARED", os.path.join(source, "..", "shared"))
    return os.path.realpath(folder)


def config_of(arguments, shared):
    """The configuration to build with; of the feeds a copy that names them where they are."""
    if arguments.data == "sample":
        return os.path.join(arguments.source, "data/sample/sample.toml")
    template = os.path.join(arguments.source, "tests/contract/feeds.toml")
    with open(template, encoding="utf-8") as file:
        text = file.read().replace("../../../shared", shared)
    path = os.path.join(arguments.out, "feeds.toml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def build_index(arguments, shared):
    index = os.path.join(arguments.out, f"contract_{arguments.data}.waypost")
    subprocess.run([arguments.index_tool, "build", "--config", config_of(arguments, shared),
                    "--data", os.path.join(arguments.source, "data"), "--as-of", AS_OF,
                    "--out", index],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return index


def start_server(arguments, index):
    """The process and the address that it says it answers on."""
    process = subprocess.Popen(
        [arguments.server, "--index", index, "--port", "0", "--clock", CLOCK,
         "--synonyms", os.path.join(arguments.source, "data/synonyms.txt"),
         "--assets", os.path.join(arguments.source, "server/web/assets")],
        stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline()
    found = re.match(r"Waypost answers on (http://127\.0\.0\.1:\d+) ", line)
    if not found:
        process.kill()
        process.wait()
        sys.exit(f"the server did not start; it said: {line}")
    return process, found.group(1)


def hold(arguments, shared, base):
    """The exit code of contract.mjs."""
    command = [arguments.node, "contract.mjs", "--base", base, "--details", "200",
               "--ledger", os.path.join(arguments.out, f"contract_{arguments.data}.tsv")]
    official = os.path.join(shared, "reference/schemas")
    if os.path.isdir(official):
        command += ["--official", official]
    else:
        print(f"no official schemas in {official}: only our own count")
    folder = os.path.join(arguments.source, "tests/contract")
    return subprocess.run(command, cwd=folder, check=False).returncode


def main():
    arguments = read_arguments()
    shared = shared_folder(arguments.source)
    if arguments.data == "feeds" and not os.path.isdir(os.path.join(shared, "data/oruk-feeds")):
        print(f"no real feeds in {shared}: set WAYPOST_SHARED to the folder that has them")
        sys.exit(SKIPPED)
    os.makedirs(arguments.out, exist_ok=True)
    process, base = start_server(arguments, build_index(arguments, shared))
    try:
        code = hold(arguments, shared, base)
    finally:
        process.terminate()
        stopped = process.wait(timeout=60)
    sys.exit(code or stopped)


if __name__ == "__main__":
    main()
