"""The Outpost dialect: numbers for ids, GeoJSON points, weekday names, categories with slugs."""

import re

from .dice import make_uuid
from .feed import SEED, location_name, position, present, street
from .places import FEATURE_WORDS
from .schedules import DAY_NAMES, one_day

SLUGS = {
    "wheelchair": "Wheelchair accessible entrance",
    "restroom": "Accessible toilet facilities",
    "disabled_parking": "Disabled car parking space",
}


def _number(service, name, low=1000):
    """A stable whole number for a part."""
    return low + int(make_uuid(SEED["seed"], f"outpost/{service.key}/{name}")[:7], 16) % 900_000


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _geometry(link):
    lat, lon = position(link)
    return None if lat is None else {"type": "Point", "coordinates": [lon, lat]}


def _location(service, link, number):
    county = "Derbyshire" if link.venue.authority == "North East Derbyshire" else "South Yorkshire"
    names = [SLUGS.get(f, FEATURE_WORDS[f]) for f in link.features] + link.absent
    return {
        "id": _number(service, f"location/{number}"),
        "name": location_name(service, link),
        "address_1": None if link.no_address else street(link),
        "city": link.venue.city,
        "state_province": county,
        "postal_code": link.postcode,
        "country": "GB",
        "geometry": _geometry(link),
        "mask_exact_address": link.masked,
        "accessibilities": [{"name": name, "slug": slug(name)} for name in names],
    }


def _schedules(service):
    """Outpost knows weekdays only; other rules become text nobody can read by machine."""
    rows = []
    for number, row in enumerate(service.rows + [r for link in service.links for r in link.rows]):
        for day in (row.get("byday") or "").split(","):
            name = (
                DAY_NAMES.get(day)
                or (DAY_NAMES.get(day[-2:]) if row.get("freq") == "MONTHLY" else day)
                or None
            )
            entry = {
                "id": _number(service, f"row/{number}/{day}"),
                "weekday": name,
                "opens_at": row.get("opens"),
                "closes_at": row.get("closes"),
            }
            entry.update(
                present(
                    freq=row["freq"].lower()
                    if row.get("interval") or row.get("freq") == "MONTHLY"
                    else None,
                    interval=row.get("interval"),
                    byday=row.get("byday") if row.get("freq") == "MONTHLY" else None,
                    bymonthday=row.get("bymonthday"),
                    dtstart=one_day(row, day).get("dtstart"),
                    until=row.get("until"),
                    valid_from=row.get("valid_from"),
                    valid_to=row.get("valid_to"),
                    description=row.get("description"),
                )
            )
            rows.append(entry)
    return rows


def _costs(service):
    return [
        {
            "id": _number(service, f"cost/{i}"),
            "option": cost["option"],
            "amount": f"{cost['amount'] // 100}.{cost['amount'] % 100:02d}",
            "cost_type": cost.get("words", "").partition(" ")[2] or None,
        }
        for i, cost in enumerate(service.costs)
    ]


def _suitabilities(service):
    names = []
    if service.kind in ("send-short-breaks", "autism-family-support", "send-advice"):
        names = ["Autism", "Learning difficulties"]
    return [
        {"id": number + 1, "name": name, "slug": slug(name)} for number, name in enumerate(names)
    ]


def _taxonomies(service):
    if not service.types:
        return []
    parent = (
        "Special educational needs and disability"
        if "send" in service.kind or "autism" in service.kind
        else "Families and children"
    )
    return [
        {"id": len(parent), "name": parent, "slug": slug(parent), "parent_id": None},
        {
            "id": 100 + sum(service.kind.encode()) % 800,
            "name": service.kind_label,
            "slug": slug(service.kind_label),
            "parent_id": len(parent),
        },
    ]


def service_json(service):
    low, high = service.ages[0] if service.ages else (None, None)
    free = None
    if any(cost["amount"] == 0 for cost in service.costs) or (
        service.fees or ""
    ).lower().startswith("free"):
        free = True
    elif service.costs:
        free = False
    whole_age = (
        lambda value: None if value is None else int(value) if value == int(value) else value
    )
    organisation = service.organisation
    number = int(organisation.id[:6], 16) % 90_000 + 100
    return {
        "id": service.id,
        "updated_at": (service.modified or "2026-01-01T00:00:00Z").replace("Z", ".000Z"),
        "name": service.name,
        "description": service.raw_description or service.description,
        "url": service.url,
        "min_age": whole_age(low),
        "max_age": whole_age(high),
        "age_band_under_2": None,
        "age_band_all": None,
        "needs_referral": True if service.access == ["referral"] else None,
        "free": free,
        "created_at": "2024-02-01T09:00:00.000Z",
        "status": service.status,
        "target_directories": [{"name": "Riverbank Family Information", "label": "rfis"}],
        "locations": [_location(service, link, i) for i, link in enumerate(service.links)],
        "contacts": [
            {
                "id": _number(service, f"contact/{i}"),
                "name": None,
                "title": "Enquiries",
                "email": service.email if i == 0 else None,
                "phone": phone["number"],
            }
            for i, phone in enumerate(service.phones or [{"number": ""}])
        ],
        "meta": [{"key": "Waiting list", "value": ""}],
        "organisation": {
            "id": number,
            "name": organisation.name,
            "description": None,
            "email": None,
            "url": organisation.url,
        },
        "taxonomies": _taxonomies(service),
        "regular_schedules": _schedules(service),
        "cost_options": _costs(service),
        "links": [],
        "send_needs": [{"id": 3, "name": "Autism", "slug": "autism"}]
        if "autism" in service.kind
        else [],
        "suitabilities": _suitabilities(service),
        "local_offer": None,
        "assured_date": service.assured,
        "distance_away": None,
    }
