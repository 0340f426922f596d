"""What the peers written in Python have in common: the commands, the passes over the questions.

    PROGRAM version
    PROGRAM build CORPUS INDEX
    PROGRAM answer QUESTIONS INDEX

`answer` prints one JSON line a question, in the order of the questions: total, the first 20 ids, the
first 20 [term, count], and the median of five passes in microseconds. passes.h does the same in C++.
"""

import gc
import json
import statistics
import sys
import time

from corpus.questions import read_questions

PASSES = 5


def timed(answer, question):
    begun = time.perf_counter()
    answer(question)
    return (time.perf_counter() - begun) * 1e6


def print_answers(answer, questions):
    """`answer` gives (total, ids, facets). The first pass warms and is not timed."""
    answers = [answer(question) for question in questions]
    gc.disable()
    passes = [[timed(answer, question) for question in questions] for _ in range(PASSES)]
    for (total, ids, facets), times in zip(answers, zip(*passes)):
        print(json.dumps({"total": total, "ids": ids, "facets": facets,
                          "us": round(statistics.median(times), 1)}))


def main(peer):
    """Runs the command in the arguments. `peer` has version(), build(corpus, index), client(index)."""
    command, *arguments = sys.argv[1:]
    if command == "version":
        print(peer.version())
    elif command == "build":
        peer.build(*arguments)
    else:
        questions, index = arguments
        print_answers(peer.client(index), read_questions(questions))
