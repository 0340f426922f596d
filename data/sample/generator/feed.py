"""What the writers share: leaving out what is not stated, envelopes, ids of parts, positions."""

import json

from .dice import Dice, make_uuid
from .places import degrees

SEED = {}


def present(**members):
    """The members that are stated, in order."""
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}


def part_id(service, name):
    """The UUID of a part of a service."""
    return make_uuid(SEED["seed"], f"part/{service.key}/{name}")


def dice_for(service, name):
    return Dice(SEED["seed"], f"write/{service.key}/{name}")


def position(link):
    """Latitude and longitude as published: right, wrong or (None, None)."""
    if link.raw_position is not None:
        return link.raw_position
    return degrees(link.lat), degrees(link.lon)


def location_id(service, link):
    """Services at one venue share its location, unless this one publishes it differently."""
    if link.own_id is None:
        plain = not link.masked and not link.no_address and link.raw_position is None
        plain = plain and link.postcode == link.venue.postcode and not service.wants_confidential
        link.own_id = link.venue.id if plain else part_id(service, f"location/{link.venue.id}")
    return link.own_id


def location_name(service, link):
    return "Confidential address" if service.mode == "confidential" else link.venue.name


def street(link):
    return (
        f"{link.venue.street}, {link.venue.area}"
        if link.venue.area != link.venue.city
        else link.venue.street
    )


def amount(pence):
    """12.5 for 1250 pence, 12 for 1200."""
    return pence // 100 if pence % 100 == 0 else float(f"{pence // 100}.{pence % 100:02d}")


def line(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def page(envelope, name, items):
    """A page envelope with one item on each line, so that changes can be read."""
    head = json.dumps(envelope, ensure_ascii=False)[:-1]
    return head + f', "{name}": [\n' + ",\n".join(items) + "\n]}\n"
