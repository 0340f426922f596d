"""The five stories that the finder is tried with, and which services of the sample answer them."""


def _days(service):
    rows = service.rows + [row for link in service.links for row in link.rows]
    return {day[-2:] for row in rows for day in (row.get("byday") or "").split(",")}


def _takes(service, age):
    return any((low or 0) <= age and (high is None or age <= high) for low, high in service.ages)


def _of(*kinds):
    return lambda service: service.kind in kinds


def _template(*ids):
    return lambda service: service.template in ids


STORIES = [
    (
        "A carer for a mother with dementia",
        "carer-dementia",
        "/api/search?q=dementia&near=S11+8&within=3mi",
        [
            ("someone to sit with her", _template("carers-breaks/4", "carers-breaks/1")),
            ("a place to go together", _template("dementia-cafe/1", "dementia-cafe/2")),
            ("others who care", _template("dementia-cafe/3", "carers-support/1")),
            ("one person to ask", _template("dementia-cafe/5")),
        ],
    ),
    (
        "A family with an autistic nine-year-old on Saturdays",
        "autism-saturday",
        "/api/search?q=autistic&near=S6+2&within=5mi&age=9&day=SA",
        [
            (
                "Saturday clubs",
                lambda s: s.template in ("autism-family-support/2", "autism-family-support/3")
                and _takes(s, 9),
            ),
            (
                "Saturday short breaks",
                lambda s: s.kind == "send-short-breaks" and "SA" in _days(s) and _takes(s, 9),
            ),
            ("for the parents", _template("autism-family-support/4", "send-advice/1")),
        ],
    ),
    (
        "A man out of work with no money for the bus",
        "no-bus-fare",
        "/api/search?service_type=esdServiceType:343&near=S5+8&free=yes",
        [
            (
                "work, with the fare paid or by phone",
                _template("jobs-club/1", "jobs-club/4", "jobs-club/6"),
            ),
            ("a bicycle or a scooter", _template("community-transport/4", "refugee-support/4")),
            ("food and fuel meanwhile", _template("food-bank/2", "hardship-grants/2")),
        ],
    ),
    (
        "Someone leaving an abusive home",
        "leaving-abuse",
        "/api/search?q=abuse&near=S3+9&unknown=keep",
        [
            ("a safe place tonight", _of("refuge")),
            (
                "someone to talk to",
                lambda s: s.kind == "domestic-abuse-support"
                and s.template in ("domestic-abuse-support/1", "domestic-abuse-support/3"),
            ),
            ("starting again", _template("hardship-grants/1", "housing-advice/1")),
        ],
    ),
    (
        "A link worker with three clients in one morning",
        "link-worker",
        "/api/search?q=befriending&near=S14+1&age=78",
        [
            (
                "a lonely man of 78 who has fallen",
                _template(
                    "befriending/1", "befriending/2", "falls-prevention/1", "balance-class/1"
                ),
            ),
            (
                "a mother with debts and a baby",
                _template("debt-advice/1", "baby-bank/1", "breastfeeding/1"),
            ),
            (
                "a trans nineteen-year-old",
                lambda s: s.template in ("lgbt-group/1", "lgbt-group/3")
                or s.template == "counselling/2",
            ),
        ],
    ),
]


def answers(sources, wanted, count=5):
    """Ids, as "source id", of the first active services that fit."""
    found = [
        f"{name} {service.id}"
        for name, services in sources.items()
        for service in services
        if service.status == "active" and service.name and wanted(service)
    ]
    step = max(1, len(found) // count)
    return found[::step][:count]
