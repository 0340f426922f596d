"""Awkward cases of place: where a service is, whom it visits, what area it covers."""

import json

from .awkward_case import ALL, ORUK, V3, Case, at_venue
from .dice import Dice, make_uuid
from .places import degrees
from .service import Link

AREAS = {
    "Sheffield": "http://statistics.data.gov.uk/id/statistical-geography/E08000019",
    "Rotherham": "http://statistics.data.gov.uk/id/statistical-geography/E08000018",
    "North East Derbyshire": "http://statistics.data.gov.uk/id/statistical-geography/E07000038",
    "South Yorkshire": None,
    "Yorkshire and The Humber": None,
    "England": None,
    "UK": None,
    "national": None,
}
# A rough circle: eastward and northward offsets of a ring of one kilometre, in millionths of a degree.
RING = [
    (15050, 0),
    (10640, 6360),
    (0, 8990),
    (-10640, 6360),
    (-15050, 0),
    (-10640, -6360),
    (0, -8990),
    (10640, -6360),
]


def polygon(sector, tenths):
    """A GeoJSON ring around a sector's centre, `tenths` of a kilometre wide on each side."""
    ring = [
        [degrees(sector.lon + dx * tenths // 10), degrees(sector.lat + dy * tenths // 10)]
        for dx, dy in RING
    ]
    return {"type": "Polygon", "coordinates": [ring + ring[:1]]}


def named_area(name):
    return {"name": name, "uri": AREAS.get(name)}


def reach(seed, sources, venues):
    """Areas, offices and virtual places of services that are not simply somewhere."""
    for services in sources.values():
        for service in services:
            _reach(Dice(seed, f"reach/{service.key}"), service, venues, seed)


def _reach(dice, service, venues, seed):
    home = service.home
    if service.mode in ("phone", "online"):
        if dice.chance(70):
            _cover(
                service,
                dice.pick(
                    ["Sheffield", "Sheffield", "Sheffield", "South Yorkshire", "England", "UK"]
                ),
            )
        if service.mode == "online" and dice.chance(60):
            _virtual(service, seed)
    elif service.mode == "visits":
        roll = dice.below(100)
        if roll < 55:
            _cover(service, home.authority)
            if dice.chance(25):
                _cover(service, "Rotherham" if home.authority != "Rotherham" else "Sheffield")
        elif roll < 85:
            service.areas.append(
                {
                    "name": f"{home.area} and nearby",
                    "uri": None,
                    "extent": polygon(home.sector, dice.between(12, 35)),
                }
            )
            service.cases.add("area by polygon")
        if dice.chance(50):
            service.links = [Link(dice.pick(venues["centre"]))]
            service.cases.add("home visits with an office address")
    elif dice.chance(5):
        _cover(service, home.authority)
    if service.mode == "confidential" or service.wants_confidential:
        service.wants_confidential = True


def _cover(service, name):
    service.areas.append(named_area(name))
    service.cases.add(
        "area: whole country" if name in ("England", "UK", "national") else "area by name"
    )


def _virtual(service, seed):
    service.location_type = "virtual"
    service.virtual_id = make_uuid(seed, f"virtual/{service.key}")
    service.cases.add("virtual location")


def _zero(service, _):
    service.links[0].raw_position = (0, 0)


def _range(service, dice):
    service.links[0].raw_position = dice.pick(
        [(153.38, -1.47), (53.38, -214.7), (5338158, -146742), (-1.4674, 533.8)]
    )


def _text(service, dice):
    service.links[0].raw_position = dice.pick(
        [("53°22'N", "1°28'W"), ("unknown", "unknown"), ("SK 355 873", ""), ("tbc", "tbc")]
    )


def _text_number(service, _):
    link = service.links[0]
    link.raw_position = (str(degrees(link.lat)), str(degrees(link.lon)))


def _postcode_only(service, _):
    service.links[0].raw_position = (None, None)


def _unknown_postcode(service, dice):
    service.links[0].raw_position = (None, None)
    service.links[0].postcode = dice.pick(
        ["S0 0AA", "ZZ1 1ZZ", "S99 0QQ", "Sheffield", "S?? ???", "S6"]
    )
    if service.links[0].postcode == "S6":
        service.links[0].postcode = "S0 9XX"


def _masked(service, _):
    link = service.links[0]
    link.masked = True
    link.lat, link.lon = (link.lat + 5000) // 10000 * 10000, (link.lon + 5000) // 10000 * 10000
    link.postcode = link.postcode.split()[0]


def _no_address(service, _):
    service.links[0].no_address = True
    service.links[0].raw_position = (None, None)


def _untidy_postcode(service, dice):
    link = service.links[0]
    link.postcode = dice.pick(
        [
            link.postcode.replace(" ", ""),
            link.postcode.lower(),
            link.postcode.replace(" ", "  "),
            link.postcode.replace(" ", "") + " ",
        ]
    )
    link.raw_position = (None, None)


def _national(service, dice):
    service.areas = [named_area(dice.pick(["UK", "national", "England"]))]


def _unresolved(service, dice):
    service.areas = [
        {
            "name": dice.pick(
                ["The Five Valleys", "Our parish", "Anyone on the 52 bus route", "Zone B"]
            ),
            "uri": None,
        }
    ]


def _polygon(service, dice):
    service.areas = [
        {
            "name": f"{service.home.area} and nearby",
            "uri": None,
            "extent": polygon(service.home.sector, dice.between(10, 30)),
        }
    ]


def _broken_polygon(service, dice):
    text = json.dumps(polygon(service.home.sector, 20))
    service.areas = [
        {
            "name": f"{service.home.area} ward",
            "uri": None,
            "extent_text": dice.pick([text[:60], "POLYGON((", "see map"]),
        }
    ]


def _unlike_position(service):
    return at_venue(service) and not service.links[0].raw_position


CASES = [
    Case("coordinates 0,0", _zero, _unlike_position),
    Case("coordinates out of range", _range, _unlike_position),
    Case("coordinates as words", _text, _unlike_position, ORUK),
    Case("coordinates as numbers in text", _text_number, _unlike_position, ORUK),
    Case("postcode without coordinates", _postcode_only, _unlike_position, ALL, 60),
    Case("unknown postcode, no coordinates", _unknown_postcode, _unlike_position),
    Case("postcode untidily written", _untidy_postcode, _unlike_position),
    Case(
        "masked (rounded coordinates, cut postcode)",
        _masked,
        _unlike_position,
        ("families", "riverbank", "moorside"),
        9,
    ),
    Case("venue without address", _no_address, _unlike_position, ORUK),
    Case("area: whole country", _national, lambda s: s.mode in ("phone", "online"), ORUK),
    Case("area by polygon", _polygon, at_venue, V3 + ("moorside",), 8),
    Case("area polygon that cannot be read", _broken_polygon, at_venue, V3 + ("moorside",)),
    Case("area that does not resolve", _unresolved, at_venue, ORUK),
]
