"""HSDS 3.x tabular form: one CSV file for each table."""

import csv
import io

from .feed import amount, line, location_id, location_name, part_id, position, street
from .labels import LANGUAGES, SERVICE_TYPES
from .dice import make_uuid
from .feed import SEED
from .places import FEATURE_WORDS

COLUMNS = {
    "organizations": "id name description email website uri",
    "services": "id organization_id name alternate_name description url email status fees_description accreditations application_process eligibility_description interpretation_services licenses wait_time attending_type attending_access "
    "minimum_age maximum_age assured_date assurer_email alert last_modified",
    "locations": "id location_type name latitude longitude",
    "addresses": "id location_id address_1 address_2 city state_province postal_code country address_type",
    "service_at_locations": "id service_id location_id",
    "schedules": "id service_id service_at_location_id freq interval byday bymonthday dtstart until valid_from valid_to opens_at closes_at "
    "description attending_type",
    "phones": "id service_id contact_id number extension type description",
    "contacts": "id service_id name title department email",
    "languages": "id service_id name code",
    "accessibility": "id location_id description details url",
    "cost_options": "id service_id option amount currency amount_description valid_from valid_to",
    "service_areas": "id service_id name extent extent_type uri",
    "taxonomies": "id name description uri version",
    "taxonomy_terms": "id code name description taxonomy taxonomy_id term_uri",
    "attributes": "id link_id link_entity link_type taxonomy_term_id value",
    "funding": "id service_id source",
}


class Tables:
    def __init__(self):
        self.rows = {name: [] for name in COLUMNS}
        self.seen = set()

    def add(self, table, **members):
        self.rows[table].append(members)

    def once(self, table, **members):
        """Adds a row unless the table has one with this id."""
        if (table, members["id"]) not in self.seen:
            self.seen.add((table, members["id"]))
            self.add(table, **members)


def _own_id(service, name):
    """Keys of parts: short, as a spreadsheet makes them."""
    return part_id(service, name)[:13]


def _number(value):
    return "" if value is None else int(value) if value == int(value) else value


def _service(tables, service):
    organisation = service.organisation
    tables.once(
        "organizations",
        id=organisation.id,
        name=organisation.name,
        description=organisation.description,
        email=organisation.email,
        website=organisation.url,
    )
    low, high = service.ages[0] if service.ages else (None, None)
    process = {
        "referral": "By referral",
        "appointment": "By appointment",
        "drop-in": "Drop in",
        "membership": "Join as a member",
    }
    tables.add(
        "services",
        id=service.id,
        organization_id=organisation.id,
        name=service.name or "",
        description=service.raw_description or service.description,
        url=service.url,
        email=service.email,
        status=service.status or "",
        fees_description=service.fees,
        **{
            "application_process": process[service.access[0]] if service.access else "",
            **service.more,
        },
        attending_type=", ".join(service.attending),
        attending_access=", ".join(service.access),
        minimum_age=_number(low),
        maximum_age=_number(high),
        assured_date=service.assured,
        assurer_email=service.assurer,
        alert=service.alert,
        last_modified=service.modified,
    )


def _places(tables, service):
    for number, link in enumerate(service.links):
        place = location_id(service, link)
        if ("locations", place) not in tables.seen:
            lat, lon = position(link)
            tables.once(
                "locations",
                id=place,
                location_type="physical",
                name=location_name(service, link),
                latitude=lat,
                longitude=lon,
            )
            if not link.no_address:
                tables.add(
                    "addresses",
                    id=_own_id(service, f"address/{number}"),
                    location_id=place,
                    address_1=street(link),
                    city=link.venue.city,
                    state_province="South Yorkshire",
                    postal_code=link.postcode,
                    country="GB",
                    address_type="physical",
                )
            for feature in link.features:
                tables.add(
                    "accessibility",
                    id=_own_id(service, f"access/{number}/{feature}"),
                    location_id=place,
                    description=FEATURE_WORDS[feature],
                )
            for words in link.absent:
                tables.add(
                    "accessibility",
                    id=_own_id(service, f"access/{number}/no"),
                    location_id=place,
                    description=words,
                )
        at = _own_id(service, f"link/{number}")
        tables.add("service_at_locations", id=at, service_id=service.id, location_id=place)
        _schedules(tables, service, link.rows, f"row/{number}", service_at_location_id=at)
    if service.location_type == "virtual":
        tables.add("locations", id=service.virtual_id, location_type="virtual", name="Online")
        tables.add(
            "service_at_locations",
            id=_own_id(service, "link/virtual"),
            service_id=service.id,
            location_id=service.virtual_id,
        )


def _schedules(tables, service, rows, name, **parent):
    attending = service.attending[0] if service.attending else ""
    for number, row in enumerate(rows):
        tables.add(
            "schedules",
            id=_own_id(service, f"{name}/{number}"),
            opens_at=row.get("opens"),
            closes_at=row.get("closes"),
            attending_type=attending,
            **parent,
            **{
                key: row[key]
                for key in (
                    "freq",
                    "interval",
                    "byday",
                    "bymonthday",
                    "dtstart",
                    "until",
                    "valid_from",
                    "valid_to",
                    "description",
                )
                if key in row
            },
        )


def _facts(tables, service):
    for number, phone in enumerate(service.phones):
        tables.add("phones", id=_own_id(service, f"phone/{number}"), service_id=service.id, **phone)
    if service.desk:
        tables.add(
            "contacts",
            id=_own_id(service, "contact"),
            service_id=service.id,
            title=service.desk,
            email=service.email,
        )
    for code in service.languages:
        by_name = service.languages_by_name
        tables.add(
            "languages",
            id=_own_id(service, f"language/{code}"),
            service_id=service.id,
            name=LANGUAGES[code] if by_name else "",
            code="" if by_name else code,
        )
    for number, cost in enumerate(service.costs):
        tables.add(
            "cost_options",
            id=_own_id(service, f"cost/{number}"),
            service_id=service.id,
            option=cost["option"],
            amount=amount(cost["amount"]),
            currency="GBP",
            amount_description=cost.get("words"),
            valid_from=cost.get("valid_from"),
            valid_to=cost.get("valid_to"),
        )
    for number, area in enumerate(service.areas):
        tables.add(
            "service_areas",
            id=_own_id(service, f"area/{number}"),
            service_id=service.id,
            name=area["name"],
            uri=area.get("uri"),
            extent=line(area["extent"]) if area.get("extent") else "",
            extent_type="geojson" if area.get("extent") else "",
        )
    for number in service.types:
        term = make_uuid(SEED["seed"], f"larkmoor/term/{number}")
        tables.once(
            "taxonomy_terms",
            id=term,
            code=number,
            name=SERVICE_TYPES[number],
            description=SERVICE_TYPES[number],
            taxonomy="esdServiceTypes",
            taxonomy_id=make_uuid(SEED["seed"], "larkmoor/taxonomy"),
        )
        tables.add(
            "attributes",
            id=_own_id(service, f"attribute/{number}"),
            link_id=service.id,
            link_entity="service",
            link_type="service_type",
            taxonomy_term_id=term,
        )
    for source in service.fundings:
        tables.add("funding", id=_own_id(service, "funding"), service_id=service.id, source=source)


def files(services):
    """{file name: text}"""
    tables = Tables()
    tables.add(
        "taxonomies",
        id=make_uuid(SEED["seed"], "larkmoor/taxonomy"),
        name="esdServiceTypes",
        description="Local government service types",
        uri="http://id.esd.org.uk/list/services",
        version="2015",
    )
    for service in services:
        _service(tables, service)
        _places(tables, service)
        _schedules(tables, service, service.rows, "row", service_id=service.id)
        _facts(tables, service)
    made = {}
    for name, columns in COLUMNS.items():
        out = io.StringIO()
        writer = csv.DictWriter(
            out, columns.split(), restval="", lineterminator="\n", extrasaction="raise"
        )
        writer.writeheader()
        writer.writerows(tables.rows[name])
        made[f"{name}.csv"] = out.getvalue()
    return made
