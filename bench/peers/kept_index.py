"""Indexes with a note beside them of what their building cost, so that a later run can take them."""

import dataclasses
import json
import os
import sys

from peers.measured import Index


def index_of(engine, files, reuse):
    """Builds, and writes down what that cost beside the index; or takes what was written down."""
    note = files.path(engine.name + ".index.json")
    if reuse and os.path.exists(note):
        with open(note, encoding="utf-8") as file:
            known = json.load(file)
        if known.pop("key") == engine.index_key():
            return Index(**known)
    if os.path.exists(note):
        os.remove(note)
    print("building: %s" % engine.title, file=sys.stderr, flush=True)
    index = engine.build()
    with open(note, "w", encoding="utf-8") as file:
        json.dump({"key": engine.index_key(), **dataclasses.asdict(index)}, file)
    return index
