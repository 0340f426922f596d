"""Words: sentences about access, cost, age and the building, and the filling of a template's slots."""

import re

from .templates import alternatives

JOIN = {
    "drop-in": [
        "Just turn up.",
        "No need to book.",
        "Drop in: no appointment needed.",
        "Come along, no forms.",
        "You do not need to ring first.",
        "Turn up on the day.",
        "There is no booking.",
    ],
    "appointment": [
        "Please ring to book.",
        "By appointment: ring {phone}.",
        "Booking is essential.",
        "Please ring or email for an appointment.",
        "Book a place before you set out.",
    ],
    "referral": [
        "You need a referral from a GP, school or advice worker.",
        "A professional has to refer you.",
        "Ask your social worker, health visitor or surgery to refer you.",
        "Referrals only: we take them by phone.",
        "Someone who supports you can refer you by ringing {phone}.",
    ],
    "membership": [
        "You need to join first; it takes five minutes.",
        "Members only, and anyone in {city} may join.",
        "Ask for a membership form at the door.",
        "Please join on your first visit.",
    ],
}
FREE = [
    "It is free.",
    "Free of charge.",
    "There is no charge.",
    "No charge.",
    "It costs nothing.",
    "Free, thanks to the people who fund us.",
    "You do not pay.",
]
DONATION = [
    "Donations welcome.",
    "Give what you can.",
    "There is a pot by the door for donations.",
    "We suggest a small donation if you can manage it.",
]
PAID = [
    "{money} {unit}.",
    "It costs {money} {unit}.",
    "We charge {money} {unit}.",
    "{money} {unit}, less if you are short.",
]
YES = [
    "Level entrance and an accessible toilet.",
    "Step-free from the street.",
    "Wheelchair users can get in by the main door.",
    "The building is on the flat, with a ramp at the side.",
]
NO = [
    "There are steps at the entrance and no lift, we are sorry to say.",
    "The room is upstairs and there is no lift.",
    "The building is old and not suitable for wheelchairs.",
]
EXTRA = [
    "Ask for the duty worker.",
    "We answer emails within three working days.",
    "New volunteers are always welcome.",
    "Leave a message and we will ring you back.",
    "Tell us if you need large print or an interpreter.",
]
PLACE = ["Serving {a} and the streets around it.", "For {a} and nearby."]
PLACE_AT_VENUE = ["We are in {a}.", "In {a}."]
EXTRA_AT_VENUE = [
    "The {bus} bus stops outside.",
    "Street parking only.",
    "Assistance dogs are welcome.",
    "Look for the blue door.",
    "Free tea and coffee.",
    "Please leave prams in the porch.",
    "Photographs only with permission.",
    "Our nearest stop is five minutes away on the {bus}.",
    "We are closed on bank holidays.",
    "Ask for the kettle: that is where everyone is.",
]


def money(amount):
    pounds, pence = divmod(amount, 100)
    if pounds == 0:
        return f"{pence}p"
    return f"£{pounds}" if pence == 0 else f"£{pounds}.{pence:02d}"


def in_words(area):
    """An area inside a sentence: "the city centre", "Walkley"."""
    return {"City Centre": "the city centre", "Devonshire Quarter": "the Devonshire Quarter"}.get(
        area, area
    )


def age_words(low, high):
    def years(value):
        return f"{round(value * 12)} months" if value != int(value) else str(int(value))

    if low and high:
        return f"For ages {years(low)} to {years(high)}."
    if low:
        return f"For people aged {years(low)} and over."
    if high:
        return (
            f"For children up to {years(high)}."
            if high < 18
            else f"For people up to {years(high)}."
        )
    return ""


def cost_words(dice, cost, unit):
    if cost == "free":
        return dice.pick(FREE)
    if cost == "donation":
        return dice.pick(DONATION)
    if cost == "-":
        return ""
    return (
        dice.pick(PAID)
        .replace("{money}", money(int(cost.replace(".", ""))))
        .replace("{unit}", unit)
    )


def access_words(dice, venue):
    if venue is None:
        return ""
    if venue.features:
        return dice.pick(YES)
    return dice.pick(NO) if venue.absent else ""


def tidy(text):
    """Mends what empty slots leave behind and gives sentences their capitals."""
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" +([.,;:?!])", r"\1", text)
    text = text.replace("in term time in term time", "in term time")
    text = re.sub(r"(in term time, [\d.]+[ a-z]+ to [\d.]+[ a-z]+?) in term time", r"\1", text)
    text = re.sub(r"(?<=\d)\.\.", ".", text)
    text = re.sub(r"(^|\n|[.?!] )([a-z])", lambda m: m.group(1) + m.group(2).upper(), text)
    return "\n".join(line.strip() for line in text.split("\n")).strip()


def fill(dice, text, slots):
    text = alternatives(dice, text)
    for name, value in slots.items():
        text = text.replace("{" + name + "}", value)
    return text


def drop_empty_when(text):
    """Removes the clause about times when none is stated."""
    text = re.sub(r"(?<=[.\n!?] )[^.\n!?]*\{when\}[^.\n!?]*[.]", "", text)
    return re.sub(r"^[^.\n!?]*\{when\}[^.\n!?]*[.]", "", text, flags=re.M).replace("{when}", "")
