#!/usr/bin/env python3
"""Works out, from the raw files alone, what the acceptance questions should answer.

    python3 tests/acceptance/derive_expected.py [SHARED_DATA_FOLDER] > tests/acceptance/expected.tsv

Reads ../shared/data with Python's standard library and shares no code with the engine. A question whose
answer hangs on a few metres is refused: the sizes of grid conversion errors must not decide it.

The columns of the table:

    question   a name
    query      the query string of /api/search
    clock      the minute at which it is asked
    certain    services that fit for certain
    possible   services that may fit: something that was asked is not stated
    order      "ordered": the first ids in this order; "set": these ids in any order; "-": not checked
    ids        the publisher's ids, separated by "; "
    read_as    how `near` was understood: unit, sector, district, area, place
    point      where that is: latitude, longitude (met within 20 metres; not checked for the middle of
               a sector or district)
    authorities  codes of the authorities of that place, ascending
    also       how many other places of the name are offered
    notice     "read_as_sector" when an unknown unit was read as its sector
    error      the code of the error; nothing else is checked then
"""

import collections
import csv
import gzip
import html
import json
import math
import os
import re
import sys
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "../../../shared/data")
CLOCK = "2026-11-21T09:00"
NAMESPACE = uuid.UUID("fab7cc8b-d495-46e1-abe8-9e5aaf0042f1")
MILE = 1609.344
# Metres that must lie between answers that are in order, and between an answer and the edge. The shift
# of grid points is off by up to five metres, but by nearly the same for neighbours.
CLEAR = 2.0
COLUMNS = (
    "question query clock certain possible order ids "
    "read_as point authorities also notice error"
).split()


def rows_of(path, **options):
    full = os.path.join(SHARED, path)
    opener = gzip.open if path.endswith(".gz") else open
    with opener(full, "rt", encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file) if options.get("plain") else csv.DictReader(file)


# --- Where a postcode is ----------------------------------------------------------------------


def from_grid(easting, northing):
    """British National Grid to WGS84 by the seven-parameter shift; good to about five metres."""
    a, b = 6377563.396, 6356256.909
    f0, lat0, lon0, e0, n0 = 0.9996012717, math.radians(49), math.radians(-2), 400000, -100000
    e2 = 1 - (b * b) / (a * a)
    n = (a - b) / (a + b)
    lat, arc = lat0, 0.0
    while abs(northing - n0 - arc) >= 1e-4:
        lat += (northing - n0 - arc) / (a * f0)
        d, s = lat - lat0, lat + lat0
        arc = b * f0 * (
            (1 + n + 1.25 * n**2 + 1.25 * n**3) * d
            - (3 * n + 3 * n**2 + 21 / 8 * n**3) * math.sin(d) * math.cos(s)
            + (15 / 8 * n**2 + 15 / 8 * n**3) * math.sin(2 * d) * math.cos(2 * s)
            - 35 / 24 * n**3 * math.sin(3 * d) * math.cos(3 * s)
        )
    sin2, tan, cos = math.sin(lat) ** 2, math.tan(lat), math.cos(lat)
    nu = a * f0 / math.sqrt(1 - e2 * sin2)
    rho = a * f0 * (1 - e2) / (1 - e2 * sin2) ** 1.5
    eta2 = nu / rho - 1
    de = easting - e0
    lat_airy = (
        lat
        - tan / (2 * rho * nu) * de**2
        + tan / (24 * rho * nu**3) * (5 + 3 * tan**2 + eta2 - 9 * tan**2 * eta2) * de**4
        - tan / (720 * rho * nu**5) * (61 + 90 * tan**2 + 45 * tan**4) * de**6
    )
    lon_airy = (
        lon0
        + de / (cos * nu)
        - (nu / rho + 2 * tan**2) / (6 * cos * nu**3) * de**3
        + (5 + 28 * tan**2 + 24 * tan**4) / (120 * cos * nu**5) * de**5
    )
    return shifted(lat_airy, lon_airy, a, e2)


def shifted(lat, lon, a, e2):
    nu = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
    x = nu * math.cos(lat) * math.cos(lon)
    y = nu * math.cos(lat) * math.sin(lon)
    z = (1 - e2) * nu * math.sin(lat)
    s, second = -20.4894e-6, math.radians(1 / 3600)
    rx, ry, rz = 0.1502 * second, 0.2470 * second, 0.8421 * second
    x, y, z = (
        446.448 + (1 + s) * x - rz * y + ry * z,
        -125.157 + rz * x + (1 + s) * y - rx * z,
        542.060 - ry * x + rx * y + (1 + s) * z,
    )
    a, e2 = 6378137.0, 0.00669438
    p = math.hypot(x, y)
    lat = math.atan2(z, p * (1 - e2))
    for _ in range(8):
        nu = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
        lat = math.atan2(z + e2 * nu * math.sin(lat), p)
    return math.degrees(lat), math.degrees(math.atan2(y, x))


def metres(p, q):
    (lat1, lon1), (lat2, lon2) = [tuple(map(math.radians, point)) for point in (p, q)]
    h = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371008.8 * math.asin(math.sqrt(h))


def joined(text):
    return re.sub(r"[^A-Z0-9]", "", text.upper())


class Postcodes:
    """Code-Point Open for Great Britain, the food hygiene points for Northern Ireland."""

    def __init__(self):
        self.grid, self.points = {}, {}
        self.authority = {}
        self.sectors = collections.defaultdict(list)
        for row in rows_of("postcodes/codepoint-open-2025.4.csv.gz", plain=True):
            key = joined(row[0])
            self.authority[key] = row[8]
            if row[1] != "90":
                self.grid[key] = (int(row[2]), int(row[3]))
                self.sectors[key[:-2]].append(key)
        for row in rows_of("postcodes/ni-postcodes-fhrs-2026-07-21-median.csv", plain=True):
            try:
                point = next(
                    (float(a), float(b)) for a, b in zip(row, row[1:]) if number(a) and number(b)
                )
            except StopIteration:
                continue
            key = next(joined(c) for c in row if re.match(r"BT\d", joined(c)))
            self.points.setdefault(key, point)
            self.sectors[key[:-2]].append(key)

    def unit(self, text):
        key = joined(text)
        if key not in self.points and key in self.grid:
            self.points[key] = from_grid(*self.grid[key])
        return self.points.get(key)

    def find(self, text):
        """The unit, else the middle of its sector, district or area, whichever is known first."""
        point = self.unit(text)
        if point or not is_unit(text):
            return point
        key = joined(text)
        letters = re.match("[A-Z]+", key).group()
        for fits in (
            lambda other: other[:-2] == key[:-2],
            lambda other: other[:-3] == key[:-3],
            lambda other: re.match("[A-Z]+", other).group() == letters,
        ):
            around = [self.unit(k) for keys in self.sectors.values() for k in keys if fits(k)]
            if around:
                return tuple(sum(part) / len(around) for part in zip(*around))
        return None

    def authorities_under(self, prefix, is_district):
        length = -3 if is_district else -2
        return sorted({a for k, a in self.authority.items() if a and k[:length] == prefix})

    def nearest_authority(self, point):
        """That of the postcode nearest to a point: outlines of authorities have older codes."""
        nearest = min(
            (g for k, g in self.grid.items() if k.startswith(("S", "NP"))),
            key=lambda g: metres(from_grid(*g), point),
        )
        return next(self.authority[k] for k, g in self.grid.items() if g == nearest)


def number(text):
    return bool(re.fullmatch(r"-?\d+\.\d+", text))


def is_unit(text):
    return bool(re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}", joined(text)))


# --- Answers ----------------------------------------------------------------------------------


def public_id(source, own_id):
    """How ties are broken: engine/format/FORMAT.md, "Public ids"."""
    if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", own_id.lower()):
        return own_id.lower()
    return str(uuid.uuid5(NAMESPACE, "\x1f".join((source, "service", own_id))))


def nearest_first(source, found, centre, first=None, radius=None):
    """ids of (id, point) by distance, refusing an order or an edge that a few metres would change.

    Those at one and the same point are in order of public id."""
    spots = sorted((metres(point, centre), public_id(source, own), own, point) for own, point in found)
    if radius:
        for distance, _, own, _ in spots:
            assert abs(distance - radius) > CLEAR, f"{own} is at the edge: {distance}"
        spots = [spot for spot in spots if spot[0] < radius]
    looked_at = spots[: first + 1] if first else spots
    for a, b in zip(looked_at, looked_at[1:]):
        assert a[3] == b[3] or b[0] - a[0] > CLEAR, f"{a[2]} and {b[2]}: {a[0]}, {b[0]}"
    return [own for _, _, own, _ in (spots[:first] if first else spots)]


def minutes(text):
    hours, minute = text.split(":")
    return int(hours) * 60 + int(minute)


def open_at(hours, moment):
    ranges = [part.split("-") for part in hours.split(",") if part.strip()]
    return any(minutes(a.strip()) <= moment < minutes(b.strip()) for a, b in ranges)


def libraries(postcodes, near, miles):
    """Open on Saturday at 10:00: staffed, or unstaffed with a card."""
    centre = postcodes.unit(near)
    by_id, yes, unsure = collections.Counter(), [], []
    nowhere = 0
    for row in rows_of("uk-services/public-libraries-uk.csv.gz"):
        if row["Year closed"].strip():
            continue
        own = "|".join(row[c].strip() for c in ("Local authority", "Library name", "Postcode"))
        by_id[own] += 1
        if by_id[own] > 1:
            own += f"|{by_id[own]}"
        week = [v for c, v in row.items() if c.endswith("staffed hours") and v.strip()]
        saturday = [row["Saturday staffed hours"], row["Saturday unstaffed hours"]]
        is_open = any(open_at(hours, 600) for hours in saturday)
        if week and not is_open:
            continue
        point = postcodes.find(row["Postcode"])
        if point is None:
            nowhere += 1
            continue
        (yes if is_open else unsure).append((own, point))
    certain = nearest_first("libraries", yes, centre, radius=miles * MILE)
    possible = nearest_first("libraries", unsure, centre, radius=miles * MILE)
    return {
        "query": f"source=libraries&near={near.replace(' ', '+')}&within={miles}mi&day=SA"
        "&from=10:00&to=10:01&per_page=100",
        "certain": len(certain),
        "possible": len(possible) + nowhere,
        "order": "ordered",
        "ids": certain + possible,
        "read_as": "unit",
        "point": centre,
        "authorities": [postcodes.authority[joined(near)]],
    }


def mobile_stops(village, district, miles):
    place = [
        row
        for row in rows_of("places/os-open-names-populated-places.csv.gz")
        if village in (row["name1"], row["name2"])
    ]
    assert len(place) == 1 and place[0]["postcode_district"] == district
    centre = float(place[0]["lat"]), float(place[0]["lon"])
    found, seen = [], collections.Counter()
    for row in rows_of("uk-services/mobile-library-stops.csv"):
        names = "organisation mobile route community stop day arrival".split()
        own = "|".join(row[name].strip() for name in names)
        seen[own] += 1
        point = float(row["geoy"]), float(row["geox"])
        found.append((own if seen[own] == 1 else f"{own}|{seen[own]}", point))
    ids = nearest_first("mobile", found, centre, radius=miles * MILE)
    assert ids
    return {
        "query": f"source=mobile&near={village}&within={miles}mi&per_page=100",
        "certain": len(ids),
        "possible": 0,
        "order": "ordered",
        "ids": ids,
        "read_as": "place",
        "point": centre,
        "also": 0,
    }


def practices(postcodes, near, first):
    centre = postcodes.unit(near)
    found, nowhere = [], 0
    for row in rows_of("uk-services/nhs-gp-practices-epraccur-2025.csv.gz", plain=True):
        if row[12] != "A" or row[25] != "4":
            continue
        point = postcodes.find(row[9])
        if point is None:
            nowhere += 1
        else:
            found.append((row[0], point))
    return {
        "query": f"source=gp&near={near.replace(' ', '+')}&per_page={first}",
        "certain": len(found),
        "possible": nowhere,
        "order": "ordered",
        "ids": nearest_first("gp", found, centre, first=first),
        "read_as": "unit",
        "point": centre,
        "authorities": [postcodes.authority[joined(near)]],
    }


def food_banks(postcodes, near):
    centre = postcodes.unit(near)
    sheffield = postcodes.authority[joined(near)]
    yes, unsure = [], []
    for row in rows_of("uk-services/sheffield-foodbanks-2024.csv"):
        if postcodes.authority.get(joined(row["postcode"])) != sheffield:
            assert joined(row["postcode"]) in postcodes.authority, row["postcode"]
            continue
        spot = row["ID"], (float(row["lat"]), float(row["long"]))
        if row["referral_required"] == "0.0":
            yes.append(spot)
        elif row["referral_required"] == "":
            unsure.append(spot)
    return {
        "query": f"source=foodbanks&authority=Sheffield&access=drop-in&near={near.replace(' ', '+')}"
        "&per_page=100",
        "certain": len(yes),
        "possible": len(unsure),
        "order": "ordered",
        "ids": nearest_first("foodbanks", yes, centre) + nearest_first("foodbanks", unsure, centre),
        "read_as": "unit",
        "point": centre,
        "authorities": [sheffield],
    }


def bristol_words(postcodes, near, asked, forms, beginning, how):
    """Services of the Bristol feed that have `asked` in one of its `forms`.

    No other word of the feed may begin alike, so that no stemmer's rule can matter."""
    with open(os.path.join(SHARED, "oruk-feeds/bristol-oruk-v1-2024-12.json")) as file:
        services = json.load(file)
    found = set()
    for service in services:
        if not service["name"].strip():
            continue
        texts = service["name"], service["description"], service.get("organization", {}).get("name", "")
        text = re.sub(r"<[^>]*>", " ", " ".join(t or "" for t in texts))
        words = set(re.findall(r"[a-z]+", html.unescape(text).lower()))
        alike = {word for word in words if word.startswith(beginning)}
        assert alike <= forms, alike - forms
        if alike:
            found.add(service["id"])
    order = "&sort=distance" if how == "ordered" else ""
    return {
        "query": f"source=bristol&q={asked}&near={near.replace(' ', '+')}{order}&per_page=100",
        # The feed is shallow: no service says where it is or which area it serves.
        "certain": 0,
        "possible": len(found),
        "order": how,
        "ids": sorted(found),
        "read_as": "unit",
        "point": postcodes.unit(near),
        "authorities": [postcodes.authority[joined(near)]],
    }


def read_place(near, **expected):
    return {"query": f"near={near.replace(' ', '+')}&source=gp&per_page=1", **expected}


def city(postcodes, name, population):
    """A city that the copy of OS Open Names lacks (a missing tile); GeoNames has it."""
    best = max(
        (r for r in rows_of("places/geonames-gb-cities15000-2012.csv") if r["name"] == name),
        key=lambda r: int(r["population"]),
    )
    assert int(best["population"]) == population
    point = float(best["latitude"]), float(best["longitude"])
    # A smaller place of the name in GeoNames is a town that OS Open Names lists as well.
    others = [
        row
        for row in rows_of("places/os-open-names-populated-places.csv.gz")
        if name in (row["name1"], row["name2"])
    ]
    return read_place(
        name,
        read_as="place",
        point=point,
        authorities=[postcodes.nearest_authority(point)],
        also=len(others),
    )


def questions(postcodes):
    yield (
        "Libraries open on Saturday at ten in the morning within five miles of a postcode in Leeds"
        ". First those known to be open, nearest first, then"
        " those that state no hours at all; the rest of the possible ones have no postcode that is known.",
        "saturday-libraries-leeds",
        libraries(postcodes, "LS1 3AD", 5),
    )
    yield (
        "The same five miles around the middle of Bristol.",
        "saturday-libraries-bristol",
        libraries(postcodes, "BS1 5TR", 5),
    )
    yield (
        "Mobile library stops within five miles of the village of Clun in Shropshire, nearest first.",
        "mobile-stops-clun",
        mobile_stops("Clun", "SY7", 5),
    )
    yield (
        "The ten GP practices nearest to a postcode in Keswick, however far. Every practice of the list"
        " counts as an answer; what has no known postcode is only possible.",
        "nearest-gp-keswick",
        practices(postcodes, "CA12 5NJ", 10),
    )
    yield (
        "Food banks in Sheffield that need no referral, nearest to the Town Hall first, then the one that"
        " does not say.",
        "foodbanks-sheffield-no-referral",
        food_banks(postcodes, "S1 2HH"),
    )
    yield (
        "Services of the Bristol feed about strokes. The feed states no places, so all are possible and"
        " the postcode cannot order them: with sort=distance they come by id.",
        "words-stroke-bristol",
        bristol_words(postcodes, "BS1 5TR", "stroke", {"stroke", "strokes"}, "stroke", "ordered"),
    )
    yield (
        "Services of the Bristol feed about allotments, singular or plural, best fit first (so any order here).",
        "words-allotments-bristol",
        bristol_words(
            postcodes, "BS1 5TR", "allotments", {"allotment", "allotments"}, "allot", "set"
        ),
    )
    yield (
        "A district alone is understood as the middle of the district.",
        "district-only",
        read_place(
            "BS1", read_as="district", authorities=postcodes.authorities_under("BS1", True)
        ),
    )
    yield (
        "A sector alone; this one lies in two authorities and keeps both.",
        "sector-only",
        read_place(
            "S12 3", read_as="sector", authorities=postcodes.authorities_under("S123", False)
        ),
    )
    assert "BS14ZZ" not in postcodes.authority and postcodes.sectors["BS14"]
    yield (
        "A unit that is not in the file (no such letters in BS1 4) is read as its sector, and that is said.",
        "unknown-unit",
        read_place(
            "BS1 4ZZ",
            read_as="sector",
            authorities=postcodes.authorities_under("BS14", False),
            notice="read_as_sector",
        ),
    )
    yield (
        "A letter too many: not the form of a postcode.",
        "malformed-postcode",
        read_place("BS1 4TRX", error="malformed_postcode"),
    )
    assert not any(key.startswith("QX") for key in postcodes.authority)
    yield (
        "The form of a postcode, but there is no area QX.",
        "unknown-postcode",
        read_place("QX9 9ZZ", error="unknown_postcode"),
    )
    yield (
        "Sheffield is the city in Yorkshire; the village in Cornwall is offered too.",
        "place-sheffield",
        city(postcodes, "Sheffield", 447047),
    )
    yield (
        "Newport is the Welsh city; the towns, suburbs and villages of the name are offered too.",
        "place-newport",
        city(postcodes, "Newport", 117326),
    )


def cell(value):
    if isinstance(value, tuple):
        return f"{value[0]:.5f}, {value[1]:.5f}"
    if isinstance(value, list):
        # White space inside an id is one space, as the importer makes it.
        return "; ".join(" ".join(part.split()) for part in value) or "-"
    return str(value)


def main():
    postcodes = Postcodes()
    print("# What the acceptance questions should answer. Written by derive_expected.py from the raw files;")
    print("# its first lines say what the columns mean. Contains OS data (c) Crown copyright and database")
    print("# right 2025; Royal Mail data (c) Royal Mail copyright and database right 2025; National Statistics")
    print("# data (c) Crown copyright and database right 2025; NHS and public library data; all under the Open")
    print("# Government Licence v3.0. Food banks (foodfinder) and mobile stops (Libraries Hacked): MIT.")
    print("# GeoNames: CC BY 4.0.")
    print("\t".join(COLUMNS))
    for comment, name, expected in questions(postcodes):
        print("#\n# " + comment)
        row = {"question": name, "clock": CLOCK, **expected}
        print("\t".join(cell(row.get(column, "-")) for column in COLUMNS))


if __name__ == "__main__":
    main()
