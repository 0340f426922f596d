"""The whole directory: which services there are, in which source, with which ordinary facts."""

import datetime

from . import awkward, handmade
from .dice import Dice
from .organisations import read_organisations
from .places import make_venues
from .schedules import SPECIAL
from .service import Maker, settings_of
from .templates import read_kinds

AS_OF = datetime.date(2026, 11, 21)
SPECIAL_EACH = 22
SHARES = [("riverbank", 46), ("moorside", 27), ("larkmoor", 27)]


def _source(seed, kind, settings, number):
    dice = Dice(seed, f"source/{kind.id}/{number}")
    if "source" in settings:
        return dice.pick(settings["source"].split())
    if "health" in settings.get("who", "") and dice.chance(30):
        return "millstone"
    roll = dice.below(100)
    for name, share in SHARES:
        if roll < share:
            return name
        roll -= share
    return SHARES[0][0]


def _slots(kinds):
    """(kind, template, number) of every service, templates in turn."""
    for kind in kinds:
        for number in range(int(kind.settings["count"])):
            yield kind, kind.templates[number % len(kind.templates)], number


def _specials(seed, slots):
    """Gives some services with a weekly session an awkward timetable: {(kind id, number): name}."""
    able = [
        (kind.id, number)
        for kind, template, number in slots
        if settings_of(kind, template)["when"].startswith("weekly")
        and "venues" not in settings_of(kind, template)
        and "{when}" in template["text"]
    ]
    chosen = Dice(seed, "specials").some(able, SPECIAL_EACH * len(SPECIAL))
    names = Dice(seed, "special names").shuffled(sorted(SPECIAL) * SPECIAL_EACH)
    return dict(zip(chosen, names))


def _dates(seed, service):
    """Assured and modified dates as a real directory has them: mostly fresh, some stale, some none."""
    dice = Dice(seed, f"dates/{service.key}")
    roll = dice.below(100)
    age = None
    if roll < 64:
        age = dice.between(1, 270)
    elif roll < 81:
        age = dice.between(271, 900)
    elif roll < 86:
        service.assured = f"2021-{dice.between(1, 12):02d}-{dice.between(1, 28):02d}"
        service.cases.add("stale (assured in 2021)")
    else:
        service.cases.add("no assured date")
    if age is not None:
        service.assured = (AS_OF - datetime.timedelta(days=age)).isoformat()
    if service.assured and dice.chance(40):
        service.assurer = f"checker{dice.between(1, 9)}@riverbank.example.org"
    day = service.assured or (AS_OF - datetime.timedelta(days=dice.between(1, 900))).isoformat()
    service.modified = f"{day}T{dice.between(8, 17):02d}:{dice.below(60):02d}:{dice.below(60):02d}Z"


def make_directory(seed):
    """{source id: [Service]}; every service once, awkward cases applied."""
    kinds, venues = read_kinds(), make_venues(seed)
    maker = Maker(seed, venues, read_organisations(seed))
    slots = list(_slots(kinds))
    specials = _specials(seed, slots)
    sources = {
        name: [] for name in ("riverbank", "moorside", "families", "larkmoor", "millstone", "clubs")
    }
    texts = set()
    for kind, template, number in slots:
        source = _source(seed, kind, settings_of(kind, template), number)
        for attempt in range(20):
            service = maker.make(
                kind, template, number, source, specials.get((kind.id, number)), attempt
            )
            if service.description not in texts:
                break
        texts.add(service.description)
        service.kind_label = kind.label
        _dates(seed, service)
        sources[source].append(service)
    handmade.apply(seed, sources)
    awkward.apply(seed, sources, venues)
    check_descriptions(sources)
    return sources


def check_descriptions(sources):
    """No two services of the directory may read the same."""
    seen = {}
    for services in sources.values():
        for service in services:
            text = service.description
            assert "{" not in text and "[" not in text and text, f"{service.template}: {text}"
            assert text not in seen, f"{service.key} and {seen[text]} read the same: {text}"
            seen[text] = service.key
