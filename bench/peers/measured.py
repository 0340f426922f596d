"""What an engine gives back: its index, its answers and its times, the same for all of them."""

import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field


@dataclass
class Answer:
    total: int
    ids: list
    facets: dict  # term -> count


@dataclass
class Index:
    build_s: float
    disk_bytes: int
    peak_bytes: int


@dataclass
class Measured:
    answers: list = field(default_factory=list)
    times: dict = field(default_factory=dict)  # class or "all" -> {"n", "p50_us", "p99_us"}


class EngineFailed(Exception):
    pass


def percentiles(times):
    """As bench/questions_bench.cc takes them."""
    ordered = sorted(times)
    return {"n": len(ordered), "p50_us": ordered[len(ordered) // 2],
            "p99_us": ordered[len(ordered) * 99 // 100]}


def times_by_kind(questions, times):
    """Percentiles over the questions of each class, and over all."""
    kinds = {}
    for question, microseconds in zip(questions, times):
        kinds.setdefault(question.kind, []).append(microseconds)
    found = {kind: percentiles(kinds[kind]) for kind in sorted(kinds)}
    found["all"] = percentiles(times)
    return found


def median_of(rounds):
    """Measured several times: the answers of the first, of every figure the median."""
    times = {kind: {figure: statistics.median(one.times[kind][figure] for one in rounds)
                    for figure in figures} for kind, figures in rounds[0].times.items()}
    return Measured(rounds[0].answers, times)


def bytes_of(file):
    """What a file takes on disk. The holes in it take nothing, and Groonga's are most of its files."""
    stat = os.lstat(file)
    return min(stat.st_size, stat.st_blocks * 512)


def bytes_below(path):
    """What a file or folder takes on disk."""
    if os.path.isfile(path):
        return bytes_of(path)
    return sum(bytes_of(os.path.join(folder, file))
               for folder, _, files in os.walk(path) for file in files)


def run(command, log, **options):
    """The finished process. What it says on stderr goes to the file `log`, and on when it fails."""
    with open(log, "w", encoding="utf-8") as errors:
        process = subprocess.run(command, stderr=errors, text=True, check=False, **options)
    check(command, process.returncode, log)
    return process


def check(command, exit_code, log):
    if exit_code == 0:
        return
    with open(log, encoding="utf-8") as errors:
        sys.stderr.write(errors.read()[-4000:])
    raise EngineFailed("%s ended with %d" % (" ".join(command[:4]), exit_code))


def timed_build(command, log, **options):
    """(seconds, peak of memory in bytes) of a program that builds an index."""
    begun = time.monotonic()
    with open(log, "w", encoding="utf-8") as errors:
        process = subprocess.Popen(command, stdout=errors, stderr=errors, **options)
        # wait4 tells the peak of this one child, which getrusage does not.
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    check(command, process.returncode, log)
    return time.monotonic() - begun, usage.ru_maxrss * 1024
