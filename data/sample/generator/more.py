"""Fields that few publishers fill in; here each is filled in often enough to be seen."""

from .dice import Dice

EVERY = 4  # per cent of the services that have one
SERVICE = {
    "alternate_name": [
        "Known locally as the Tin Hut",
        "The Monday lot",
        "Formerly the Larkmoor Project",
        "The Tuesday Table",
    ],
    "accreditations": [
        "Larkmoor Quality Mark",
        "Inspected by the Riverbank care inspectorate, 2025: good",
        "Advice Bench standard, level 2",
    ],
    "application_process": [
        "Ring first; a worker calls back within two days.",
        "Fill in the form on our page, or ask us to fill it in with you.",
        "Your surgery can refer you, or ring us yourself.",
    ],
    "eligibility_description": [
        "For people who live, work or study in the city.",
        "For anyone on a low income.",
        "For carers of any age and those they care for.",
        "Women only, including trans women.",
    ],
    "interpretation_services": [
        "Telephone interpreters in most languages.",
        "BSL interpreter with a week's notice.",
        "Polish and Urdu spoken on most days.",
    ],
    "wait_time": ["About six weeks", "No wait", "Two to three months for a first appointment"],
    "licenses": ["Registered with the Riverbank care inspectorate", "Food hygiene rating 5"],
}
FUNDERS = [
    "The Copperbeck Foundation",
    "Riverbank Council small grants",
    "Sale of cakes",
    "The Larkmoor Legacy Fund",
]
NOTES = [
    "Please come ten minutes early on your first visit.",
    "Doors close half an hour before the end.",
    "Last orders for food at one o'clock.",
]
GETTING_THERE = [
    "The {bus} bus stops outside.",
    "Five minutes' walk from the tram.",
    "Free parking behind the building for two hours.",
]
DESK = ["Reception", "Bookings", "Referrals team", "Duty desk"]


def add(seed, service):
    """Fills `service.more` and its notes, funders and desk."""
    dice = Dice(seed, f"more/{service.key}")
    service.more = {
        name: dice.pick(values) for name, values in SERVICE.items() if dice.chance(EVERY)
    }
    for name in service.more:
        service.cases.add(f"field: {name}")
    if dice.chance(EVERY):
        service.fundings = [dice.pick(FUNDERS)]
        service.cases.add("field: funding")
    service.note = dice.pick(NOTES) if dice.chance(EVERY) and service.rows else None
    service.schedule_link = (
        f"{service.organisation.url}/times" if dice.chance(EVERY) and service.rows else None
    )
    service.getting_there = (
        dice.pick(GETTING_THERE).replace("{bus}", str(service.home.bus))
        if dice.chance(EVERY) and service.links
        else None
    )
    service.desk = dice.pick(DESK) if dice.chance(2 * EVERY) and service.phones else None
    if dice.chance(EVERY) and service.phones:
        service.phones[0]["extension"] = str(dice.between(100, 399))
