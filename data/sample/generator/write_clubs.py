"""A sports trust's spreadsheet, for which clubs.toml is the mapping."""

import csv
import io

from .feed import position, street
from .prose import money
from .schedules import DAY_NAMES, DAYS

WEEK = [DAY_NAMES[day] for day in DAYS]
COLUMNS = (
    ["Ref", "Club", "Run by", "About", "Type", "Venue", "Street", "Area", "Postcode", "Lat", "Long"]
    + WEEK
    + [
        "Rule",
        "Starts",
        "From",
        "To",
        "Price",
        "Price note",
        "Min age",
        "Max age",
        "How to join",
        "Wheelchairs",
        "Phone",
        "Email",
        "Web",
        "Checked",
        "State",
    ]
)


def _hours(service):
    """Weekly rows go into a column for each day, others into one rule."""
    columns = {}
    for row in service.rows:
        if (
            row.get("freq") == "WEEKLY"
            and not row.get("interval")
            and not row.get("dtstart")
            and row.get("opens", "x")[:2].isdigit()
        ):
            for day in row["byday"].split(","):
                opening = f"{row['opens']}-{row['closes']}"
                name = DAY_NAMES[day]
                columns[name] = f"{columns[name]},{opening}" if name in columns else opening
        else:
            parts = [f"FREQ={row.get('freq', 'WEEKLY')}"]
            parts += [
                f"{key.upper()}={row[key]}"
                for key in ("interval", "byday", "bymonthday")
                if row.get(key)
            ]
            columns.update(
                {
                    "Rule": ";".join(parts),
                    "Starts": row.get("dtstart", ""),
                    "From": row.get("opens", ""),
                    "To": row.get("closes", ""),
                }
            )
    return columns


def _row(service):
    link = service.links[0]
    lat, lon = position(link)
    low, high = service.ages[0] if service.ages else (None, None)
    price, note = "", service.fees or ""
    if service.costs:
        price = f"{service.costs[0]['amount'] // 100}.{service.costs[0]['amount'] % 100:02d}"
        note = service.costs[0].get("words", "")
    wheelchairs = "Yes" if "wheelchair" in link.features else "No" if link.absent else ""
    return {
        "Ref": service.id,
        "Club": service.name,
        "Run by": service.organisation.name,
        "About": service.description,
        "Type": service.types[0] if service.types else "",
        "Venue": link.venue.name,
        "Street": street(link),
        "Area": link.venue.city,
        "Postcode": link.postcode,
        "Lat": lat,
        "Long": lon,
        **_hours(service),
        "Price": price,
        "Price note": note,
        "Min age": "" if low is None else f"{low:g}",
        "Max age": "" if high is None else f"{high:g}",
        "How to join": ", ".join(service.access),
        "Wheelchairs": wheelchairs,
        "Phone": service.phones[0]["number"] if service.phones else "",
        "Email": service.email or "",
        "Web": service.url or "",
        "Checked": "/".join(reversed(service.assured.split("-"))) if service.assured else "",
        "State": service.status or "",
    }


def text(services):
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_row(service) for service in services)
    return out.getvalue()


MAPPING = '''about = """
The made-up spreadsheet of Fourcorners Sport and Leisure: `clubs.csv`.

A column of hours for each day ("18:00-19:30"), or a recurrence rule with a start date and times.
Prices are in pounds; 0.00 is free. "Wheelchairs" says Yes, No or nothing.
"""

[id]
value = "{Ref}"

[service]
name = "{Club}"
description = "{About}"
url = "{Web}"
email = "{Email}"
status = "{State}"
access = "{How to join}"
attending = "venue"
assured_date = "{Checked}"
fees = "{Price note}"

[organisation]
name = "{Run by}"

[location]
name = "{Venue}"
type = "physical"
address = "{Street}"
city = "{Area}"
postcode = "{Postcode}"
latitude = "{Lat}"
longitude = "{Long}"
accessibility = { value = "{Wheelchairs}", map = { "yes" = "wheelchair", "no" = "No wheelchair access" } }

[ages]
minimum = "{Min age}"
maximum = "{Max age}"

[[term]]
id = "esdServiceType:{Type}"

[[phone]]
number = "{Phone}"

[[cost]]
option = "Session"
amount = "{Price}"
amount_description = "{Price note}"

[[opening]]
monday = "{Monday}"
tuesday = "{Tuesday}"
wednesday = "{Wednesday}"
thursday = "{Thursday}"
friday = "{Friday}"
saturday = "{Saturday}"
sunday = "{Sunday}"

[[opening]]
rule = "{Rule}"
start = "{Starts}"
opens = "{From}"
closes = "{To}"
'''
