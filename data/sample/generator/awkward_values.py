"""Awkward cases of values: dates, status, ids, markup, money, ages, contacts."""

from .awkward_case import ALL, ORUK, V3, Case, at_venue
from .handmade import ALERTS, LONG_NAMES, STOP_KINDS, STOP_NAMES

MARKUP = [
    "<h2>About us</h2>\n\n<p>{first}</p>\n<p>{rest}&nbsp;</p>",
    "<p>{first}<br />{rest}</p><ul><li>Tea &amp; coffee</li><li>Parking</li></ul>",
    '<div class="x"><p><strong>{first}</strong></p><p>{rest} <a href="{url}" target="_blank">Find out more</a></p></div>',
    '<p>{first}</p><img src="data:image/png;base64,iVBORw0KGgo=" alt=""/><p>{rest}<script>alert(1)</script></p>',
    "<p>{first}<p>{rest}<b>unclosed",
]
MARKDOWN = [
    "## {name}\n\n{first}\n\n* **Where:** {area}\n* **When:** ask\n\n{rest}",
    "**{first}**\n\n{rest}\n\n1. Ring\n2. Come\n\n[Our page]({url})",
    "{first}\n\n> {rest}\n\n---\n_{area}_",
]


def _marked(service, form):
    first, _, rest = service.description.partition(". ")
    return (
        form.replace("{first}", first + ".")
        .replace("{rest}", rest.replace("\n\n", "</p><p>") if "<" in form else rest)
        .replace("{url}", service.organisation.url)
        .replace("{name}", service.name)
        .replace("{area}", service.area)
    )


def _set(**values):
    def change(service, _):
        for name, value in values.items():
            setattr(service, name, value)

    return change


def _picked(name, *choices):
    def change(service, dice):
        setattr(service, name, dice.pick(choices))

    return change


def _html(service, dice):
    service.raw_description = _marked(service, dice.pick(MARKUP))


def _markdown(service, dice):
    service.raw_description = _marked(service, dice.pick(MARKDOWN))


def _future(service, dice):
    service.assured = f"2027-{dice.between(1, 12):02d}-{dice.between(1, 28):02d}"
    service.cases -= {"no assured date", "stale (assured in 2021)"}


def _expired_cost(service, dice):
    service.costs = [
        {
            "option": "Introductory offer",
            "amount": 0,
            "words": "free until the spring",
            "valid_to": "2026-03-31",
        }
    ]
    if dice.chance(60):
        service.costs.append(
            {"option": "Standard", "amount": 450, "words": "£4.50", "valid_from": "2026-04-01"}
        )


def _phone_list(service, dice):
    a, b = dice.between(0, 999), dice.between(0, 999)
    service.phones = [
        {
            "number": dice.pick(
                [
                    f"0114 496 {a:04d} / 0114 496 {b:04d} (evenings)",
                    f"0114 496 {a:04d} or 07700 900{b:03d}",
                    f"Office: 0114 496 {a:04d}; Out of hours: 07700 900{b:03d}",
                    f"+44 114 496 {a:04d}, 01632 960{b:03d}",
                ]
            )
        }
    ]


def _phone_rows(service, dice):
    service.phones = [
        {
            "number": f"0114 496 {dice.between(0, 999):04d}",
            "type": "voice",
            "description": "Office",
        },
        {
            "number": f"07700 900{dice.between(0, 999):03d}",
            "type": "text",
            "description": "Text us",
        },
        {
            "number": f"0808 157 0{dice.between(0, 999):03d}",
            "type": "voice",
            "description": "Evenings and weekends",
        },
    ]


def _bad_web(service, dice):
    slug = service.organisation.slug
    service.url = dice.pick(
        [
            f"www.{slug}.example.org",
            f"htp:/{slug}.example.org",
            f"see our page on {slug}.example.org",
            f"{slug} .example.org",
        ]
    )
    service.email = dice.pick(
        [
            f"hello at {slug}.example.org",
            f"hello@{slug}.example.org ; office@{slug}.example.org",
            f"mailto:hello@{slug}.example.org",
            "hello@",
        ]
    )


def _eligible(service, dice):
    service.eligibilities = dice.pick(
        [
            ["adult", "female"],
            ["child", "family"],
            ["teen"],
            ["adult"],
            ["male", "adult"],
            ["family"],
        ]
    )


def _several_ages(service, dice):
    service.ages = dice.pick(
        [[(5.0, 11.0), (16.0, 25.0)], [(0.0, 4.0), (60.0, None)], [(11.0, 15.0), (18.0, 25.0)]]
    )


def _bank_holidays(service, dice):
    service.holidays = [
        {"closed": True, "start": "2026-12-25", "end": "2026-12-28"},
        {"closed": True, "start": "2027-01-01", "end": "2027-01-01"},
    ]
    if dice.chance(50):
        service.holidays.append(
            {
                "closed": False,
                "start": "2027-03-29",
                "end": "2027-03-29",
                "opens": "10:00",
                "closes": "12:00",
            }
        )


def _long_name(service, dice):
    fitting = [name for kinds, name in LONG_NAMES if service.kind in kinds]
    service.name = (
        dice.pick(fitting).replace("{road}", service.home.road).replace("{area}", service.area)
    )


def _stop_name(service, dice):
    service.name = STOP_NAMES[dice.below(len(STOP_NAMES))]


def _non_uuid(service, dice):
    number = dice.between(100, 99999)
    service.id = dice.pick(
        [
            f"{number}",
            f"svc-{number}",
            f"node/{number}",
            f"{service.id}-{number}",
            f"RB:{number}:a b",
            f"Zażółć-{number}",
        ]
    )


def _null_parts(service, _):
    service.nulls = True


PAUSED = ("paused", "draft", "under review", "closed for refurbishment")

CASES = [
    Case("HTML in the description", _html, sources=ORUK, count=140),
    Case("Markdown in the description", _markdown, sources=ORUK, count=14),
    Case("untagged", _set(types=[]), count=50),
    Case("future assured date", _future, sources=ORUK),
    Case("non-UUID id", _non_uuid, sources=V3, count=8),
    Case("temporarily closed", _set(status="temporarily closed"), count=16),
    Case("inactive", _set(status="inactive"), count=14),
    Case("defunct", _set(status="defunct"), sources=ORUK),
    Case("unknown status word (not published)", _picked("status", *PAUSED), sources=ORUK),
    Case("status not stated", _set(status=None), sources=ORUK, count=8),
    Case("name missing (rejected)", _picked("name", None, ""), sources=ORUK),
    Case("expired cost option", _expired_cost, lambda s: s.costs, ORUK),
    Case("age: 0 to 0", _set(ages=[(0.0, 0.0)]), lambda s: not s.ages),
    Case("age: -1 to -1", _set(ages=[(-1.0, -1.0)]), lambda s: not s.ages, V3),
    Case("age: maximum below minimum", _set(ages=[(18.0, 11.0)]), lambda s: not s.ages, ORUK),
    Case("age: several ranges", _several_ages, lambda s: s.ages, ("moorside",)),
    Case("eligibility rows", _eligible, sources=("moorside",), count=8),
    Case("bank holidays stated", _bank_holidays, lambda s: s.rows, ("moorside",), 8),
    Case("several numbers in one phone", _phone_list, sources=ORUK),
    Case("several phones", _phone_rows, sources=ORUK),
    Case("url and email that are neither", _bad_web, sources=ORUK),
    Case(
        "alert", _picked("alert", *ALERTS), sources=("riverbank", "millstone", "larkmoor"), count=10
    ),
    Case(
        "long name with punctuation",
        _long_name,
        lambda s: at_venue(s) and any(s.kind in kinds for kinds, _ in LONG_NAMES),
        ALL,
        10,
    ),
    Case(
        "name of stop words only", _stop_name, lambda s: at_venue(s) and s.kind in STOP_KINDS, ORUK
    ),
    Case(
        "organisation missing",
        _set(no_organisation=True),
        sources=("riverbank", "moorside", "millstone"),
    ),
    Case("nulls and empty strings", _null_parts, sources=("riverbank", "moorside"), count=8),
]
