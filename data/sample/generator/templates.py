"""Reads the hand-written templates; templates/README.md describes their form."""

import glob
import os

FOLDER = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "templates")
SETTINGS = {
    "types",
    "who",
    "by",
    "at",
    "in",
    "age",
    "cost",
    "unit",
    "when",
    "count",
    "source",
    "venues",
    "confidential",
    "languages",
    "valid",
}


class Kind:
    """A kind of service: id, label, settings and templates (each a name list, a text, own settings)."""

    def __init__(self, header):
        self.id, self.label = (part.strip() for part in header.split("|"))
        self.settings, self.templates = {}, []


def _setting(line):
    key, colon, value = line.partition(":")
    return (key, value.strip()) if colon and key in SETTINGS else None


def _read(path):
    kinds, template = [], None
    with open(path, encoding="utf-8") as file:
        for line in file.read().split("\n"):
            if line.startswith("= "):
                kinds.append(Kind(line[2:]))
                template = None
            elif line.startswith("- "):
                template = {
                    "names": [n.strip() for n in line[2:].split(" | ")],
                    "text": [],
                    "settings": {},
                }
                kinds[-1].templates.append(template)
            elif _setting(line):
                key, value = _setting(line)
                (template["settings"] if template else kinds[-1].settings)[key] = value
            elif template:
                template["text"].append(line)
    return kinds


def read_kinds():
    kinds = []
    for path in sorted(glob.glob(os.path.join(FOLDER, "*.txt"))):
        kinds.extend(_read(path))
    for kind in kinds:
        for number, template in enumerate(kind.templates):
            template["id"] = f"{kind.id}/{number + 1}"
            template["text"] = "\n".join(template["text"]).strip()
    return kinds


def alternatives(dice, text):
    """Takes one of each "[a|b]"."""
    while "[" in text:
        before, _, rest = text.partition("[")
        inside, _, after = rest.partition("]")
        text = before + dice.pick(inside.split("|")) + after
    return text
