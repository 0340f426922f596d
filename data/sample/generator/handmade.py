"""Pieces written for one purpose: long handbooks, odd names, alerts, and who is confidential."""

import os

from .dice import Dice

HERE = os.path.dirname(os.path.abspath(__file__))

OLDER = (
    "older-peoples-activities",
    "lunch-club",
    "coffee-morning",
    "balance-class",
    "dementia-cafe",
    "stroke-group",
)
FAMILY = ("parent-and-toddler", "baby-bank", "uniform-bank", "family-support")
ADVICE = ("debt-advice", "benefits-advice", "housing-advice")
WORK = ("jobs-club", "digital-skills", "esol")
# (kinds, name): names that searches by exact name have failed on.
LONG_NAMES = [
    (OLDER, "Extra Care - {road} Court (St Osyth's)."),
    (OLDER, "{area} 50+ / 60+ / 70+ Club - Tues. & Thurs."),
    (OLDER, 'The "Over the Garden Wall" Neighbours\' Table - {area} & District'),
    (FAMILY, "Mums, Dads, Grans + Little Ones' Group - {road} (St Ia's)!"),
    (ADVICE, "Drop-in: Housing; Debt; Benefits -- {road} [Mondays]"),
    (ADVICE, 'Advice & Support: "Under One Roof" - {area} (formerly The Hub, est. 1998)'),
    (WORK, "'What's Next?' - Work/Training/Volunteering (16-24) - {area}"),
    (WORK, "A.B.L.E. (Active, Better Living, Everyone) @ {road}"),
]
STOP_NAMES = [
    "The Who Are We",
    "It Is What It Is",
    "Up and On",
    "We and Our Own",
    "Here and There",
    "Once and Again",
]
STOP_KINDS = (
    "who-are-we",
    "arts-and-choirs",
    "coffee-morning",
    "mental-health-support",
    "older-peoples-activities",
)
ALERTS = [
    "Closed until 4 January while the boiler is replaced.",
    "We have moved: please use the side door on the car park.",
    "No sessions in the week of 23 December.",
    "Waiting list closed. We expect to open it again in March.",
    "New number from Monday.",
    "Because of flooding this session meets in the library.",
]


def read_handbook():
    """[(question, answer)] of handbook.txt: a line each, with an empty line between the pairs."""
    with open(os.path.join(HERE, "handbook.txt"), encoding="utf-8") as file:
        pairs = file.read().strip().split("\n\n")[1:]
    return [tuple(pair.split("\n")) for pair in pairs]


def _handbook(service, dice):
    """The service's own text and then its handbook, about ten thousand bytes."""
    home = service.home
    parts = [service.description]
    for question, answer in dice.shuffled(read_handbook()):
        parts.append(question + "\n" + answer)
    text = "\n\n".join(parts)
    for name, value in (
        ("area", home.area),
        ("venue", home.name),
        ("road", home.road),
        ("phone", service.phone),
        ("bus", str(home.bus)),
    ):
        text = text.replace("{" + name + "}", value)
    assert len(text.encode()) >= 10_000, len(text.encode())
    service.description = text
    service.cases.add("very long description (10 kB)")


def apply(seed, sources):
    """Handbooks for six services, and which services are confidential and how that is said."""
    for name, count in (("riverbank", 3), ("moorside", 2), ("millstone", 1)):
        able = [
            s
            for s in sources[name]
            if s.kind
            in (
                "community-centre",
                "carers-support",
                "mental-health-support",
                "family-support",
                "recovery",
                "counselling",
                "housing-advice",
                "benefits-advice",
            )
            and s.links
        ]
        for service in Dice(seed, f"handbooks/{name}").some(able, count):
            _handbook(service, Dice(seed, f"handbook/{service.key}"))
