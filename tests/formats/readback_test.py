#!/usr/bin/env python3
"""Every form of an answer of /api/search says what the JSON answer says: read back by Python's own readers.

    readback_test.py WAYPOST_SERVER WAYPOST_INDEX SOURCE_DIR [SEED]

Random questions are asked of the sample, and of a feed whose texts are meant to break out of every form.
"""

import csv
import datetime
import http.client
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree

SERVER, INDEX_TOOL, SOURCE = sys.argv[1:4]
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(10**6)
TODAY = "2026-11-24"
PATIENCE = 60
QUESTIONS = 60
PAGE = 100
MOST_ENTRIES = 50
FOLDER = tempfile.TemporaryDirectory(prefix="waypost-formats-")
ATOM = "{http://www.w3.org/2005/Atom}"

# What the parameters of a random question are taken from.
CHOICES = {
    "q": ["lunch", "advice", "dance club", "refuge", "walking group", "zzz", "a+b&c <d> \"e\""],
    "near": ["S3 9", "S11 8", "Sheffield", "53.38,-1.47", "S1"],
    "day": ["MO", "SA,SU"],
    "free": ["yes"],
    "age": ["9", "70"],
    "access": ["drop-in"],
    "reach": ["place", "visits,remote"],
    "unknown": ["keep", "drop"],
    "sort": ["name", "assured", "modified", "soonest", "relevance"],
    "bbox": ["-1.5,53.3,-1.4,53.4"],
    "min_quality": ["60"],
}

HOSTILE = ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "bold <script>alert(\"x\")</script>", "]]> & &amp; ;",
           "a, \"b\", 'c'", "tab\there", "line\nbreak\r\nagain", "nul\x00 one\x01 del\x7f", "\u2028\ufffe\uffff\ufeffx",
           "caf\u00e9 \U0001f600", "{\"id\":1}"]


class Server:
    """A running server on a free port, over an index of its own."""

    def __init__(self, name, *inputs):
        index = os.path.join(FOLDER.name, name + ".waypost")
        subprocess.run([INDEX_TOOL, "build", *inputs, "--as-of", TODAY, "--data", os.path.join(SOURCE, "data"),
                        "--out", index], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.process = subprocess.Popen([SERVER, "--index", index, "--port", "0", "--clock", TODAY + "T09:00:00Z"],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.port = int(re.search(r":(\d+) ", self.process.stdout.readline()).group(1))

    def get(self, question, content_type):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        target = "/api/search?" + urllib.parse.urlencode(question)
        connection.request("GET", target)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        assert answer.status == 200, target + ": " + body.decode()
        assert answer.getheader("Content-Type") == content_type, target
        return body.decode("utf-8")

    def json(self, question):
        return json.loads(self.get(question, "application/json"))

    def csv(self, question):
        text = self.get(dict(question, format="csv"), "text/csv; charset=utf-8")
        assert text.startswith("\ufeff")
        return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))

    def ndjson(self, question):
        text = self.get(dict(question, format="ndjson"), "application/x-ndjson")
        return [json.loads(line) for line in text.split("\n")[:-1]]

    def geojson(self, question):
        return json.loads(self.get(dict(question, format="geojson"), "application/geo+json"))

    def atom(self, question):
        text = self.get(dict(question, format="atom"), "application/atom+xml; charset=utf-8")
        return xml.etree.ElementTree.fromstring(text)

    def close(self):
        self.process.kill()
        self.process.communicate()


def hostile_feed():
    """A service for each hostile text, which stands in all that a feed may say in words."""
    services = []
    for number, text in enumerate(HOSTILE):
        services.append({
            "id": "h%d" % number, "name": text, "description": text, "status": "active",
            "url": "https://example.org/" + urllib.parse.quote(text), "fees_description": text,
            "last_modified": "2026-11-%02dT10:00:00Z" % (1 + number),
            "organization": {"id": "o%d" % number, "name": text},
            "phones": [{"id": "p%d" % number, "number": "+44114496%04d" % number}],
            "service_at_locations": [{"id": "sl%d" % number, "location": {
                "id": "l%d" % number, "location_type": "physical", "name": text, "latitude": 53.38, "longitude": -1.47,
                "addresses": [{"id": "a%d" % number, "address_1": text, "city": text, "postal_code": "S1 1AA"}]}}]})
    return services


def setUpModule():
    global SAMPLE, FAULTS
    print("seed", SEED)
    feed = os.path.join(FOLDER.name, "hostile.json")
    with open(feed, "w", encoding="utf-8") as file:
        json.dump({"contents": hostile_feed()}, file)
    SAMPLE = Server("sample", "--config", os.path.join(SOURCE, "data/sample/sample.toml"))
    FAULTS = Server("hostile", "--source", "hostile=" + feed)


def tearDownModule():
    SAMPLE.close()
    FAULTS.close()
    FOLDER.cleanup()


def random_questions():
    source = random.Random(SEED)
    for _ in range(QUESTIONS):
        names = source.sample(sorted(CHOICES), source.randint(0, 3))
        question = {name: source.choice(CHOICES[name]) for name in names}
        question["per_page"] = str(source.choice([1, 7, 100]))
        if source.random() < 0.3:
            question["page"] = str(source.randint(2, 3))
        yield question


def all_pages(server, question):
    """The items of all pages; a page's size and number are not those asked."""
    items = []
    page = 1
    while True:
        answer = server.json(dict(question, per_page=str(PAGE), page=str(page)))
        items += answer["items"]
        if page >= answer["total_pages"]:
            return items
        page += 1


def ids_of(items):
    return [item["id"] for item in items]


class Forms(unittest.TestCase):
    def check_table(self, item, row):
        self.assertEqual(row["certain"], "yes" if item["certain"] else "no")
        free = item.get("cost", {}).get("free")
        self.assertEqual(row["free"], {True: "yes", False: "no", None: "not stated"}[free])
        location = item.get("location", {})
        self.assertEqual(row["lat"], repr_of(location.get("lat")))
        self.assertEqual(row["lon"], repr_of(location.get("lon")))
        self.assertEqual(row["distance_m"], str(item.get("distance_m", "")))
        self.assertEqual(row["checked"], item.get("assured", ""))
        self.assertEqual(row["next_session"], item.get("next_session", {}).get("start", ""))
        for cell in row.values():
            self.assertNotRegex(cell, r"\A[=@\t\r\n]")

    def check_map(self, page, map_):
        for name in ("total", "total_certain", "total_possible", "page", "per_page", "total_pages", "sources"):
            self.assertEqual(map_[name], page[name])
        by_id = {}
        for feature in map_["features"]:
            by_id.setdefault(feature["properties"]["id"], []).append(feature)
        self.assertEqual(map_["without_point"], len(page["items"]) - len(by_id))
        self.assertEqual(list(by_id), [i for i in ids_of(page["items"]) if i in by_id])
        for item in page["items"]:
            location = item.get("location", {})
            if "lat" not in location:
                # Other places of the same service may have a point, a confidential one never.
                if location.get("precision") == "confidential":
                    self.assertNotIn(item["id"], by_id)
                continue
            best = by_id[item["id"]][0]
            self.assertEqual(best["geometry"]["coordinates"], [location["lon"], location["lat"]])
            self.assertEqual(best["properties"]["precision"], location["precision"])
            self.assertEqual(best["properties"].get("distance_m"), item.get("distance_m"))
            self.assertEqual(best["properties"]["certain"], item["certain"])

    def check_feed(self, rows, feed):
        entries = [(entry.findtext(ATOM + "updated"), entry.findtext(ATOM + "id"))
                   for entry in feed.findall(ATOM + "entry")]
        dated = [(row["modified"], "urn:uuid:" + row["id"]) for row in rows
                 if row["modified"] and row["modified"][:10] <= TODAY]
        # Newest first; among equals by id.
        dated = sorted(sorted(dated, key=lambda one: one[1]), key=lambda one: one[0], reverse=True)
        self.assertEqual(entries, dated[:MOST_ENTRIES])
        if entries:
            self.assertEqual(feed.findtext(ATOM + "updated"), entries[0][0])
        for moment, _ in entries:
            datetime.datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ")

    def check_all(self, server, question):
        page = server.json(question)
        if page.get("corrected"):
            return False
        rows = server.csv(question)
        self.assertEqual([row["id"] for row in rows], ids_of(page["items"]))
        for item, row in zip(page["items"], rows):
            self.check_table(item, row)
        self.check_map(page, server.geojson(question))
        items = all_pages(server, question)
        self.assertEqual(server.ndjson(question), items)
        all_rows = []
        for number in range(1, page["total"] // PAGE + 2):
            all_rows += server.csv(dict(question, per_page=str(PAGE), page=str(number)))
        self.check_feed(all_rows, server.atom(question))
        return True

    def test_every_form_says_what_json_says(self):
        checked = 0
        for question in random_questions():
            with self.subTest(question=question, seed=SEED):
                checked += self.check_all(SAMPLE, question)
        self.assertGreater(checked, QUESTIONS // 2)

    def test_hostile_text_survives(self):
        self.assertTrue(self.check_all(FAULTS, {"per_page": "100"}))
        items = {item["id"]: item for item in FAULTS.json({"per_page": "100"})["items"]}
        self.assertEqual(len(items), len(HOSTILE))
        for row in FAULTS.csv({"per_page": "100"}):
            item = items[row["id"]]
            for told, stated in ((row["name"], item["name"]), (row["organization"], item["organization"]["name"]),
                                 (row["location"], item["location"]["name"])):
                self.assertEqual(told.removeprefix("'"), stated)
                self.assertNotRegex(told, r"\A[-=+@\t\r\n]")
            self.assertRegex(row["phone"], r"\A\+44 114496\d{4}\Z")
        for entry in FAULTS.atom({}).findall(ATOM + "entry"):
            item = items[entry.findtext(ATOM + "id").removeprefix("urn:uuid:")]
            allowed = re.sub("[\ufffe\uffff]", "", item["name"])
            self.assertEqual(entry.findtext(ATOM + "title"), allowed)
            self.assertEqual(entry.findtext(ATOM + "author/" + ATOM + "name"), allowed)

    def test_a_confidential_place_is_in_no_form(self):
        items = all_pages(SAMPLE, {})
        secret = {item["id"] for item in items if item.get("location", {}).get("precision") == "confidential"}
        self.assertGreater(len(secret), 5)
        for question in ({"per_page": "100", "near": "53.38,-1.47"}, {"per_page": "100", "q": "refuge"}):
            for feature in SAMPLE.geojson(question)["features"]:
                self.assertNotIn(feature["properties"]["id"], secret)
            for row in SAMPLE.csv(question):
                if row["id"] in secret:
                    told = [row[name] for name in ("location", "address", "postcode", "lat", "lon", "distance_m")]
                    self.assertEqual(told, [""] * len(told))


def repr_of(number):
    return "" if number is None else repr(float(number)).removesuffix(".0")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
