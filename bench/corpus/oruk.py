"""The corpus as Open Referral UK 3.0 JSON, which Waypost's builder reads."""

import json

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
VOCABULARY = "esdServiceTypes"
ORGANISATIONS = 9000

# What each kind of object has as the second group of its id.
SERVICE, ORGANISATION, AT_LOCATION, LOCATION, ADDRESS, SCHEDULE, ATTRIBUTE, TERM, LANGUAGE, PHONE = (
    range(1, 11))


def uuid_of(kind, number):
    """Scattered in its first digits, as real ones are, and the number itself in its last twelve."""
    return "%08x-%04x-4000-8000-%012x" % (number * 2654435761 & 0xffffffff, kind, number)


def number_of(uuid):
    return int(uuid[-12:], 16)


def clock(minute):
    return "%02d:%02d" % divmod(minute, 60)


def location(name, number, lat, lon):
    address = {"id": uuid_of(ADDRESS, number), "address_1": "%d High Street" % (number % 200),
               "city": "Town", "state_province": "County", "postal_code": "AB1 2CD",
               "country": "GB", "address_type": "physical"}
    return {"id": uuid_of(AT_LOCATION, number),
            "location": {"id": uuid_of(LOCATION, number), "name": name,
                         "location_type": "physical", "latitude": lat, "longitude": lon,
                         "addresses": [address]}}


def schedule(number, days, opens, closes):
    return {"id": uuid_of(SCHEDULE, number), "freq": "WEEKLY",
            "byday": ",".join(name for day, name in enumerate(DAYS) if days >> day & 1),
            "opens_at": clock(opens), "closes_at": clock(closes)}


def attribute(number, term):
    return {"id": uuid_of(ATTRIBUTE, number), "link_entity": "service",
            "taxonomy_term": {"id": uuid_of(TERM, term), "code": "t%d" % term,
                              "name": "Term %d" % term, "taxonomy": VOCABULARY}}


def organisation(number):
    return {"id": uuid_of(ORGANISATION, number), "name": "Trust %d" % number, "description": "",
            "website": "https://example.org/%d" % number}


def oruk_service(service):
    n = service.number
    # Ages that are not stated are "possible" to Waypost and "fit" to the others: stated for all, they
    # mean the same.
    youngest, oldest = service.ages or (0, 120)
    return {
        "id": uuid_of(SERVICE, n), "name": service.name, "description": service.description,
        "status": "active", "url": "https://example.org/services/%d" % n,
        "email": "service%d@example.org" % n, "minimum_age": youngest, "maximum_age": oldest,
        "last_modified": "2026-05-01T10:00:00Z",
        "organization": organisation(n % ORGANISATIONS),
        "service_at_locations": [location(service.name, n * 2 + i, *place)
                                 for i, place in enumerate(service.places)],
        "schedules": [schedule(n * 3 + i, *session) for i, session in enumerate(service.sessions)],
        "attributes": [attribute(n * 4 + i, term) for i, term in enumerate(service.terms)],
        "cost_options": [], "accessibility": [], "contacts": [],
        "languages": [{"id": uuid_of(LANGUAGE, n), "name": "English", "code": "en"}],
        "phones": [{"id": uuid_of(PHONE, n), "number": "01632 960%03d" % (n % 1000)}]}


def write_oruk(services, count, file):
    """One page with all of `count` services."""
    file.write('{"total_items":%d,"total_pages":1,"page_number":1,"size":%d,"contents":[' % (
        count, count))
    comma = ""
    for service in services:
        file.write(comma + json.dumps(oruk_service(service)))
        comma = ",\n"
    file.write("]}\n")
