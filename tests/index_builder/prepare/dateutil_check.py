"""Holds the expansion of schedule rows to python-dateutil, an implementation that shares nothing with it.

    dateutil_check.py SCHEDULE_DATES random ROWS
    dateutil_check.py SCHEDULE_DATES mobile mobile-library-stops.csv

`random` compares ROWS random rows (seed from WAYPOST_SEED), some of them combinations that RFC 5545
forbids, which must be reported. `mobile` compares the real rows of mobile library stops over 2020.
Exit codes: 0 all equal, 1 a difference, 77 dateutil or the data is not there (skipped).
"""

import csv
import os
import random
import subprocess
import sys
import warnings
from datetime import date, datetime, timedelta

try:
    from dateutil import rrule
except ImportError:
    print("skipped: python3-dateutil is not installed")
    sys.exit(77)

warnings.simplefilter("ignore", DeprecationWarning)

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FREQUENCIES = {"DAILY": rrule.DAILY, "WEEKLY": rrule.WEEKLY, "MONTHLY": rrule.MONTHLY, "YEARLY": rrule.YEARLY}
AS_OF = date(2026, 11, 21)
HORIZON = (AS_OF - timedelta(days=2), AS_OF + timedelta(days=400))


def at_midnight(day):
    return datetime(day.year, day.month, day.day)


def line_of(row, first, last):
    """The row as schedule_dates reads it."""

    def text(value):
        if value is None:
            return ""
        if isinstance(value, list):
            return ",".join(str(part) for part in value)
        return str(value)

    names = ["freq", "interval", "count", "until", "byday", "bymonthday", "byweekno", "byyearday", "wkst",
             "dtstart", "except", "opens_at", "closes_at"]
    return "\t".join([text(row.get(name)) for name in names] + [str(first), str(last)])


def weekday_of(text):
    weekday = rrule.weekdays[DAYS.index(text[-2:])]
    return weekday(int(text[:-2])) if len(text) > 2 else weekday


def dates_by_dateutil(row, first, last):
    rule = rrule.rrule(
        FREQUENCIES[row["freq"]],
        dtstart=at_midnight(row["dtstart"]),
        interval=row.get("interval") or 1,
        wkst=DAYS.index(row["wkst"]) if row.get("wkst") else 0,
        count=row.get("count"),
        # Bounded even beside a count, which dateutil allows with a warning: it looks for days of rules
        # that never happen up to the year 9999.
        until=at_midnight(min(row.get("until") or last, last)),
        byweekday=[weekday_of(day) for day in row["byday"]] if row.get("byday") else None,
        bymonthday=row.get("bymonthday") or None,
        byweekno=row.get("byweekno") or None,
        byyearday=row.get("byyearday") or None,
    )
    left_out = set(row.get("except") or [])
    found = rule.between(at_midnight(first), at_midnight(last), inc=True)
    return [session_on(day, row) for day in found if day.date() not in left_out]


def session_on(day, row):
    """The session that starts on that day, as schedule_dates prints it: its end by clock and calendar."""
    opens, closes = row.get("opens_at"), row.get("closes_at")
    if opens is None or closes is None:
        return str(day.date())
    start = day + timedelta(minutes=opens)
    end = day + timedelta(minutes=1440 if closes == 1439 else closes)
    while end <= start:
        end += timedelta(days=1)
    return f"{start:%Y-%m-%dT%H:%M}+{(end - start) // timedelta(minutes=1)}"


def numbers(rnd, most, how_many=4):
    return sorted({rnd.choice([1, 1, 1, -1]) * rnd.randint(1, most) for _ in range(rnd.randint(1, how_many))})


def weekdays(rnd, most_ordinal):
    # All numbered or none: of a mixture dateutil takes the days that are both, RFC 5545 those that are either.
    numbered = most_ordinal and rnd.random() < 0.67
    days = set()
    for _ in range(rnd.randint(1, 3)):
        ordinal = rnd.choice([1, 1, -1]) * rnd.randint(1, most_ordinal) if numbered else ""
        days.add(f"{ordinal}{rnd.choice(DAYS)}")
    return sorted(days)


def random_row(rnd):
    row = {"freq": rnd.choice(["WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "DAILY", "YEARLY"])}
    row["dtstart"] = AS_OF + timedelta(days=rnd.randint(-1100, 380))
    if row["freq"] == "WEEKLY":
        row["byday"] = weekdays(rnd, 0) if rnd.random() < 0.8 else []
    elif row["freq"] == "MONTHLY":
        row["byday"] = weekdays(rnd, 5) if rnd.random() < 0.7 else []
        row["bymonthday"] = numbers(rnd, 31) if rnd.random() < 0.3 else []
    elif row["freq"] == "DAILY":
        row["byday"] = weekdays(rnd, 0) if rnd.random() < 0.3 else []
        row["bymonthday"] = numbers(rnd, 31) if rnd.random() < 0.25 else []
    else:
        part = rnd.choice(["byday", "bymonthday", "byyearday", "byweekno", "none"])
        if part == "byday":
            row["byday"] = weekdays(rnd, 53)
        elif part == "bymonthday":
            row["bymonthday"] = numbers(rnd, 31)
        elif part == "byyearday":
            row["byyearday"] = numbers(rnd, 366)
        elif part == "byweekno":
            # With weekdays: without, dateutil takes the whole week, RFC 5545 the weekday of the start.
            # Not the weeks about New Year from their other end: dateutil does not see that week -53 can be
            # the first, and counts 53 weeks where a week that starts on another day than Monday leaves 52.
            row["byweekno"] = numbers(rnd, 51)
            row["byday"] = weekdays(rnd, 0)
    # What an interval counts for weeks that reach into the next year is not told by RFC 5545.
    if rnd.random() < 0.5 and not row.get("byweekno"):
        row["interval"] = rnd.randint(1, 5)
    if rnd.random() < 0.25:
        row["count"] = rnd.randint(1, rnd.choice([30, 30, 400]))
    elif rnd.random() < 0.33:
        row["until"] = row["dtstart"] + timedelta(days=rnd.randint(0, 900))
    if rnd.random() < 0.5:
        row["wkst"] = rnd.choice(DAYS)
    if rnd.random() < 0.25:
        row["except"] = sorted({AS_OF + timedelta(days=rnd.randint(-10, 420)) for _ in range(rnd.randint(1, 20))})
    if rnd.random() < 0.9:
        row["opens_at"] = rnd.randrange(0, 1440, rnd.choice([1, 30]))
        row["closes_at"] = rnd.choice([1439, 1440, 0, rnd.randrange(0, 1441, rnd.choice([1, 30]))])
    return row


def forbidden_row(rnd):
    row = random_row(rnd)
    kind = rnd.randint(0, 5)
    if kind == 0:
        row.update(freq=rnd.choice(["WEEKLY", "DAILY"]), byday=[str(rnd.choice([1, -1, 3])) + rnd.choice(DAYS)])
    elif kind == 1:
        row.update(freq="WEEKLY", bymonthday=numbers(rnd, 31))
    elif kind == 2:
        row.update(freq=rnd.choice(["DAILY", "WEEKLY", "MONTHLY"]), byweekno=numbers(rnd, 53))
    elif kind == 3:
        row.update(freq=rnd.choice(["DAILY", "WEEKLY", "MONTHLY"]), byyearday=numbers(rnd, 366))
    elif kind == 4:
        row.update(count=3, until=AS_OF)
    else:
        row.update(interval=0)
    return row


def answers(program, lines):
    done = subprocess.run([program], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[:-1]


def split_answer(text):
    words = text.split()
    return [word for word in words if not word[0].isdigit()], [word for word in words if word[0].isdigit()]


def note(row, sessions, seen):
    """Counts what a row that has sessions exercises."""
    if not sessions:
        return
    for part in ("until", "count", "except", "wkst"):
        seen[part] += bool(row.get(part))
    seen["ordinals"] += any(len(day) > 2 for day in row.get("byday") or [])
    ends = [divmod(int(s[11:13]) * 60 + int(s[14:16]) + int(s[17:]), 1440) for s in sessions if "+" in s]
    seen["past midnight"] += any(day > 0 and minute > 0 for day, minute in ends)


def check_random(program, how_many):
    seed = int(os.environ.get("WAYPOST_SEED", "20261121"))
    print(f"seed {seed} (WAYPOST_SEED changes it)")
    rnd = random.Random(seed)
    rows = [(forbidden_row(rnd), True) if i % 20 == 0 else (random_row(rnd), False) for i in range(how_many)]
    lines = [line_of(row, *HORIZON) for row, _ in rows]
    wrong = compared = 0
    seen = dict.fromkeys(["until", "count", "except", "wkst", "ordinals", "past midnight"], 0)
    for (row, forbidden), line, answer in zip(rows, lines, answers(program, lines), strict=True):
        problems, found = split_answer(answer)
        if forbidden:
            right = problems == ["forbidden_rule"] and not found
            expected = "forbidden_rule"
        else:
            expected = dates_by_dateutil(row, *HORIZON)
            right = found == expected and "forbidden_rule" not in problems
            compared += len(expected)
            note(row, expected, seen)
        if not right:
            wrong += 1
            if wrong <= 5:
                print("differs:", line, "\n  here:", answer, "\n  dateutil:", expected)
    print(f"{how_many} rows, {compared} sessions, {wrong} rows differ; rows with sessions that have {seen}")
    return wrong or min(seen.values()) < how_many // 50


def minutes(clock):
    hours, rest = clock.split(":")[:2]
    return int(hours) * 60 + int(rest)


def check_mobile(program, path):
    if not os.path.exists(path):
        print(f"skipped: {path} is not there")
        sys.exit(77)
    year = (date(2020, 1, 1), date(2020, 12, 31))
    with open(path, newline="", encoding="utf-8-sig") as file:
        stops = list(csv.DictReader(file))
    rows = []
    for stop in stops:
        parts = dict(part.split("=") for part in stop["frequency"].split(";"))
        rows.append({
            "freq": parts["FREQ"],
            "interval": int(parts["INTERVAL"]) if "INTERVAL" in parts else None,
            "byday": parts["BYDAY"].split(",") if "BYDAY" in parts else [],
            "dtstart": date.fromisoformat(stop["start"]),
            "opens_at": minutes(stop["arrival"]),
            "closes_at": minutes(stop["departure"]),
        })
    lines = [line_of(row, *year) for row in rows]
    wrong = running = total = 0
    lists = set()
    per_day = {}
    for row, line, answer in zip(rows, lines, answers(program, lines), strict=True):
        _, found = split_answer(answer)
        expected = dates_by_dateutil(row, *year)
        if found != expected:
            wrong += 1
            print("differs:", line, "\n  here:", answer, "\n  dateutil:", expected)
        running += bool(found)
        total += len(found)
        days = tuple(session[:10] for session in found)
        lists.add(days)
        for day in days:
            per_day[day] = per_day.get(day, 0) + 1
    names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    off_day = sum(1 for stop in stops if names[date.fromisoformat(stop["start"]).weekday()] != stop["day"])
    print(f"{len(rows)} rows, {running} run in 2020, {total} stops on {len(per_day)} days, "
          f"{len(lists)} distinct lists, {off_day} start on another weekday than stated, {wrong} rows differ")
    return wrong or running != 4463 or total != 77569 or off_day != 10


def main():
    program, what, value = sys.argv[1:4]
    wrong = check_random(program, int(value)) if what == "random" else check_mobile(program, value)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
