"""Invented venues in real postcode sectors of Sheffield and its neighbours."""

import os

from .dice import Dice, make_uuid

HERE = os.path.dirname(os.path.abspath(__file__))

FIRST = (
    "Tansy Copper Hobb Quill Larkrise Fenny Ember Whin Sorrel Plover Tallow Bobbin Cinder Juniper Rowel "
    "Pepper Wherry Thimble Saffron Otter Marl Candle Bramble Dunnock Fallow Heron Ginger Skelter Lapwing "
    "Cobbler Teasel Mistle"
).split()
LAST = "Row Garth Fold Croft Stile Clough Holt Yard Bank Nook Steps Rise Mere Gate".split()
SAINTS = (
    "St Osyth's|St Tudwal's|St Everilda's|St Alkelda's|St Wulfric's|St Ia's|St Rumwold's|St Sativola's"
).split("|")

FEATURES = [
    "wheelchair",
    "ramp",
    "elevator",
    "restroom",
    "disabled_parking",
    "deaf_interpreter",
    "tape_braille",
]
FEATURE_WORDS = {
    "wheelchair": "Wheelchair accessible",
    "ramp": "Ramp to the front door",
    "elevator": "Lift to all floors",
    "restroom": "Accessible toilet",
    "disabled_parking": "Blue badge parking",
    "deaf_interpreter": "BSL interpreter",
    "tape_braille": "Braille or audio on request",
}
NO_WORDS = [
    "No wheelchair access: there are {n} steps up to the door",
    "Not suitable for wheelchairs",
    "No lift; the room is on the first floor",
    "No accessible toilet",
]

# How many venues of each kind a sector gets, in hundredths.
SHARE = {
    "hall": 150,
    "centre": 140,
    "library": 35,
    "health": 45,
    "leisure": 25,
    "shop": 35,
    "shed": 22,
    "allotment": 35,
    "park": 45,
    "stop": 90,
}


class Sector:
    def __init__(self, code, lat, lon, authority, area, units):
        self.code, self.authority, self.area, self.units = code, authority, area, units
        self.lat, self.lon = micro(lat), micro(lon)


class Venue:
    """A place; `lat` and `lon` in millionths of a degree."""


def micro(text):
    """Millionths of a degree, without floating point."""
    sign = -1 if text.startswith("-") else 1
    whole, _, part = text.lstrip("-").partition(".")
    return sign * (int(whole) * 1_000_000 + int((part + "000000")[:6]))


def degrees(value):
    """Millionths of a degree as a number that prints with six places at most."""
    return float(
        f"{'-' if value < 0 else ''}{abs(value) // 1_000_000}.{abs(value) % 1_000_000:06d}"
    )


def read_sectors():
    with open(os.path.join(HERE, "sectors.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return [
        Sector(code, lat, lon, authority, area, units.split())
        for code, lat, lon, authority, area, units in rows
    ]


def _name(kind, nook, dice):
    patterns = {
        "hall": [
            f"{nook} Church Hall",
            f"{dice.pick(SAINTS)} Hall, {nook}",
            f"{nook} Methodist Hall",
            f"{nook} Social Club",
            f"The Old Chapel, {nook}",
        ],
        "centre": [
            f"{nook} Community Centre",
            f"The {nook} Centre",
            f"{nook} Neighbourhood Rooms",
            f"The Old School, {nook}",
        ],
        "library": [f"{nook} Library"],
        "health": [f"{nook} Health Centre", f"{nook} Surgery"],
        "leisure": [f"{nook} Leisure Centre", f"{nook} Pool and Gym"],
        "shop": [f"The Corner Unit, {nook}", f"{dice.between(2, 60)} {nook}"],
        "shed": [f"Unit {dice.between(2, 14)}, {nook} Works"],
        "allotment": [f"{nook} Field", f"{nook} Gardens"],
        "park": [f"{nook} Recreation Ground", f"{nook} Park"],
        "stop": [
            f"{nook}, outside the post office",
            f"{nook} turning circle",
            f"{nook}, by the bus shelter",
        ],
    }
    return dice.pick(patterns[kind])


def _accessibility(dice, kind):
    """(features stated present, words stated absent)."""
    roll = dice.below(100)
    if kind in ("allotment", "park", "stop"):
        roll = min(99, roll + 25)
    if roll < 48:
        features = ["wheelchair"] + dice.some(FEATURES[1:], dice.between(0, 3))
        return features, []
    if roll < 64:
        return [], [dice.pick(NO_WORDS).format(n=dice.between(3, 14))]
    return [], []


def _make_venue(seed, sector, kind, number, nook):
    dice = Dice(seed, f"venue/{sector.code}/{kind}/{number}")
    venue = Venue()
    venue.kind, venue.sector, venue.road = kind, sector, nook
    venue.id = make_uuid(seed, f"venue/{sector.code}/{kind}/{number}")
    venue.number = 1000 + dice.below(8000)
    venue.name = _name(kind, nook, dice)
    venue.street = f"{dice.between(1, 180)} {nook}"
    venue.area, venue.authority = sector.area, sector.authority
    venue.city = {"Sheffield": "Sheffield", "Rotherham": "Rotherham"}.get(
        sector.authority, sector.area
    )
    venue.postcode = f"{sector.code}{dice.pick(sector.units)}"
    venue.lat = sector.lat + dice.between(-3500, 3500)
    venue.lon = sector.lon + dice.between(-5500, 5500)
    venue.features, venue.absent = _accessibility(dice, kind)
    venue.bus = dice.between(1, 98)
    return venue


def make_venues(seed):
    """{kind: [Venue]}, in sector order; streets are shared by the venues of a sector."""
    nooks = Dice(seed, "nooks").shuffled([f"{a} {b}" for a in FIRST for b in LAST])
    venues = {kind: [] for kind in SHARE}
    for index, sector in enumerate(read_sectors()):
        mine = nooks[index * 5 : index * 5 + 5]
        for kind, share in SHARE.items():
            dice = Dice(seed, f"count/{sector.code}/{kind}")
            count = share // 100 + (1 if dice.below(100) < share % 100 else 0)
            for number in range(count):
                venues[kind].append(_make_venue(seed, sector, kind, number, dice.pick(mine)))
    return venues
