"""ORUK 3.0 (HSDS-UK) JSON: pages of full services, and NDJSON."""

from .feed import amount, dice_for, location_id, location_name, part_id, position, present, street
from .labels import LANGUAGES, SERVICE_TYPES
from .places import FEATURE_WORDS

ESD = "http://id.esd.org.uk/service/"


def _organisation(service):
    own = service.organisation
    return present(id=own.id, name=own.name, description=own.description, website=own.url)


def _times(service, row, style):
    """ "10:00", "10:00:00" or "10:00Z": feeds differ, and some differ within."""
    end = {0: "", 1: ":00", 2: "Z"}[style]

    def show(text):
        return text + end if text and text[:2].isdigit() and len(text) == 5 else text

    return show(row.get("opens")), show(row.get("closes"))


def schedule(service, row, name, link_id=None):
    style = 0 if service.source == "riverbank" else dice_for(service, "times").pick([0, 1, 1, 2])
    opens, closes = _times(service, row, style)
    attending = (
        service.attending[0]
        if service.attending and dice_for(service, "attending").chance(50)
        else None
    )
    freq, until = row.get("freq"), row.get("until")
    return present(
        id=part_id(service, name),
        service_at_location_id=link_id,
        freq=freq,
        interval=row.get("interval"),
        byday=row.get("byday"),
        bymonthday=row.get("bymonthday"),
        dtstart=row.get("dtstart"),
        until=until,
        valid_from=row.get("valid_from"),
        valid_to=row.get("valid_to"),
        opens_at=opens,
        closes_at=closes,
        description=row.get("description"),
        attending_type=attending,
        schedule_link=service.schedule_link,
        notes=service.note,
    )


def _address(service, link, number):
    if link.no_address:
        return []
    venue = link.venue
    county = "Derbyshire" if venue.authority == "North East Derbyshire" else "South Yorkshire"
    return [
        present(
            id=part_id(service, f"address/{number}"),
            address_1=street(link),
            city=venue.city,
            state_province=county,
            postal_code=link.postcode,
            country="GB",
            address_type="physical",
        )
    ]


def _accessibility(service, link, number):
    rows = [
        present(
            id=part_id(service, f"access/{number}/{feature}"),
            accessibility=feature,
            description=FEATURE_WORDS[feature],
        )
        for feature in link.features
    ]
    return rows + [
        present(id=part_id(service, f"access/{number}/no"), description=words)
        for words in link.absent
    ]


def _location(service, link, number):
    lat, lon = position(link)
    own = present(
        id=location_id(service, link),
        location_type="physical",
        name=location_name(service, link),
        transportation=service.getting_there
        if number == 0 and link.own_id != link.venue.id
        else None,
    )
    own.update(
        {
            name: value
            for name, value in (("latitude", lat), ("longitude", lon))
            if value is not None
        }
    )
    own.update(
        present(
            addresses=_address(service, link, number),
            accessibility=_accessibility(service, link, number),
        )
    )
    return own


def _rows_at(service, number):
    """The schedule rows of one place, which name it by id."""
    link_id = part_id(service, f"link/{number}")
    rows = service.links[number].rows
    return [schedule(service, row, f"row/{number}/{i}", link_id) for i, row in enumerate(rows)]


def _as_uk(service):
    """The UK profile has the rows of all places in the service; HSDS has them in each place."""
    return service.source == "riverbank" and dice_for(service, "uk").chance(50)


def _schedules(service):
    rows = [schedule(service, row, f"row/{i}") for i, row in enumerate(service.rows)]
    if _as_uk(service):
        for number in range(len(service.links)):
            rows.extend(_rows_at(service, number))
    return rows


def _at_locations(service):
    rows = []
    for number, link in enumerate(service.links):
        link_id = part_id(service, f"link/{number}")
        schedules = [] if _as_uk(service) else _rows_at(service, number)
        rows.append(
            present(
                id=link_id,
                location_id=location_id(service, link),
                location=_location(service, link, number),
                schedules=schedules,
            )
        )
    if service.location_type == "virtual":
        rows.append(
            {
                "id": part_id(service, "link/virtual"),
                "location": {
                    "id": service.virtual_id,
                    "location_type": "virtual",
                    "name": "Online",
                },
            }
        )
    return rows


def _areas(service):
    rows = []
    for number, area in enumerate(service.areas):
        row = present(id=part_id(service, f"area/{number}"), name=area["name"], uri=area.get("uri"))
        if area.get("extent"):
            row.update(extent=_json(area["extent"]), extent_type="geojson")
        if area.get("extent_text"):
            row.update(extent=area["extent_text"], extent_type="geojson")
        rows.append(row)
    return rows


def _json(value):
    from .feed import line

    return line(value)


def _term(service, number, source):
    """The three spellings of a service type: URI, CURIE, bare code."""
    label = SERVICE_TYPES[number]
    term = {
        "id": part_id(service, f"term/{number}"),
        "name": label,
        "description": label,
        "taxonomy": "esdServiceTypes",
    }
    if source == "millstone":
        return {**term, "code": number}
    if dice_for(service, f"term/{number}").chance(50):
        return {**term, "term": f"esdServiceType:{number}"}
    return {**term, "term_uri": ESD + number}


def _attributes(service):
    return [
        {
            "id": part_id(service, f"attribute/{number}"),
            "link_id": service.id,
            "link_type": "service",
            "link_entity": "service",
            "taxonomy_term": _term(service, number, service.source),
        }
        for number in service.types
    ]


def _languages(service):
    by_name = service.languages_by_name
    return [
        present(
            id=part_id(service, f"language/{code}"),
            code=None if by_name else code,
            name=LANGUAGES[code] if by_name else None,
        )
        for code in service.languages
    ]


def _costs(service):
    rows = []
    for number, cost in enumerate(service.costs):
        row = present(
            id=part_id(service, f"cost/{number}"),
            option=cost["option"],
            valid_from=cost.get("valid_from"),
            valid_to=cost.get("valid_to"),
            amount_description=cost.get("words"),
        )
        rows.append({**row, "amount": amount(cost["amount"])})
    return rows


def _phones(service):
    return [
        present(id=part_id(service, f"phone/{i}"), **phone)
        for i, phone in enumerate(service.phones)
    ]


def service_json(service):
    low, high = service.ages[0] if service.ages else (None, None)
    phones = _phones(service)
    in_contact = (
        phones and service.source == "riverbank" and dice_for(service, "contact").chance(50)
    )
    contacts = []
    if in_contact or service.desk:
        contacts = [
            present(
                id=part_id(service, "contact"),
                title=service.desk or "Enquiries",
                email=service.email if service.desk else None,
                phones=phones if in_contact else [],
            )
        ]
    whole = present(
        id=service.id,
        organization_id=None if service.no_organisation else service.organisation.id,
        name=service.name,
        description=service.raw_description or service.description,
        url=service.url,
        email=service.email,
        status=service.status,
        fees=service.fees,
        **service.more,
    )
    for name, value in (("minimum_age", low), ("maximum_age", high)):
        if value is not None:
            whole[name] = int(value) if value == int(value) else value
    whole.update(
        present(
            assured_date=service.assured,
            assurer_email=service.assurer,
            last_modified=service.modified,
            alert=service.alert,
            attending_type=", ".join(service.attending),
            attending_access=", ".join(service.access),
            organization=None if service.no_organisation else _organisation(service),
            schedules=_schedules(service),
            service_areas=_areas(service),
            service_at_locations=_at_locations(service),
            languages=_languages(service),
            cost_options=_costs(service),
            funding=[
                {"id": part_id(service, "funding"), "source": one} for one in service.fundings
            ],
            contacts=contacts,
            phones=[] if in_contact else phones,
            attributes=_attributes(service),
        )
    )
    if service.hidden_by == "a flag":
        whole["confidential" if service.source == "millstone" else "rb_hide_address"] = True
    if getattr(service, "nulls", False):
        whole.update(
            accreditations=None, funding=[None], logo="", fees=whole.get("fees", ""), program=None
        )
    if "name missing (rejected)" in service.cases and service.name == "":
        whole["name"] = ""
    return whole
