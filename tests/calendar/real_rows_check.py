"""The calendar of real rows, over HTTP: what the index says is what the rows say.

    real_rows_check.py WAYPOST_INDEX WAYPOST_SERVER SOURCE_DIR SHARED_DATA

* Mobile library stops, as of 2020-01-01: for every day of that year the same stops as python-dateutil
  finds by their rules, and the rows whose start is on another weekday than they say are reported.
* Libraries: each day of a week without bank holidays has the openings of its columns.

Exit codes: 0 all equal, 1 a difference, 77 dateutil or the data is not there (skipped).
"""

import collections
import csv
import gzip
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta

try:
    from dateutil import rrule
except ImportError:
    print("skipped: python3-dateutil is not installed")
    sys.exit(77)

INDEX_TOOL, SERVER, SOURCE, DATA = sys.argv[1:5]
MOBILE = os.path.join(DATA, "mobile-library-stops.csv")
LIBRARIES = os.path.join(DATA, "public-libraries-uk.csv.gz")
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
YEAR = (date(2020, 1, 1), date(2020, 12, 31))
WEEK = (date(2020, 2, 3), date(2020, 2, 9))
STOPS_IN_2020, STOPPING_ROWS, STARTS_OFF_DAY = 77569, 4463, 10

CONFIG = """
as_of = 2020-01-01
[[source]]
id = "mobile"
path = "%s"
mapping = "%s/data/mappings/mobile-library-stops.toml"
[[source]]
id = "libraries"
path = "%s"
mapping = "%s/data/mappings/libraries-uk.toml"
"""


class Server:
    def __init__(self, index):
        self.process = subprocess.Popen([SERVER, "--index", index, "--port", "0", "--clock", "2020-01-01T09:00:00Z"],
                                        stdout=subprocess.PIPE, text=True)
        port = re.search(r":(\d+) ", self.process.stdout.readline()).group(1)
        self.connection = http.client.HTTPConnection("127.0.0.1", int(port), timeout=60)

    def ask(self, address):
        self.connection.request("GET", address)
        reply = self.connection.getresponse()
        body = json.loads(reply.read())
        assert reply.status == 200, (address, body)
        return body

    def services(self, source):
        """Publisher's id and id of every service of a source."""
        page = 1
        while True:
            items = self.ask(f"/api/search?source={source}&per_page=100&page={page}")["items"]
            yield from ((item["source_id"], item["id"]) for item in items)
            if not items:
                return
            page += 1

    def sessions(self, service, first, last):
        """(start, end) of all in [first, last], by the clocks there; days without times left out."""
        for piece in pieces(first, last):
            answer = self.ask(f"/api/services/{service}/sessions?from={piece[0]}&to={piece[1]}")
            assert not answer["truncated"]
            for row in answer["sessions"]:
                if row["end"] is None:
                    continue
                yield datetime.fromisoformat(row["start"][:19]), datetime.fromisoformat(row["end"][:19])

    def stop(self):
        self.process.terminate()
        self.process.communicate()


def pieces(first, last):
    """Half-years: an answer has at most a year."""
    while first <= last:
        end = min(last, first + timedelta(days=182))
        yield first, end
        first = end + timedelta(days=1)


def numbered(ids):
    """As a build writes ids, without runs of spaces and what nobody sees, and numbers repeats: "id", "id#2", ..."""
    seen = collections.Counter()
    for one in (" ".join(text.replace("\u200b", "").split()) for text in ids):
        seen[one] += 1
        yield one if seen[one] == 1 else f"{one}#{seen[one]}"


def clock(text):
    hours, minutes = text.strip().split(":")[:2]
    return timedelta(hours=int(hours), minutes=int(minutes))


def opening(day, opens, closes):
    """23:59 is how midnight is written; a closing time that is not after the opening is the next day's."""
    midnight = datetime(day.year, day.month, day.day)
    start, end = midnight + clock(opens), midnight + clock(closes)
    if end == midnight + timedelta(minutes=1439):
        end = midnight + timedelta(days=1)
    return start, end if end > start else end + timedelta(days=1)


def mobile_rows():
    with open(MOBILE, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    names = "organisation mobile route community stop day arrival".split()
    return list(zip(numbered("|".join(row[name].strip() for name in names) for row in rows), rows))


def stops_of(row):
    """By dateutil: the day that the row names where its rule names none, from its start on."""
    parts = dict(part.split("=") for part in row["frequency"].split(";"))
    if "BYDAY" not in parts and parts["FREQ"] == "WEEKLY":
        parts["BYDAY"] = row["day"][:2].upper()
    rule = rrule.rrulestr(";".join(f"{name}={value}" for name, value in parts.items()),
                          dtstart=datetime.fromisoformat(row["start"]))
    found = rule.between(datetime(2019, 12, 31), datetime(2020, 12, 31), inc=True)
    return [opening(day, row["arrival"], row["departure"]) for day in found if day.year == 2020]


def check_mobile(server, report):
    rows = mobile_rows()
    expected = {name: stops_of(row) for name, row in rows}
    found = {name: list(server.sessions(service, *YEAR)) for name, service in server.services("mobile")}
    wrong = [name for name in expected if found.get(name) != expected[name]]
    for name in wrong[:5]:
        print("differs:", name, "\n  here:", str(found.get(name))[:300], "\n  dateutil:", str(expected[name])[:300])
    stops = sum(len(sessions) for sessions in found.values())
    running = sum(1 for sessions in found.values() if sessions)
    off_day = {name for name, row in rows
               if DAYS[date.fromisoformat(row["start"]).weekday()] != row["day"]}
    reported = {problem["id"] for problem in report
                if problem["source"] == "mobile" and problem["reason"] == "start_off_rule"}
    print(f"mobile stops: {len(rows)} rows, {running} stop in 2020, {stops} stops, {len(wrong)} rows differ, "
          f"{len(reported)} of {len(off_day)} that start on another weekday reported")
    return (wrong or len(found) != len(expected) or reported != off_day
            or (stops, running, len(off_day)) != (STOPS_IN_2020, STOPPING_ROWS, STARTS_OFF_DAY))


def openings_of(row):
    week = set()
    for ahead in range(7):
        day = WEEK[0] + timedelta(days=ahead)
        for kind in ("staffed", "unstaffed"):
            cell = row[f"{DAYS[day.weekday()]} {kind} hours"]
            for part in cell.split(",") if cell.strip() else []:
                if "-" in part:
                    week.add(opening(day, *part.split("-")))
    return week


def check_libraries(server):
    with gzip.open(LIBRARIES, "rt", newline="", encoding="utf-8-sig") as file:
        rows = [row for row in csv.DictReader(file) if not row["Year closed"].strip()]
    names = ["Local authority", "Library name", "Postcode"]
    ids = numbered("|".join(row[name].strip() for name in names) for row in rows)
    expected = {name: openings_of(row) for name, row in zip(ids, rows)}
    found = {name: set(server.sessions(service, *WEEK)) for name, service in server.services("libraries")}
    wrong = [name for name in expected if found.get(name) != expected[name]]
    for name in wrong[:5]:
        print("differs:", name, "\n  here:", sorted(found.get(name, [])), "\n  columns:", sorted(expected[name]))
    openings = sum(len(week) for week in found.values())
    print(f"libraries: {len(expected)} rows, {openings} openings in a week, {len(wrong)} rows differ")
    return wrong or len(found) != len(expected) or openings < 10000


def main():
    if not os.path.exists(MOBILE) or not os.path.exists(LIBRARIES):
        print(f"skipped: {MOBILE} or {LIBRARIES} is not there")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="waypost-calendar-") as folder:
        config, index = os.path.join(folder, "real.toml"), os.path.join(folder, "real.waypost")
        with open(config, "w", encoding="utf-8") as file:
            file.write(CONFIG % (MOBILE, SOURCE, LIBRARIES, SOURCE))
        subprocess.run([INDEX_TOOL, "build", "--config", config, "--data", os.path.join(SOURCE, "data"),
                        "--out", index], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(os.path.join(folder, "real.report.ndjson"), encoding="utf-8") as file:
            report = [json.loads(line) for line in file]
        server = Server(index)
        try:
            wrong = [check_mobile(server, report), check_libraries(server)]
        finally:
            server.stop()
    sys.exit(1 if any(wrong) else 0)


if __name__ == "__main__":
    main()
