"""The services of the feeds, as a search box that knows only texts would hold them."""

import json
import os
import re
from dataclasses import dataclass
from html.parser import HTMLParser

# Corpus -> sources -> file. A question is asked of the sources of one corpus.
FEEDS = {
    "bristol": {"bristol": "bristol-oruk-v1-2024-12.json"},
    "bucks": {"bucks": "buckinghamshire-outpost-2023-page1.json",
              "bucks2021": "buckinghamshire-outpost-2021-20services.json"},
}
WHITE_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Record:
    source: str
    id: str  # the publisher's
    name: str
    organisation: str
    description: str

    @property
    def key(self):
        return self.source, self.id


class _Text(HTMLParser):
    """What a browser would show: tags part words, images and the like show nothing."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts = []

    def handle_data(self, data):
        self.parts.append(data)

    def handle_starttag(self, tag, attrs):
        self.parts.append(" ")

    def handle_endtag(self, tag):
        self.parts.append(" ")


def plain_text(markup):
    """One line without markup; "" of None."""
    reader = _Text()
    reader.feed(markup or "")
    reader.close()
    return WHITE_SPACE.sub(" ", "".join(reader.parts)).strip()


def record_of(source, service):
    organisation = service.get("organization") or service.get("organisation") or {}
    return Record(source, str(service["id"]), plain_text(service.get("name")),
                  plain_text(organisation.get("name")), plain_text(service.get("description")))


def modified(service):
    return service.get("updated_at") or (service.get("pc_metadata") or {}).get("date_modified") or ""


def records_of(source, services):
    """Those that Waypost publishes: with a name, and of one id the one modified last."""
    kept = {}
    for service in services:
        earlier = kept.get(service["id"])
        if plain_text(service.get("name")) and (
                earlier is None or modified(service) > modified(earlier)):
            kept[service["id"]] = service
    return [record_of(source, service) for service in kept.values()]


def feeds_folder():
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    shared = os.environ.get("WAYPOST_SHARED") or os.path.join(root, os.pardir, "shared")
    return os.path.abspath(os.path.join(shared, "data", "oruk-feeds"))


def feed_paths():
    """Source -> path."""
    return {source: os.path.join(feeds_folder(), name)
            for sources in FEEDS.values() for source, name in sources.items()}


def read_records():
    """Corpus -> its records, in the order of the feeds."""
    found = {}
    for corpus, sources in FEEDS.items():
        found[corpus] = []
        for source in sources:
            with open(feed_paths()[source], encoding="utf-8") as file:
                read = json.load(file)
            found[corpus] += records_of(source, read["content"] if isinstance(read, dict) else read)
    return found
