"""Times: a pattern such as "weekly 1 MO-FR 10:00-12:00,14:00-16:00" becomes rows and words.

    weekly N DAYS TIMES     N days of DAYS each week, at one of TIMES
    fortnightly N DAYS TIMES    every other week from a start date
    monthly DAYS TIMES      the first to fourth or last such weekday of the month
    days DAYS TIMES         every day of DAYS
    nights DAYS TIMES       the same, past midnight
    always                  24 hours
    term N DAYS TIMES       weekly in the three terms around the as-of date, by dates
    dated summer DAYS TIMES the summer holidays, by dates
    library                 a library's week
    -                       not stated

A row is a dict of opens, closes ("HH:MM"), byday, freq, interval, dtstart, until, valid_from, valid_to, description.
"""

import datetime

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
DAY_NAMES = dict(zip(DAYS, "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
ORDINALS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
TERMS = [("2026-11-02", "2026-12-18"), ("2027-01-04", "2027-02-12"), ("2027-02-22", "2027-03-25")]
SUMMER = ("2027-07-26", "2027-08-27")
LIBRARY = [("MO,TU,FR", "10:00", "17:00"), ("TH", "10:00", "19:00"), ("SA", "10:00", "13:00")]
# A date of each weekday in the fortnight before the as-of date, 2026-11-21.
START = {
    "MO": ("2026-11-09", "2026-11-16"),
    "TU": ("2026-11-10", "2026-11-17"),
    "WE": ("2026-11-11", "2026-11-18"),
    "TH": ("2026-11-12", "2026-11-19"),
    "FR": ("2026-11-06", "2026-11-13"),
    "SA": ("2026-11-07", "2026-11-14"),
    "SU": ("2026-11-08", "2026-11-15"),
}
UNREADABLE = [
    "first and third Mondays except August",
    "most Thursdays, ring to check",
    "when the flag is up",
    "Tues 10ish till we run out",
    "alternate Weds (see noticeboard)",
    "by arrangement",
    "every day bar match days",
    "half past nine-ish on a Friday",
]


def clock(text):
    """ "14:30" -> "2.30pm", "12:00" -> "12 noon", "00:00" -> "midnight"."""
    hour, minute = int(text[:2]), text[3:]
    if text == "12:00":
        return "12 noon"
    if text in ("00:00", "24:00"):
        return "midnight"
    return f"{hour % 12 or 12}{'' if minute == '00' else '.' + minute}{'am' if hour < 12 else 'pm'}"


def span(opens, closes):
    return f"{clock(opens)} to {clock(closes)}"


def day_range(text):
    first, last = text.split("-")
    return DAYS[DAYS.index(first) : DAYS.index(last) + 1]


def join(names):
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def first_on(start, days):
    """The first date at or after `start` that is one of `days`: a rule must begin on a day of its own."""
    date = datetime.date.fromisoformat(start)
    while DAYS[date.weekday()] not in days:
        date += datetime.timedelta(days=1)
    return date.isoformat()


def one_day(row, day):
    """The row for one of its days alone, beginning on such a day."""
    own = {**row, "byday": day}
    if "dtstart" in row and day in DAYS:
        own["dtstart"] = first_on(row["dtstart"], [day])
    return own


def row(opens, closes, byday, **more):
    return {"freq": "WEEKLY", "opens": opens, "closes": closes, "byday": byday, **more}


def _weekly(dice, args):
    days = dice.some(day_range(args[1]), int(args[0]))
    opens, closes = dice.pick(args[2].split(",")).split("-")
    words = f"on {join([DAY_NAMES[d] + 's' for d in days])}, {span(opens, closes)}"
    return [row(opens, closes, ",".join(days))], words, {"weekly"}


def _fortnightly(dice, args):
    days = dice.some(day_range(args[1]), int(args[0]))
    opens, closes = dice.pick(args[2].split(",")).split("-")
    week = dice.below(2)
    rows = [row(opens, closes, day, interval=2, dtstart=START[day][week]) for day in days]
    return (
        rows,
        f"every other {join([DAY_NAMES[d] for d in days])}, {span(opens, closes)}",
        {"fortnightly"},
    )


def _monthly(dice, args):
    day, nth = dice.pick(day_range(args[0])), dice.pick([1, 2, 3, 4, -1])
    opens, closes = dice.pick(args[1].split(",")).split("-")
    rows = [{"freq": "MONTHLY", "opens": opens, "closes": closes, "byday": f"{nth}{day}"}]
    return (
        rows,
        f"on the {ORDINALS[nth]} {DAY_NAMES[day]} of the month, {span(opens, closes)}",
        {"monthly"},
    )


def _days(dice, args):
    days = day_range(args[0])
    opens, closes = dice.pick(args[1].split(",")).split("-")
    names = "every day" if len(days) == 7 else f"{DAY_NAMES[days[0]]} to {DAY_NAMES[days[-1]]}"
    case = {"past midnight"} if closes <= opens and closes != "00:00" else {"weekly"}
    return [row(opens, closes, ",".join(days))], f"{names}, {span(opens, closes)}", case


def _nights(dice, args):
    rows, words, _ = _days(dice, args)
    return rows, words.replace("every day", "every night"), {"past midnight"}


def _always(dice, args):
    closes = dice.pick(["23:59", "24:00", "23:59", "24:00", "00:00"])
    case = "from midnight to midnight (00:00 to 00:00)" if closes == "00:00" else "24 hours"
    return [row("00:00", closes, ",".join(DAYS))], "at any hour, every day", {case}


def _term(dice, args):
    days = dice.some(day_range(args[1]), int(args[0]))
    opens, closes = dice.pick(args[2].split(",")).split("-")
    rows = [
        row(opens, closes, ",".join(days), dtstart=first_on(start, days), until=end)
        for start, end in TERMS
    ]
    names = (
        "Monday to Friday" if len(days) == 5 else "on " + join([DAY_NAMES[d] + "s" for d in days])
    )
    return rows, f"{names} in term time, {span(opens, closes)}", {"term time by dates"}


def _dated(dice, args):
    days = day_range(args[1])
    opens, closes = args[2].split("-")
    rows = [
        row(
            opens,
            closes,
            ",".join(days),
            valid_from=SUMMER[0],
            valid_to=SUMMER[1],
            dtstart=first_on(SUMMER[0], days),
            until=SUMMER[1],
        )
    ]
    return (
        rows,
        f"Monday to Friday in the summer holidays, {span(opens, closes)}",
        {"holidays by dates"},
    )


def _library(dice, args):
    rows = [row(opens, closes, days) for days, opens, closes in LIBRARY]
    return (
        rows,
        (
            "Monday, Tuesday and Friday, 10am to 5pm, Thursday, 10am to 7pm, "
            "and Saturday, 10am to 1pm"
        ),
        {"several hours"},
    )


def make(dice, pattern):
    """(rows, words, cases) of one pattern."""
    name, *args = pattern.split()
    if name == "-":
        return [], "", set()
    makers = {
        "weekly": _weekly,
        "fortnightly": _fortnightly,
        "monthly": _monthly,
        "days": _days,
        "nights": _nights,
        "always": _always,
        "term": _term,
        "dated": _dated,
        "library": _library,
    }
    return makers[name](dice, args)


# Awkward rows, each (rows, words): what a feed does when it has no good way to say it.


def without_times(dice):
    day = dice.pick(DAYS[:6])
    return [{"freq": "WEEKLY", "byday": day}], f"on {DAY_NAMES[day]}s; times vary"


def unreadable(dice):
    words = dice.pick(UNREADABLE)
    form = dice.below(3)
    if form == 0:
        return [
            {"description": words, "freq": "SOMETIMES", "byday": "THIRSDAY", "opens": "tenish"}
        ], words
    if form == 1:
        return [{"description": words, "opens": words, "closes": "late"}], words
    return [{"description": words, "freq": "WEEKLY", "byday": words, "opens": "9 til 12"}], words


def split_day(dice):
    day = dice.pick(DAYS[:6])
    rows = [row("09:30", "12:00", day), row("13:30", "16:00", day)]
    if dice.chance(50):
        rows.append(row("18:00", "20:00", day))
    times = join([span(r["opens"], r["closes"]) for r in rows])
    return rows, f"on {DAY_NAMES[day]}s, {times}"


def expired(dice):
    rows, words, _ = _weekly(dice, ["1", "MO-FR", "10:00-12:00,13:00-15:00"])
    rows[0]["valid_to"] = dice.pick(["2026-03-31", "2025-07-18", "2026-08-31", "2024-12-20"])
    return rows, words


def by_month_day(dice):
    days = dice.pick(["1,15", "5", "10,20", "-1"])
    return (
        [{"freq": "MONTHLY", "opens": "10:00", "closes": "12:00", "bymonthday": days}],
        {
            "1,15": "on the 1st and 15th of each month, 10am to 12 noon",
            "5": "on the 5th of each month, 10am to 12 noon",
            "10,20": "on the 10th and 20th of each month, 10am to 12 noon",
            "-1": "on the last day of each month, 10am to 12 noon",
        }[days],
    )


SPECIAL = {
    "day without times": without_times,
    "unreadable schedule": unreadable,
    "several openings a day": split_day,
    "schedule out of date (valid_to passed)": expired,
    "days of the month": by_month_day,
}
