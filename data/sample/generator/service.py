"""One service in neutral form, and how a template becomes one."""

import re

from . import prose, schedules
from .dice import Dice, make_uuid

MODES = ("phone", "online", "visits", "outdoor", "confidential")


class Service:
    """Facts of a service. None and [] mean not stated; `cases` names what is special about it."""

    def __init__(self, key):
        self.key = key
        self.cases = set()
        self.links = []  # Link: venue, rows, overrides
        self.rows = []  # rows of the service at all its venues
        self.types, self.ages, self.access, self.attending = [], [], [], []
        self.costs, self.languages, self.areas, self.phones, self.contacts = [], [], [], [], []
        self.holidays, self.eligibilities, self.fundings, self.reviews = [], [], [], []
        self.fees = self.alert = None
        self.assured = self.assurer = self.modified = None
        self.status = "active"
        self.confidential = False
        self.location_type = "physical"
        self.deliverable = None
        self.wants_confidential = False
        self.hidden_by = None  # "a flag", "id", "its service type" or "its name (a refuge)"
        self.no_organisation = False
        self.raw_description = None  # HTML or Markdown as published; else the text


class Link:
    """A service at a venue."""

    def __init__(self, venue, rows=()):
        self.venue, self.rows = venue, list(rows)
        self.features, self.absent = list(venue.features), list(venue.absent)
        self.lat, self.lon, self.postcode = venue.lat, venue.lon, venue.postcode
        self.masked = False
        self.raw_position = None  # (latitude, longitude) as published when wrong
        self.no_address = False
        self.own_id = None  # a location id of its own, when it differs from the venue's


def options(text):
    return [part.strip() for part in text.split("|")]


def age_range(text):
    if text == "-":
        return None
    low, _, high = text.partition("-")
    return (float(low) if low else None, float(high) if high else None)


def settings_of(kind, template):
    settings = {
        "in": "-",
        "age": "-",
        "cost": "-",
        "when": "-",
        "unit": "a session",
        "at": "hall centre",
    }
    settings.update(kind.settings)
    settings.update(template["settings"])
    return settings


class Maker:
    def __init__(self, seed, venues, organisations):
        self.seed, self.venues, self.organisations = seed, venues, organisations

    def make(self, kind, template, number, source, special, attempt):
        """The service number `number` of a kind. `special` is a name in schedules.SPECIAL or None.

        `attempt` above 0 makes another one, for when the first reads like one that is there already.
        """
        service = Service(f"{kind.id}/{number}")
        settings, self._attempt = settings_of(kind, template), attempt
        dice = Dice(self.seed, f"service/{service.key}" + "/again" * attempt)
        service.kind, service.template, service.source = kind.id, template["id"], source
        service.id = make_uuid(self.seed, f"service/{service.key}")
        service.types = settings["types"].split()
        self._place(service, dice, settings, special)
        self._facts(service, dice, settings)
        self._words(service, dice, settings, template, number)
        self._contact(service, dice)
        return service

    def _place(self, service, dice, settings, special):
        wanted = dice.pick(options(settings["at"])).split()
        service.mode = dice.pick(wanted)
        self._pattern = dice.pick(options(settings["when"]))
        if service.mode == "outdoor":
            service.mode = "park"
        if service.mode not in MODES:
            self._venue_links(service, dice, settings)
        elif service.mode == "confidential":
            service.links = [Link(dice.pick(self.venues["centre"]))]
        self.home = service.links[0].venue if service.links else dice.pick(self.venues["centre"])
        service.home = self.home
        if special:
            rows, self.when = schedules.SPECIAL[special](dice)
            service.rows, cases = rows, {special}
        else:
            rows, self.when, cases = schedules.make(dice, self._pattern)
            service.rows = rows
        service.cases |= cases
        if len(service.links) > 1:
            self._own_times(service, dice)
        if settings.get("valid") == "winter":
            for row in service.rows:
                row["valid_from"], row["valid_to"] = "2026-10-01", "2027-03-31"

    def _venue_links(self, service, dice, settings):
        low, high = (int(n) for n in settings.get("venues", "1-1").split("-"))
        count = dice.between(low, high)
        pool = self.venues[service.mode]
        first = dice.below(len(pool))
        step = 1 if service.mode == "stop" else 7
        chosen = [pool[(first + i * step) % len(pool)] for i in range(count)]
        service.links = [Link(venue) for venue in chosen]

    def _own_times(self, service, dice):
        """Several venues: each has its own times, and says so itself."""
        for number, link in enumerate(service.links):
            own = Dice(self.seed, f"times/{service.key}/{number}")
            link.rows, _, _ = schedules.make(own, self._pattern)
        service.rows = []
        service.cases.add("several venues")
        self.when = "at different times in different places"

    def _facts(self, service, dice, settings):
        self.join = dice.pick(options(settings["in"]))
        service.access = [] if self.join == "-" else [self.join]
        ages = age_range(dice.pick(options(settings["age"])))
        service.ages = [ages] if ages else []
        self.cost, self.unit = dice.pick(options(settings["cost"])), settings["unit"]
        _state_cost(service, dice, self.cost, self.unit)
        service.attending = {
            "phone": ["phone"],
            "online": ["online"],
            "visits": ["home visit"],
        }.get(service.mode, ["venue"])
        if service.mode not in MODES and dice.chance(45):
            service.attending = []
        service.languages = settings.get("languages", "").split()
        service.languages_by_name = dice.chance(45)
        flag = settings.get("confidential", "no")
        chance = {"yes": 100, "some": 85, "few": 70}.get(flag, 0)
        service.wants_confidential = dice.chance(chance)
        if service.mode != "confidential" and service.wants_confidential and not service.links:
            service.wants_confidential = False
        service.organisation = self._organisation(dice, settings)

    def _organisation(self, dice, settings):
        if "by" in settings:
            return next(
                o
                for group in self.organisations.values()
                for o in group
                if o.name == settings["by"]
            )
        return dice.pick(self.organisations[dice.pick(settings["who"].split())])

    def _words(self, service, dice, settings, template, number):
        home = self.home
        name_slots = {
            "area": home.area,
            "venue": home.name,
            "road": home.road,
            "city": "Sheffield",
            "host": service.organisation.name,
            "n": str(number + 1),
        }
        name = dice.pick(
            [n for n in template["names"] if self._day_fits(service, n)] or template["names"]
        )
        if name.startswith("{area}"):
            name = name.replace("{area}", home.road, 1)
        service.area = home.area
        service.name = prose.fill(dice, name, name_slots)
        slots = {**name_slots, "area": prose.in_words(home.area)}
        service.phone = _phone(dice, home.authority)
        low, high = service.ages[0] if service.ages else (None, None)
        join = dice.pick(prose.JOIN.get(self.join, [""]))
        slots.update(
            {
                "when": self.when,
                "join": join,
                "cost": prose.cost_words(dice, self.cost, self.unit),
                "access": prose.access_words(dice, home if service.links else None),
                "ages": prose.age_words(low, high),
            }
        )
        text = template["text"]
        if not self.when:
            text = prose.drop_empty_when(text)
        if home.road in home.name:
            text = text.replace("{venue}, {road}", "{venue}")
        text = prose.fill(dice, text, slots)
        if dice.chance(45) and service.mode != "confidential":
            extra = prose.EXTRA + prose.EXTRA_AT_VENUE if service.links else prose.EXTRA
            text += " " + dice.pick(extra).replace("{bus}", str(home.bus))
        if (
            slots["area"] not in text
            and service.mode != "confidential"
            and dice.chance(70 + 30 * self._attempt)
        ):
            places = prose.PLACE + prose.PLACE_AT_VENUE if service.links else prose.PLACE
            text += " " + dice.pick(places).replace("{a}", slots["area"])
        service.description = prose.tidy(
            text.replace("{phone}", service.phone).replace("{city}", "Sheffield")
        )
        service.summary_when = self.when

    def _day_fits(self, service, name):
        """A "Monday Club" meets on Mondays."""
        days = {day[-2:] for row in service.rows for day in (row.get("byday") or "").split(",")}
        return all(code in days for code, day in schedules.DAY_NAMES.items() if day in name)

    def _contact(self, service, dice):
        organisation = service.organisation
        service.phones = (
            [{"number": service.phone}] if dice.chance(85) or service.mode == "phone" else []
        )
        slug = re.sub(r"[^a-z]+", "-", service.kind).strip("-")
        service.url = f"https://{organisation.slug}.example.org/{slug}" if dice.chance(70) else None
        service.email = (
            f"{dice.pick(['hello', 'info', 'office', slug])}@{organisation.slug}.example.org"
            if dice.chance(65)
            else None
        )


def _state_cost(service, dice, cost, unit):
    stated = dice.below(100)
    if cost == "free":
        if stated < 50:
            service.costs = [{"option": "Everyone", "amount": 0}]
            service.cases.add("free by amount 0")
        elif stated < 85:
            service.fees = dice.pick(["Free", "No charge", "Free of charge", "free"])
            service.cases.add("free by words")
    elif cost == "donation":
        if stated < 75:
            service.fees = dice.pick(["Donations welcome", "Voluntary donation", "By donation"])
            service.cases.add("donation")
    elif cost != "-" and stated < 88:
        amount = int(cost.replace(".", ""))
        service.costs = [
            {"option": "Standard", "amount": amount, "words": f"{prose.money(amount)} {unit}"}
        ]
        if dice.chance(35) and amount > 100:
            service.costs.append(
                {
                    "option": "Concessions",
                    "amount": amount // 2,
                    "words": f"{prose.money(amount // 2)} {unit}",
                }
            )
        service.cases.add("paid")


def _phone(dice, authority):
    if authority != "Sheffield" and dice.chance(60):
        return f"01632 960{dice.between(0, 999):03d}"
    roll = dice.below(100)
    if roll < 76:
        return f"0114 496 {dice.between(0, 999):04d}"
    if roll < 90:
        return f"07700 900{dice.between(0, 999):03d}"
    return f"0808 157 0{dice.between(0, 999):03d}"
