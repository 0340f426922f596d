#!/usr/bin/env python3
"""Calendar files say what the server says: read back by programs that share nothing with it.

    readback_test.py WAYPOST_SERVER WAYPOST_INDEX SOURCE_DIR

Every service of the sample is asked for its calendar file and its sessions. icalendar reads the file, dateutil
its time zone and its rules; both answers must give the same starts and ends over all that the index knows.

Exit codes: 0 all equal, 1 a difference, 77 icalendar or dateutil is not there (skipped).
"""

import datetime
import http.client
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest
import zoneinfo

try:
    import icalendar
    from dateutil import rrule, tz
except ImportError:
    print("skipped: python3-icalendar or python3-dateutil is not installed")
    sys.exit(77)

SERVER, INDEX_TOOL, SOURCE = sys.argv[1:4]
CLOCK = "2026-11-24T09:00:00Z"
PATIENCE = 60
FOLDER = tempfile.TemporaryDirectory(prefix="waypost-calendar-")
PAGE = 100
DAY = datetime.timedelta(days=1)


class Server:
    """A running server on a free port, over an index of the sample."""

    def __init__(self):
        sample = os.path.join(FOLDER.name, "sample.waypost")
        subprocess.run([INDEX_TOOL, "build", "--config",
                        os.path.join(SOURCE, "data/sample/sample.toml"),
                        "--data", os.path.join(SOURCE, "data"), "--out", sample],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process = subprocess.Popen(
            [SERVER, "--index", sample, "--port", "0", "--clock", CLOCK],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+) ", self.process.stdout.readline()).group(1))

    def get(self, target):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", target)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        if answer.status != 200:
            raise AssertionError(target + ": " + body.decode())
        return answer, body

    def json(self, target):
        return json.loads(self.get(target)[1])

    def ics(self, target):
        answer, body = self.get(target)
        assert answer.getheader("Content-Type") == "text/calendar; charset=utf-8"
        return body

    def close(self):
        self.process.kill()
        self.process.communicate()


SERVING = None


def setUpModule():
    global SERVING
    SERVING = Server()


def tearDownModule():
    SERVING.close()
    FOLDER.cleanup()


def date_of(text):
    return datetime.date.fromisoformat(text)


def time_of(text):
    """A day, or a minute with its offset."""
    return datetime.datetime.fromisoformat(text) if "T" in text else date_of(text)


def days_of(start):
    return start.date() if isinstance(start, datetime.datetime) else start


def sessions_of(service, first=None, last=None):
    """All rows over what is known, in as many answers as it takes, and the first and last known day."""
    path = "/api/services/%s/sessions" % service
    if first is None:
        known = SERVING.json(path)
        first, last = date_of(known["known_from"]), date_of(known["known_to"])
    if (last - first).days > 366:
        middle = first + (last - first) // 2
    else:
        answer = SERVING.json("%s?from=%s&to=%s" % (path, first, last))
        rows = answer["sessions"]
        assert rows == sorted(rows, key=lambda row: row["start"])
        if not answer["truncated"]:
            return rows, first, last
        assert len(rows) == 1000
        middle = first + (last - first) // 2
    return (sessions_of(service, first, middle)[0] + sessions_of(service, middle + DAY, last)[0],
            first, last)


def stated(rows):
    """Start and end of every row; ends without offset, for they are those of the clock."""
    return {(time_of(row["start"]), row["end"] and time_of(row["end"]).replace(tzinfo=None))
            for row in rows}


def left_out(event):
    """The values of all EXDATE of an event, local."""
    values = event.get("EXDATE", [])
    lists = values if isinstance(values, list) else [values]
    return [local(value.dt) for one in lists for value in one.dts]


def local(value):
    return value.replace(tzinfo=None) if isinstance(value, datetime.datetime) else value


def starts_of(event, zone, last):
    """Local starts by the event's rule, at most to the end of `last`."""
    start = local(event["DTSTART"].dt)
    timed = isinstance(start, datetime.datetime)
    starts = {start}
    if "RRULE" in event:
        # Aware, because UNTIL is an instant; dateutil counts by the clock all the same.
        begin = start.replace(tzinfo=zone) if timed else datetime.datetime.combine(start, datetime.time())
        text = event["RRULE"].to_ical().decode()
        if "UNTIL" not in text:
            until = datetime.datetime.combine(last + DAY, datetime.time())
            text += ";UNTIL=" + until.strftime("%Y%m%dT%H%M%S" + ("Z" if timed else ""))
        found = rrule.rrulestr(text, dtstart=begin)
        starts = {moment.replace(tzinfo=None) if timed else moment.date() for moment in found}
        assert start in starts, "DTSTART is no occurrence of " + text
    assert "RDATE" not in event
    return starts - set(left_out(event))


def length_of(event):
    if "DURATION" in event:
        return event["DURATION"].dt
    return local(event["DTEND"].dt) - local(event["DTSTART"].dt) if "DTEND" in event else None


def read(calendar, zone, first, last):
    """Start and end of every occurrence in [first, last], by UID: {(start with offset, local end)}."""
    found, changed = {}, {}
    for event in calendar.walk("VEVENT"):
        if "RECURRENCE-ID" in event:
            changed.setdefault(str(event["UID"]), {})[local(event["RECURRENCE-ID"].dt)] = event
    for event in calendar.walk("VEVENT"):
        if "RECURRENCE-ID" in event:
            continue
        uid = str(event["UID"])
        assert uid not in found, "a UID twice: " + uid
        found[uid] = set()
        for start in starts_of(event, zone, last):
            if not first <= days_of(start) <= last:
                continue
            told = changed.get(uid, {}).pop(start, None)
            found[uid].add(occurrence(told, local(told["DTSTART"].dt), zone) if told
                           else repeated(event, start, zone))
        assert not changed.get(uid), "a changed session that is none of its series"
    return found


def occurrence(event, start, zone):
    if not isinstance(start, datetime.datetime):
        return start, None
    length = length_of(event)
    return start.replace(tzinfo=zone), start + length if length else start


def repeated(event, start, zone):
    """By the clock, and by the exact length that RFC 5545 asks for: readers do either."""
    by_clock = occurrence(event, start, zone)
    if isinstance(start, datetime.datetime) and "DTEND" in event:
        exact = event["DTEND"].dt - event["DTSTART"].dt
        end = (by_clock[0].astimezone(datetime.timezone.utc) + exact).astimezone(zone)
        assert end.replace(tzinfo=None) == by_clock[1], "%s ends otherwise" % start
    return by_clock


def instants(occurrences):
    """Comparable whatever the kind of time zone: local start, offset, local end."""
    return {(local(start), start.utcoffset() if isinstance(start, datetime.datetime) else None, end)
            for start, end in occurrences}


def zone_of(body):
    return tz.tzical(io.StringIO(body.decode().replace("\r\n", "\n"))).get("Europe/London")


def all_services():
    total = SERVING.json("/api/search?per_page=1&unknown=keep")["total"]
    for page in range(1, (total + PAGE - 1) // PAGE + 1):
        target = "/api/search?per_page=%d&page=%d" % (PAGE, page)
        yield target, [item["id"] for item in SERVING.json(target)["items"]]


class ReadBack(unittest.TestCase):
    def expect_same(self, body, services):
        zone = zone_of(body)
        calendar = icalendar.Calendar.from_ical(body)
        expected = set()
        for service in services:
            rows, first, last = sessions_of(service)
            expected |= instants(stated(rows))
        found = set()
        for occurrences in read(calendar, zone, first, last).values():
            found |= instants(occurrences)
        self.assertEqual(expected - found, set(), "not in the calendar: %s" % services)
        self.assertEqual(found - expected, set(), "in the calendar alone: %s" % services)
        return len(expected)

    def test_the_calendar_of_every_service(self):
        services = sessions = 0
        for _, ids in all_services():
            for service in ids:
                body = SERVING.ics("/api/services/%s/calendar.ics" % service)
                sessions += self.expect_same(body, [service])
                services += 1
        print("%d services, %d sessions" % (services, sessions))
        self.assertGreater(services, 1000)
        self.assertGreater(sessions, 100000)

    def test_the_calendar_of_a_page(self):
        for number, (target, ids) in enumerate(all_services()):
            if number % 5 == 0:
                self.expect_same(SERVING.ics(target + "&format=ics"), ids)


class Lines(unittest.TestCase):
    def test_they_are_folded_and_end_as_they_should(self):
        for target, _ in all_services():
            body = SERVING.ics(target + "&format=ics")
            self.assertTrue(body.endswith(b"END:VCALENDAR\r\n"))
            for line in body.split(b"\r\n"):
                self.assertLessEqual(len(line), 75, line)
                self.assertNotRegex(line, rb"[\x00-\x1f\x7f]")
                line.decode()  # no character is cut


class TimeZone(unittest.TestCase):
    def test_it_is_that_of_the_machine_for_ten_years(self):
        _, ids = next(all_services())
        body = SERVING.ics("/api/services/%s/calendar.ics" % ids[0])
        component = icalendar.Calendar.from_ical(body).walk("VTIMEZONE")[0]
        mine, other = zone_of(body), component.to_tz()
        london = zoneinfo.ZoneInfo("Europe/London")
        moment = datetime.datetime(2025, 11, 19, tzinfo=datetime.timezone.utc)
        while moment.year < 2036:
            offset = moment.astimezone(london).utcoffset()
            self.assertEqual(moment.astimezone(mine).utcoffset(), offset, moment)
            self.assertEqual(moment.astimezone(other).utcoffset(), offset, moment)
            moment += datetime.timedelta(minutes=30 * 7)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
