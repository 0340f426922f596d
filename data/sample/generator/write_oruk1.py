"""ORUK 1.0 JSON, as one page of full services."""

from .feed import (
    amount,
    dice_for,
    line,
    location_id,
    location_name,
    part_id,
    position,
    present,
    street,
)
from .labels import LANGUAGES, SERVICE_TYPES
from .places import FEATURE_WORDS
from .schedules import one_day


def _day_and_time(service):
    """assured_date: mostly ISO, some in the reference server's own form."""
    if service.assured and dice_for(service, "date").chance(30):
        year, month, day = service.assured.split("-")
        return f"{day}/{month}/{year} 00:00:00"
    return service.assured


def _schedule(service, row, name):
    return present(
        id=part_id(service, name),
        freq=row.get("freq"),
        interval=row.get("interval"),
        byday=row.get("byday"),
        bymonthday=row.get("bymonthday"),
        dtstart=row.get("dtstart"),
        valid_from=row.get("valid_from") or row.get("dtstart"),
        valid_to=row.get("valid_to") or row.get("until"),
        opens_at=row.get("opens"),
        closes_at=row.get("closes"),
        description=row.get("description"),
    )


def _schedules(service, rows, name):
    """Version 1 has no `until`; a row for each day where the source likes it so."""
    if dice_for(service, name).chance(35):
        rows = [one_day(row, day) for row in rows for day in (row.get("byday") or "").split(",")]
    return [_schedule(service, row, f"{name}/{i}") for i, row in enumerate(rows)]


def _location(service, link, number):
    lat, lon = position(link)
    whole = present(id=location_id(service, link), name=location_name(service, link))
    whole.update({"latitude": lat, "longitude": lon} if lat is not None else {})
    if not link.no_address:
        whole["physical_addresses"] = [
            present(
                id=part_id(service, f"address/{number}"),
                address_1=street(link),
                city=link.venue.city,
                state_province="South Yorkshire",
                postal_code=link.postcode,
                country="GB",
            )
        ]
    words = [(f, f) for f in link.features if f != "deaf_interpreter" or number == 0]
    rows = [
        {
            "id": part_id(service, f"access/{number}/{f}"),
            "accessibility": f if dice_for(service, f).chance(80) else FEATURE_WORDS[f],
        }
        for f, _ in words
    ]
    rows += [
        {"id": part_id(service, f"access/{number}/no"), "accessibility": text}
        for text in link.absent
    ]
    whole.update(present(accessibility_for_disabilities=rows))
    return whole


def _at_locations(service):
    return [
        present(
            id=part_id(service, f"link/{number}"),
            location=_location(service, link, number),
            regular_schedule=_schedules(service, link.rows, f"row/{number}"),
        )
        for number, link in enumerate(service.links)
    ]


def _taxonomy(service, number):
    dice = dice_for(service, f"term/{number}")
    spelling = dice.below(10)
    code = (
        f"esdServiceType:{number}"
        if spelling < 6
        else number
        if spelling < 9
        else f"http://id.esd.org.uk/service/{number}"
    )
    return {
        "id": part_id(service, f"tag/{number}"),
        "taxonomy": {"id": code, "name": SERVICE_TYPES[number], "vocabulary": "esdServiceTypes"},
    }


def _eligibilities(service):
    ages = service.ages or ([(None, None)] if service.eligibilities else [])
    rows = []
    for number, (low, high) in enumerate(ages):
        words = service.eligibilities[number] if number < len(service.eligibilities) else None
        row = present(id=part_id(service, f"eligibility/{number}"), eligibility=words)
        for name, value in (("minimum_age", low), ("maximum_age", high)):
            if value is not None:
                row[name] = int(value) if value == int(value) else value
        rows.append(row)
    for word in service.eligibilities[len(ages) :]:
        rows.append({"id": part_id(service, f"eligibility/{word}"), "eligibility": word})
    return rows


def _holidays(service):
    return [
        {
            "id": part_id(service, f"holiday/{i}"),
            "closed": day["closed"],
            "start_date": day["start"],
            "end_date": day["end"],
            **present(opens_at=day.get("opens"), closes_at=day.get("closes")),
        }
        for i, day in enumerate(service.holidays)
    ]


def _costs(service):
    rows = []
    for number, cost in enumerate(service.costs):
        row = present(
            id=part_id(service, f"cost/{number}"),
            option=cost["option"],
            amount_description=cost.get("words"),
            valid_from=cost.get("valid_from"),
            valid_to=cost.get("valid_to"),
        )
        value = amount(cost["amount"])
        rows.append(
            {**row, "amount": str(value) if dice_for(service, "cost").chance(30) else value}
        )
    return rows


def _areas(service):
    return [
        present(
            id=part_id(service, f"area/{i}"),
            service_area=area["name"],
            uri=area.get("uri"),
            extent=line(area["extent"]) if area.get("extent") else area.get("extent_text"),
        )
        for i, area in enumerate(service.areas)
    ]


def service_json(service):
    phones = [
        {
            "id": part_id(service, f"phone/{i}"),
            "number": phone["number"],
            **present(description=phone.get("description")),
        }
        for i, phone in enumerate(service.phones)
    ]
    contacts = (
        [{"id": part_id(service, "contact"), "title": "Enquiries", "name": "", "phones": phones}]
        if phones
        else []
    )
    organisation = service.organisation
    description = service.raw_description or service.description
    whole = present(
        id=service.id,
        name=service.name,
        description=description,
        url=service.url,
        email=service.email,
        status=service.status,
        fees=service.fees,
        attending_type=",".join(service.attending),
        attending_access=",".join(service.access),
        assured_date=_day_and_time(service),
        deliverable_type=service.deliverable,
        accreditations=service.more.get("accreditations"),
    )
    if not service.no_organisation:
        whole["organization"] = {
            "id": organisation.id,
            "name": organisation.name,
            "description": organisation.description,
            "url": organisation.url,
        }
    whole.update(
        present(
            eligibilitys=_eligibilities(service),
            regular_schedules=_schedules(service, service.rows, "row"),
            holiday_schedules=_holidays(service),
            service_at_locations=_at_locations(service),
            service_areas=_areas(service),
            cost_options=_costs(service),
            contacts=contacts,
            languages=[
                {
                    "id": part_id(service, f"language/{code}"),
                    "language": LANGUAGES[code] if service.languages_by_name else code,
                }
                for code in service.languages
            ],
            service_taxonomys=[_taxonomy(service, number) for number in service.types],
            fundings=[{"id": part_id(service, "funding"), "source": service.fundings[0]}]
            if service.fundings
            else [],
            reviews=service.reviews,
        )
    )
    if service.hidden_by == "a flag":
        whole["confidential"] = True
    if getattr(service, "nulls", False):
        whole.update(
            accreditations=None,
            url=whole.get("url", ""),
            contacts=[None] + contacts,
            languages=whole.get("languages"),
        )
    if "name missing (rejected)" in service.cases:
        whole["name"] = service.name
    return whole
