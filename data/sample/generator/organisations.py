"""The invented organisations of organisations.txt."""

import os
import re

from .dice import make_uuid

HERE = os.path.dirname(os.path.abspath(__file__))
FLAVOUR = {
    "advice": "Independent advice that is free to the people who need it.",
    "faith": "A place of worship with an open door.",
    "council": "A local authority.",
    "health": "Health care close to home.",
    "sport": "Sport and movement for everybody.",
    "library": "Books, computers and a seat.",
    "housing": "Homes, and help to keep them.",
    "women": "Led by women, for women.",
    "disability": "Run by and with disabled people.",
    "children": "For children and those who bring them up.",
    "older": "For people in later life.",
}


class Organisation:
    def __init__(self, seed, name, flavour):
        self.name, self.flavour = name, flavour
        self.slug = re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")
        self.id = make_uuid(seed, f"organisation/{name}")
        self.description = FLAVOUR.get(flavour, "A small local charity.")
        self.url = f"https://{self.slug}.example.org"
        self.email = f"contact@{self.slug}.example.org"


def read_organisations(seed):
    """{flavour: [Organisation]}"""
    found = {}
    with open(os.path.join(HERE, "organisations.txt"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#") or not line.strip():
                continue
            flavour, _, names = line.partition(":")
            found[flavour] = [
                Organisation(seed, name.strip(), flavour) for name in names.split("|")
            ]
    return found
