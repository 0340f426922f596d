"""What real feeds do to a directory: each case given to at least five services, and listed in the README."""

from . import awkward_places, awkward_values
from .dice import Dice

AT_LEAST = 10


def _spread(dice, pools, count):
    """`count` services taken from the sources in turn."""
    queues = [dice.shuffled(pool) for pool in pools if pool]
    taken = []
    while queues and len(taken) < count:
        for queue in list(queues):
            if len(taken) < count:
                taken.append(queue.pop())
            if not queue:
                queues.remove(queue)
    return taken


def apply(seed, sources, venues):
    """Cases in order; a service gets at most one that hurts it, so each case stands alone."""
    awkward_places.reach(seed, sources, venues)
    touched = set()
    for case in awkward_places.CASES + awkward_values.CASES:
        pools = [
            [s for s in sources[name] if s.key not in touched and case.fits(s)]
            for name in case.sources
        ]
        chosen = _spread(Dice(seed, f"case/{case.name}"), pools, case.count or AT_LEAST)
        assert len(chosen) >= 5, f"only {len(chosen)} services fit {case.name}"
        for service in chosen:
            case.change(service, Dice(seed, f"case/{case.name}/{service.key}"))
            service.cases.add(case.name)
            touched.add(service.key)
    for services in sources.values():
        for service in services:
            _note_natural(service)


def _note_natural(service):
    """Cases that come about by themselves."""
    if not service.links and service.mode in ("phone", "online"):
        service.cases.add(f"no venue ({service.mode})")
    if service.mode == "visits" and not service.links:
        service.cases.add("home visits, no address")
    for access in service.access:
        service.cases.add(f"access: {access}")
    for low, high in service.ages:
        if low and not high:
            service.cases.add("age: minimum only")
        if high and not low:
            service.cases.add("age: maximum only")
        if low == 1.5 or high == 1.5:
            service.cases.add("age: 18 months")
    if not service.types:
        service.cases.add("untagged")
    if any(link.absent for link in service.links):
        service.cases.add("accessibility: no, in words")
    if any(link.features for link in service.links):
        service.cases.add("accessibility: yes")
    if len(service.links) > 5:
        service.cases.add("six venues or more")
    if any(ord(letter) > 0x36F and ord(letter) < 0x2000 for letter in service.name or ""):
        service.cases.add("name in another script")
    if service.languages:
        service.cases.add("languages by name" if service.languages_by_name else "languages by code")
