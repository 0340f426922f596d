"""What each source does in its own way: ids, repeats, extras of version 1, flags."""

from . import more
from .dice import Dice

PREFIX = {"larkmoor": "LVN", "clubs": "FC"}
DELIVERABLE = {
    "debt-advice": "Advice",
    "benefits-advice": "Advice",
    "housing-advice": "Advice",
    "counselling": "Counselling",
    "bereavement": "Counselling",
    "hardship-grants": "Financial Support",
    "esol": "Training",
    "digital-skills": "Training",
    "adult-learning": "Training",
    "home-care-and-equipment": "Equipment",
    "library": "Information",
}
# The tabular form and Outpost have no flag for it.
HIDDEN_BY = {
    "riverbank": ["a flag", "id", "id"],
    "moorside": ["a flag", "id", "id"],
    "millstone": ["a flag", "id", "id"],
}
HIDDEN_TYPE = "164"
REPEATS = 6
SHARED = 6


def _ids(seed, name, services):
    """Families counts, Larkmoor and the clubs number, half of Moorside keeps numbers of an old system."""
    for number, service in enumerate(services):
        dice = Dice(seed, f"id/{service.key}")
        if name == "families":
            service.id = 2000 + number * 3 + dice.below(3)
        elif name in PREFIX:
            service.id = f"{PREFIX[name]}-{number + 101:04d}"
        elif name == "moorside" and dice.chance(35):
            service.id = str(12000 + number * 2)
            service.cases.add("non-UUID id")


def _version_1(seed, services):
    for service in services:
        dice = Dice(seed, f"v1/{service.key}")
        service.deliverable = DELIVERABLE.get(service.kind)
        if dice.chance(3):
            service.reviews = [
                {
                    "id": f"review-{dice.below(9999)}",
                    "reviewer_organization_id": service.organisation.id,
                    "title": "Visited by a member",
                    "description": "Friendly, a bit hard to find.",
                    "date": "2026-05-04",
                    "score": str(dice.between(3, 5)),
                }
            ]
            service.cases.add("reviews")


def _flags(seed, services):
    """Confidential services: by a flag in the feed, by id or type in sample.toml, or because refuges are."""
    for service in services:
        by_type = service.source == "larkmoor" and HIDDEN_TYPE in service.types and service.links
        if not service.wants_confidential and not by_type:
            continue
        service.wants_confidential = True
        service.hidden_by = Dice(seed, f"flag/{service.key}").pick(
            HIDDEN_BY.get(service.source, ["id"])
        )
        if by_type:
            service.hidden_by = "its service type"
        elif "refuge" in (service.name or "").lower() and service.hidden_by == "id":
            service.hidden_by = "its name (a refuge)"
        service.cases.add(f"confidential by {service.hidden_by}")


# What a dialect has no place for is not a case of that source.
UNSAID = {
    "families": (
        "home visits with",
        "languages",
        "area",
        "virtual",
        "donation",
        "free by words",
        "field:",
        "access: appointment",
        "access: drop-in",
        "access: membership",
    ),
    "clubs": ("languages", "area", "virtual", "field:"),
    "moorside": ("virtual", "field: a", "field: e", "field: i", "field: l", "field: w"),
}


def _unsay(name, services):
    for service in services:
        service.cases = {
            case
            for case in service.cases
            if not case.startswith(UNSAID.get(name, ("-",)))
            or (name == "moorside" and case == "field: accreditations")
        }


class Repeat:
    """A second row with an id that its feed has already; `changed` when it says something else."""

    def __init__(self, service, changed):
        self.service, self.changed = service, changed


def _repeats(seed, name, services):
    plain = [s for s in services if s.name and s.status == "active" and not s.wants_confidential]
    chosen = Dice(seed, f"repeats/{name}").some(plain, REPEATS)
    for service in chosen:
        service.cases.add("id twice in the feed")
    return [Repeat(service, number % 2 == 1) for number, service in enumerate(chosen)]


def _shared(seed, sources):
    """Millstone republishes some services of Riverbank under the same UUID, a little differently."""

    def plain(service):
        return (
            service.status == "active"
            and service.name
            and "non-UUID id" not in service.cases
            and not service.wants_confidential
            and "id twice in the feed" not in service.cases
        )

    ours = Dice(seed, "shared/a").some([s for s in sources["riverbank"] if plain(s)], SHARED)
    theirs = Dice(seed, "shared/b").some([s for s in sources["millstone"] if plain(s)], SHARED)
    for one, other in zip(ours, theirs):
        other.id = one.id
        one.cases.add("UUID in two sources")
        other.cases.add("UUID in two sources")


def finish(seed, sources):
    """Returns {source: [Repeat]}."""
    for name, services in sources.items():
        _ids(seed, name, services)
        for service in services:
            more.add(seed, service)
        _flags(seed, services)
        _unsay(name, services)
    _version_1(seed, sources["moorside"])
    repeats = {
        name: _repeats(seed, name, sources[name]) for name in ("riverbank", "moorside", "larkmoor")
    }
    _shared(seed, sources)
    return repeats
