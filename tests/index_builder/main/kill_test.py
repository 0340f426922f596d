#!/usr/bin/env python3
"""Kills the builder at random moments: the artefact is then absent, the old one or the new one, whole.

    kill_test.py WAYPOST_INDEX SOURCE_DIR

WAYPOST_KILLS (200) says how often, WAYPOST_SEED where. Half of the kills are while an older artefact
stands at the target. A last build without a kill must leave nothing behind but its own three files.
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

TARGET = "a.waypost"
FILES = {"a.waypost", "a.waypost.verified", "a.rejects.ndjson", "a.report.ndjson"}


class Builder:
    def __init__(self, program, source, folder):
        self.program = program
        self.target = os.path.join(folder, "out", TARGET)
        self.scratch = os.path.join(folder, "scratch")
        self.config = os.path.join(source, "data/sample/sample.toml")
        self.data = os.path.join(source, "data")

    def start(self, day):
        command = [self.program, "build", "--config", self.config, "--data", self.data,
                   "--out", self.target, "--as-of", day]
        return subprocess.Popen(command, env=dict(os.environ, TMPDIR=self.scratch),
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def build(self, day):
        """The hash of a whole build, and how long it took."""
        begun = time.monotonic()
        if self.start(day).wait() != 0:
            sys.exit("the build of %s failed" % day)
        return self.hash(), time.monotonic() - begun

    def hash(self):
        """None when there is no artefact."""
        try:
            with open(self.target, "rb") as file:
                return hashlib.sha256(file.read()).hexdigest()
        except FileNotFoundError:
            return None

    def verifies(self):
        command = [self.program, "verify", self.target]
        return subprocess.run(command, stdout=subprocess.DEVNULL).returncode == 0


def main():
    program, source = sys.argv[1:]
    kills = int(os.environ.get("WAYPOST_KILLS", "200"))
    seed = int(os.environ.get("WAYPOST_SEED", "20261121"))
    print("seed %d, %d kills (WAYPOST_SEED and WAYPOST_KILLS change them)" % (seed, kills))
    moments = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="waypost-kill-") as folder:
        for name in ("out", "scratch"):
            os.mkdir(os.path.join(folder, name))
        builder = Builder(program, source, folder)
        new, _ = builder.build("2026-11-22")
        old, seconds = builder.build("2026-11-21")
        if old == new:
            sys.exit("the two builds are the same: nothing can be told from them")
        kept = os.path.join(folder, "old.waypost")
        shutil.copyfile(builder.target, kept)
        killed = 0
        for number in range(kills):
            allowed = {old, new} if number % 2 else {None, new}
            if number % 2:
                if builder.hash() != old:
                    shutil.copyfile(kept, builder.target)
            elif os.path.exists(builder.target):
                os.remove(builder.target)
            process = builder.start("2026-11-22")
            try:
                # The moment is what is tested; nothing is asserted about time.
                process.wait(timeout=moments.uniform(0, 1.05 * seconds))
            except subprocess.TimeoutExpired:
                process.kill()
                killed += 1
            process.wait()
            found = builder.hash()
            if found not in allowed:
                sys.exit("kill %d: the artefact is neither the old nor the new one" % number)
            if found and not builder.verifies():
                sys.exit("kill %d: the artefact does not verify" % number)
        if killed == 0:
            sys.exit("no build was killed: every one had ended before")
        again, _ = builder.build("2026-11-22")
        if again != new:
            sys.exit("the build after the kills gave other bytes")
        left = set(os.listdir(os.path.dirname(builder.target))) - FILES
        left.update(os.listdir(builder.scratch))
        if left:
            sys.exit("left behind: " + ", ".join(sorted(left)))
        print("%d of %d builds killed" % (killed, kills))


if __name__ == "__main__":
    main()
