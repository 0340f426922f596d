"""Puts the directory into files, one format for each source."""

import copy
import os

from . import (
    write_clubs,
    write_hsds,
    write_oruk1,
    write_oruk3,
    write_outpost,
    write_readme,
    write_config,
)
from .directory import make_directory
from .feed import SEED, line, page
from .finish import finish

PER_PAGE = 200
LARGEST = 2_000_000


def _with_repeats(services, repeats):
    """The services, and at the end of the feed the repeated rows."""
    rows = list(services)
    for repeat in repeats:
        again = copy.copy(repeat.service)
        if repeat.changed:
            again.description = again.description + " (Second entry.)"
            again.raw_description = None
        rows.append(again)
    return rows


def _oruk3(services):
    pages = [services[i : i + PER_PAGE] for i in range(0, len(services), PER_PAGE)]
    files = {}
    for number, items in enumerate(pages, 1):
        envelope = {
            "total_items": len(services),
            "total_pages": len(pages),
            "page_number": number,
            "size": len(items),
            "first_page": number == 1,
            "last_page": number == len(pages),
            "empty": False,
        }
        files[f"oruk3/page-{number}.json"] = page(
            envelope, "contents", [line(write_oruk3.service_json(s)) for s in items]
        )
    return files


def _oruk1(services):
    envelope = {
        "totalElements": len(services),
        "totalPages": 1,
        "number": 1,
        "size": len(services),
        "first": True,
        "last": True,
        "empty": False,
    }
    return page(envelope, "content", [line(write_oruk1.service_json(s)) for s in services])


def _outpost(services):
    envelope = {
        "number": 1,
        "size": len(services),
        "totalPages": 1,
        "totalElements": len(services),
        "first": True,
        "last": True,
    }
    return page(envelope, "content", [line(write_outpost.service_json(s)) for s in services])


def make_files(seed):
    """{path: text} of everything."""
    SEED["seed"] = seed
    sources = make_directory(seed)
    repeats = finish(seed, sources)
    rows = {
        name: _with_repeats(services, repeats.get(name, [])) for name, services in sources.items()
    }
    files = _oruk3(rows["riverbank"])
    files["oruk1.json"] = _oruk1(rows["moorside"])
    files["outpost.json"] = _outpost(rows["families"])
    files["health.ndjson"] = "".join(
        line(write_oruk3.service_json(s)) + "\n" for s in rows["millstone"]
    )
    for name, text in write_hsds.files(rows["larkmoor"]).items():
        files[f"hsds-csv/{name}"] = text
    files["clubs.csv"] = write_clubs.text(rows["clubs"])
    files["clubs.toml"] = write_clubs.MAPPING
    files["sample.toml"] = write_config.text(sources)
    files["README.md"] = write_readme.text(seed, sources, rows)
    return files


def write(seed, folder):
    """Writes all files below `folder`; returns (path, bytes) of each."""
    sizes = []
    for path, text in sorted(make_files(seed).items()):
        data = text.encode("utf-8")
        assert len(data) < LARGEST, f"{path} has {len(data)} bytes"
        whole = os.path.join(folder, path)
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "wb") as file:
            file.write(data)
        sizes.append((path, len(data)))
    return sizes
