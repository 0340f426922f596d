"""What each awkward case looks like in a feed: for every dialect, name and test on one record."""

import json
import re

AS_OF = "2026-11-21"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")


def rows3(service):
    """Schedule rows of an ORUK 3.0 service, those at its locations too."""
    return service.get("schedules", []) + [
        row for at in service.get("service_at_locations", []) for row in at.get("schedules", [])
    ]


def places3(service):
    return [at["location"] for at in service.get("service_at_locations", [])]


def rows1(service):
    return service.get("regular_schedules", []) + [
        row
        for at in service.get("service_at_locations", [])
        for row in at.get("regular_schedule", [])
    ]


def places1(service):
    return [at["location"] for at in service.get("service_at_locations", [])]


def some(rows, test):
    return any(test(row) for row in rows)


def night(row):
    times = row.get("opens_at", ""), row.get("closes_at", "")
    return (
        all(re.match(r"\d\d:\d\d", time) for time in times)
        and times[1][:5] <= times[0][:5]
        and times[1][:5] != "00:00"
    )


def all_day(row):
    return row.get("opens_at", "")[:5] == "00:00" and row.get("closes_at", "")[:5] in (
        "23:59",
        "24:00",
        "00:00",
    )


def number(value):
    return isinstance(value, (int, float))


def out_of_range(place):
    lat, lon = place.get("latitude"), place.get("longitude")
    return number(lat) and number(lon) and (abs(lat) > 90 or abs(lon) > 180)


def same_day_twice(rows):
    rows = [row for row in rows if "service_at_location_id" not in row]
    days = [
        (row.get("byday"), row.get("freq"), row.get("dtstart"))
        for row in rows
        if row.get("byday") and row.get("opens_at")
    ]
    return len(days) > len(set(days))


def rows_at(service, at):
    """Rows of one place: in it (HSDS), or in the service under its id (UK profile)."""
    own = [r for r in service.get("schedules", []) if r.get("service_at_location_id") == at["id"]]
    return at.get("schedules", []) + own


def times_and_access_differ(service):
    places = service.get("service_at_locations", [])
    times = {
        str(
            [{k: v for k, v in row.items() if not k.endswith("id")} for row in rows_at(service, at)]
        )
        for at in places
    }
    access = {
        str([row.get("description") for row in at["location"].get("accessibility", [])])
        for at in places
    }
    return len(places) > 1 and len(times) > 1 and len(access) > 1


def terms3(service):
    return [attribute["taxonomy_term"] for attribute in service.get("attributes", [])]


def ages(low, high):
    return lambda s: s.get("minimum_age", "-") == low and s.get("maximum_age", "-") == high


ORUK3 = {
    "several venues, their own times and access": times_and_access_differ,
    "times of a place under its id": lambda s: some(
        s.get("schedules", []), lambda r: r.get("service_at_location_id")
    ),
    "six venues or more": lambda s: len(places3(s)) > 5,
    "no venue": lambda s: not places3(s),
    "virtual location": lambda s: some(places3(s), lambda p: p["location_type"] == "virtual"),
    "by phone": lambda s: s.get("attending_type") == "phone",
    "online": lambda s: s.get("attending_type") == "online",
    "home visits with an office": lambda s: s.get("attending_type") == "home visit" and places3(s),
    "home visits without address": lambda s: s.get("attending_type") == "home visit"
    and not places3(s),
    "fortnightly": lambda s: some(rows3(s), lambda r: r.get("interval") == 2),
    "monthly by weekday": lambda s: some(
        rows3(s), lambda r: r.get("freq") == "MONTHLY" and r.get("byday")
    ),
    "term time by dates": lambda s: len({r["until"] for r in rows3(s) if "until" in r}) > 1,
    "past midnight": lambda s: some(rows3(s), night),
    "24 hours": lambda s: some(rows3(s), all_day),
    "several openings a day": lambda s: same_day_twice(s.get("schedules", [])),
    "area polygon": lambda s: some(
        s.get("service_areas", []), lambda a: a.get("extent", "").startswith('{"type":"Polygon"')
    ),
    "area by name": lambda s: some(
        s.get("service_areas", []), lambda a: a.get("name") == "Sheffield"
    ),
    "whole country": lambda s: some(
        s.get("service_areas", []), lambda a: a.get("name") in ("UK", "national", "England")
    ),
    "untagged": lambda s: not terms3(s),
    "stale": lambda s: s.get("assured_date", "").startswith("2021"),
    "not assured": lambda s: "assured_date" not in s,
    "non-UUID id": lambda s: not UUID.match(s["id"]),
    "HTML": lambda s: "<p>" in s["description"],
    "free by amount": lambda s: some(s.get("cost_options", []), lambda c: c["amount"] == 0),
    "free by words": lambda s: "free" in s.get("fees", "").lower()
    or "no charge" in s.get("fees", "").lower(),
    "paid": lambda s: some(s.get("cost_options", []), lambda c: c["amount"] > 0),
    "donation": lambda s: "donation" in s.get("fees", "").lower(),
    "minimum age only": lambda s: "minimum_age" in s and "maximum_age" not in s,
    "maximum age only": lambda s: "maximum_age" in s and "minimum_age" not in s,
    "age -1": ages(-1, -1),
    "language by name": lambda s: some(s.get("languages") or [], lambda x: "name" in x),
    "language by code": lambda s: some(s.get("languages") or [], lambda x: "code" in x),
    "accessible": lambda s: some(
        places3(s),
        lambda p: some(
            p.get("accessibility", []), lambda a: a.get("accessibility") == "wheelchair"
        ),
    ),
    "not accessible, in words": lambda s: some(
        places3(s), lambda p: some(p.get("accessibility", []), lambda a: "accessibility" not in a)
    ),
    "drop-in": lambda s: s.get("attending_access") == "drop-in",
    "referral": lambda s: s.get("attending_access") == "referral",
    "appointment": lambda s: s.get("attending_access") == "appointment",
    "membership": lambda s: s.get("attending_access") == "membership",
    "type by URI": lambda s: some(
        terms3(s), lambda t: t.get("term_uri", "").startswith("http://id.esd.org.uk/service/")
    ),
    "type by CURIE": lambda s: some(
        terms3(s), lambda t: t.get("term", "").startswith("esdServiceType:")
    ),
    "type by bare code": lambda s: some(terms3(s), lambda t: t.get("code", "").isdigit()),
    "another script in the name": lambda s: s.get("name")
    and some(s["name"], lambda c: ord(c) > 0x17F and c not in "–’"),
}

# Cases spread over several sources, in the two ORUK dialects.
BOTH = {
    "coordinates 0,0": lambda s: some(
        places3(s), lambda p: p.get("latitude") == 0 and p.get("longitude") == 0
    ),
}

ORUK1 = {
    "eligibility rows": lambda s: some(s.get("eligibilitys", []), lambda e: e.get("eligibility")),
    "several age ranges": lambda s: len(
        [e for e in s.get("eligibilitys", []) if "minimum_age" in e or "maximum_age" in e]
    )
    > 1,
    "bank holidays": lambda s: s.get("holiday_schedules"),
    "CURIE": lambda s: some(
        s.get("service_taxonomys", []),
        lambda t: str(t["taxonomy"]["id"]).startswith("esdServiceType:"),
    ),
    "bare code": lambda s: some(
        s.get("service_taxonomys", []), lambda t: str(t["taxonomy"]["id"]).isdigit()
    ),
    "URI": lambda s: some(
        s.get("service_taxonomys", []), lambda t: str(t["taxonomy"]["id"]).startswith("http")
    ),
    "date and time": lambda s: "/" in s.get("assured_date", ""),
    "non-UUID id": lambda s: not UUID.match(s["id"]),
    "amount as text": lambda s: some(
        s.get("cost_options", []), lambda c: isinstance(c["amount"], str)
    ),
    "language by name": lambda s: some(s.get("languages") or [], lambda x: len(x["language"]) > 3),
    "language by code": lambda s: some(s.get("languages") or [], lambda x: len(x["language"]) <= 3),
    "reviews": lambda s: s.get("reviews"),
    "fundings": lambda s: s.get("fundings"),
    "monthly": lambda s: some(rows1(s), lambda r: r.get("freq") == "MONTHLY"),
    "fortnightly": lambda s: some(rows1(s), lambda r: r.get("interval") == 2),
}

OUTPOST = {
    "GeoJSON point": lambda s: some(s["locations"], lambda p: p["geometry"]),
    "weekday names": lambda s: some(s["regular_schedules"], lambda r: r["weekday"] == "Saturday"),
    "categories": lambda s: len(s["taxonomies"]) == 2,
    "SEND needs": lambda s: s["send_needs"],
    "free": lambda s: s["free"],
    "referral": lambda s: s["needs_referral"],
    "ages": lambda s: s["min_age"] is not None and s["max_age"] is not None,
    "accessible": lambda s: some(s["locations"], lambda p: p["accessibilities"]),
    "cost": lambda s: s["cost_options"],
}

CLUBS = {
    "hours by day": lambda r: r["Monday"] or r["Saturday"],
    "price": lambda r: r["Price"],
    "no wheelchairs": lambda r: r["Wheelchairs"] == "No",
    "wheelchairs": lambda r: r["Wheelchairs"] == "Yes",
    "rule": lambda r: r["Rule"],
    "membership": lambda r: r["How to join"] == "membership",
}

# Over all JSON sources together, whatever the dialect.


def _any_place(service):
    return places3(service) if "service_at_locations" in service else []


ALL_JSON = {
    "coordinates as words": lambda s: some(
        _any_place(s),
        lambda p: isinstance(p.get("latitude"), str)
        and not re.match(r"-?\d+\.\d+$", p["latitude"]),
    ),
    "coordinates as numbers in text": lambda s: some(
        _any_place(s),
        lambda p: isinstance(p.get("latitude"), str) and re.match(r"-?\d+\.\d+$", p["latitude"]),
    ),
    "postcode only": lambda s: some(
        _any_place(s),
        lambda p: "latitude" not in p and (p.get("addresses") or p.get("physical_addresses")),
    ),
    "masked": lambda s: some(
        _any_place(s),
        lambda p: some(
            p.get("addresses", p.get("physical_addresses", [])),
            lambda a: re.match(r"S\d+$", a["postal_code"]),
        ),
    ),
    "day without times": lambda s: some(
        rows3(s) + rows1(s), lambda r: r.get("byday") and "opens_at" not in r
    ),
    "unreadable times": lambda s: some(
        rows3(s) + rows1(s), lambda r: not re.match(r"\d\d:\d\d", r.get("opens_at", "00:00"))
    ),
    "valid_to passed": lambda s: some(
        rows3(s) + rows1(s), lambda r: r.get("valid_to", "9") < AS_OF
    ),
    "future assured date": lambda s: s.get("assured_date", "")[:4] == "2027"
    or s.get("assured_date", "")[6:10] == "2027",
    "Markdown": lambda s: re.search(r"\*\*|^> ", s["description"], re.M),
    "confidential flag": lambda s: s.get("confidential") is True
    or s.get("rb_hide_address") is True,
    "temporarily closed": lambda s: s.get("status") == "temporarily closed",
    "inactive or defunct": lambda s: s.get("status") in ("inactive", "defunct"),
    "name missing": lambda s: not s.get("name"),
    "expired cost option": lambda s: some(
        s.get("cost_options", []), lambda c: c.get("valid_to", "9") < AS_OF
    ),
    "very long description": lambda s: len(s["description"].encode()) >= 10_000,
    "phone list": lambda s: re.search(r'"number": ?"[^"]*(?:/|;| or |,)[^"]*"', json.dumps(s)),
    "nulls": lambda s: None in s.values(),
    "whole name in stop words": lambda s: s.get("name")
    in (
        "The Who Are We",
        "It Is What It Is",
        "Up and On",
        "We and Our Own",
        "Here and There",
        "Once and Again",
    ),
    "email that is none": lambda s: "email" in s
    and not re.match(r"[^@ ]+@[^@ :;]+$", s["email"] or "x@y"),
    "organisation missing": lambda s: "organization" not in s and "organisation" not in s,
}

CASES = {
    "riverbank millstone": {**ORUK3},
    "moorside": ORUK1,
    "families": OUTPOST,
    "clubs": CLUBS,
    "riverbank millstone moorside": {**BOTH, **ALL_JSON},
}

HSDS_CASES = {
    "languages": lambda t: len(t["languages"]),
    "costs": lambda t: len(t["cost_options"]),
    "areas": lambda t: len(t["service_areas"]),
    "alerts or access words": lambda t: len([r for r in t["services"] if r["application_process"]]),
    "virtual": lambda t: len([r for r in t["locations"] if r["location_type"] == "virtual"]),
    "no coordinates": lambda t: len(
        [r for r in t["locations"] if r["location_type"] == "physical" and not r["latitude"]]
    ),
    "bare codes": lambda t: len([r for r in t["taxonomy_terms"] if r["code"].isdigit()]),
    "no access": lambda t: len(
        [r for r in t["accessibility"] if r["description"].startswith("No")]
    ),
    "several phones": lambda t: len(t["phones"]),
}
