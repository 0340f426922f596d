#!/usr/bin/env python3
"""Checks the sample directory in data/sample.

    tests/sample/sample_check.py [SOURCE_DIR]

The committed files are what the generator writes; every awkward case is there at least five times,
counted here from the feeds themselves and not from what the generator says; nothing in them can
reach a real person.
"""

import csv
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

from sample_cases import CASES, HSDS_CASES

ROOT = os.path.abspath(
    sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", "..")
)
SAMPLE = os.path.join(ROOT, "data", "sample")
HAND_WRITTEN = ("generate", "questions.tsv")
FOLDERS = ("generator", "templates")
AT_LEAST = 5
PHONE = re.compile(r"\+?\d[\d ]{8,}\d")
DRAMA = re.compile(r"(0114 ?4960\d{3}|01144960\d{3}|01632960\d{3}|07700900\d{3}|08081570\d{3})$")
HOST = re.compile(r"(?:https?://|@|www\.)([a-z0-9.-]+\.[a-z]{2,})", re.I)
ALLOWED_HOSTS = ("example.org", "id.esd.org.uk", "statistics.data.gov.uk")


def read(path):
    with open(os.path.join(SAMPLE, path), encoding="utf-8", newline="") as file:
        return file.read()


def written_files(folder):
    """Paths of what the generator writes, below `folder`."""
    found = []
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(where, name), folder)
            if path not in HAND_WRITTEN and path.split(os.sep)[0] not in FOLDERS:
                found.append(path)
    return sorted(found)


def generate(folder, seed="7"):
    subprocess.run(
        [sys.executable, os.path.join(SAMPLE, "generate"), "--seed", seed, "--out", folder],
        check=True,
        stdout=subprocess.DEVNULL,
    )


def load():
    """{source: [record]} as published."""
    pages = [
        json.loads(read(os.path.relpath(path, SAMPLE)))
        for path in sorted(glob.glob(os.path.join(SAMPLE, "oruk3", "*.json")))
    ]
    return {
        "pages": pages,
        "riverbank": [service for page in pages for service in page["contents"]],
        "moorside": json.loads(read("oruk1.json"))["content"],
        "families": json.loads(read("outpost.json"))["content"],
        "millstone": [json.loads(text) for text in read("health.ndjson").split("\n") if text],
        "clubs": list(csv.DictReader(read("clubs.csv").splitlines())),
        "larkmoor": {
            name[:-4]: list(csv.DictReader(read(f"hsds-csv/{name}").splitlines(keepends=True)))
            for name in sorted(os.listdir(os.path.join(SAMPLE, "hsds-csv")))
        },
    }


class Sample(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.feeds = load()
        cls.texts = {path: read(path) for path in written_files(SAMPLE)}

    def test_generator_writes_the_committed_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            generate(folder)
            self.assertEqual(written_files(folder), written_files(SAMPLE))
            for path, text in self.texts.items():
                with open(os.path.join(folder, path), encoding="utf-8", newline="") as file:
                    self.assertEqual(file.read(), text, path)

    def test_other_seeds_work_and_differ(self):
        for seed in ("1", "another city"):
            with tempfile.TemporaryDirectory() as folder:
                generate(folder, seed)
                with open(os.path.join(folder, "oruk1.json"), encoding="utf-8") as file:
                    self.assertNotEqual(file.read(), self.texts["oruk1.json"])

    def test_sizes(self):
        sizes = {path: len(text.encode()) for path, text in self.texts.items()}
        self.assertLess(max(sizes.values()), 2_000_000)
        self.assertLess(sum(sizes.values()), 6_000_000)

    def test_about_two_thousand_services(self):
        count = sum(
            len(self.feeds[name])
            for name in ("riverbank", "moorside", "families", "millstone", "clubs")
        )
        count += len(self.feeds["larkmoor"]["services"])
        self.assertTrue(1950 <= count <= 2100, count)

    def test_templates(self):
        paths = sorted(glob.glob(os.path.join(SAMPLE, "templates", "*.txt")))
        texts = [read(os.path.relpath(path, SAMPLE)) for path in paths]
        self.assertGreaterEqual(sum(len(re.findall(r"^- ", text, re.M)) for text in texts), 120)
        self.assertGreaterEqual(sum(len(re.findall(r"^= ", text, re.M)) for text in texts), 40)

    def test_no_two_descriptions_are_equal(self):
        seen = {}
        for source in ("riverbank", "moorside", "families", "millstone"):
            for service in self.feeds[source]:
                self._new(seen, service["description"], (source, service["id"]))
        for row in self.feeds["larkmoor"]["services"]:
            self._new(seen, row["description"], ("larkmoor", row["id"]))
        for row in self.feeds["clubs"]:
            self._new(seen, row["About"], ("clubs", row["Ref"]))

    def _new(self, seen, text, who):
        self.assertEqual(seen.setdefault(text, who), who, text[:80])

    def test_every_case_at_least_five_times(self):
        for source, cases in CASES.items():
            names = source.split()
            records = [record for name in names for record in self.feeds[name]]
            for case, holds in cases.items():
                with self.subTest(case=case, source=source):
                    self.assertGreaterEqual(sum(1 for record in records if holds(record)), AT_LEAST)
        for case, count in HSDS_CASES.items():
            with self.subTest(case=case, source="larkmoor"):
                self.assertGreaterEqual(count(self.feeds["larkmoor"]), AT_LEAST)

    def test_readme_lists_every_case_with_ids_that_exist(self):
        ids = {
            name: {str(record["id"]) for record in self.feeds[name]}
            for name in ("riverbank", "moorside", "families", "millstone")
        }
        ids["larkmoor"] = {row["id"] for row in self.feeds["larkmoor"]["services"]}
        ids["clubs"] = {row["Ref"] for row in self.feeds["clubs"]}
        rows = re.findall(r"^\| ([^|]+) \| (\d+) \| (`.+`) \|$", self.texts["README.md"], re.M)
        self.assertGreaterEqual(len(rows), 60)
        for case, count, listed in rows:
            entries = [entry.split(" ", 1) for entry in re.findall(r"`([^`]+)`", listed)]
            self.assertGreaterEqual(int(count), AT_LEAST, case)
            self.assertGreaterEqual(len(entries), AT_LEAST, case)
            for source, service in entries:
                self.assertIn(service, ids[source], case)

    def test_repeated_and_shared_ids(self):
        for source in ("riverbank", "moorside"):
            ids = [service["id"] for service in self.feeds[source]]
            self.assertGreaterEqual(len(ids) - len(set(ids)), AT_LEAST, source)
        rows = [row["id"] for row in self.feeds["larkmoor"]["services"]]
        self.assertGreaterEqual(len(rows) - len(set(rows)), AT_LEAST)
        shared = {s["id"] for s in self.feeds["riverbank"]} & {
            s["id"] for s in self.feeds["millstone"]
        }
        self.assertGreaterEqual(len(shared), AT_LEAST)

    def test_only_telephone_numbers_for_drama(self):
        found = 0
        for path, text in self.texts.items():
            if path.endswith((".json", ".ndjson", "phones.csv")):
                for number in re.findall(r'"(?:number|phone)":\s*"([^"]*)"', text):
                    found += self._drama(number)
        for row in self.feeds["larkmoor"]["phones"]:
            found += self._drama(row["number"])
        for row in self.feeds["clubs"]:
            found += self._drama(row["Phone"])
        self.assertGreater(found, 1000)
        for path, text in self.texts.items():
            for number in re.findall(r"(?<![\d.-])0\d{2,4} \d{3,6}(?: \d{3,4})?(?![\d-])", text):
                self.assertRegex(number.replace(" ", ""), DRAMA, path)

    def _drama(self, text):
        for number in PHONE.findall(text):
            plain = re.sub(r"^\+44", "0", number.replace(" ", ""))
            self.assertRegex(plain, DRAMA, text)
        return 1 if text else 0

    def test_only_example_addresses(self):
        for path, text in self.texts.items():
            for host in HOST.findall(text):
                self.assertTrue(
                    any(host == name or host.endswith("." + name) for name in ALLOWED_HOSTS),
                    f"{path}: {host}",
                )

    def test_page_envelopes(self):
        pages = self.feeds["pages"]
        self.assertGreaterEqual(len(pages), 3)
        total = sum(len(page["contents"]) for page in pages)
        for number, page in enumerate(pages, 1):
            self.assertEqual(
                (page["page_number"], page["total_pages"], page["total_items"], page["size"]),
                (number, len(pages), total, len(page["contents"])),
            )
            self.assertEqual(
                (page["first_page"], page["last_page"], page["empty"]),
                (number == 1, number == len(pages), False),
            )

    def test_oruk3_shapes(self):
        for service in self.feeds["riverbank"] + self.feeds["millstone"]:
            self.assertIsInstance(service["id"], str)
            self.assertIsInstance(service["description"], str)
            for at in service.get("service_at_locations", []):
                location = at["location"]
                self.assertIn(location["location_type"], ("physical", "virtual"))
                for address in location.get("addresses", []):
                    for member in (
                        "id",
                        "address_1",
                        "city",
                        "state_province",
                        "postal_code",
                        "country",
                        "address_type",
                    ):
                        self.assertTrue(address[member], member)
            for row in service.get("schedules", []):
                self.assertIn("id", row)
            for attribute in service.get("attributes", []):
                self.assertTrue({"id", "name", "description"} <= set(attribute["taxonomy_term"]))

    def test_tables_are_joined(self):
        tables = self.feeds["larkmoor"]
        services = {row["id"] for row in tables["services"]}
        organisations = {row["id"] for row in tables["organizations"]}
        locations = {row["id"] for row in tables["locations"]}
        for row in tables["services"]:
            self.assertIn(row["organization_id"], organisations)
        for name in (
            "service_at_locations",
            "phones",
            "languages",
            "cost_options",
            "service_areas",
        ):
            for row in tables[name]:
                self.assertIn(row["service_id"], services, name)
        for name in ("service_at_locations", "addresses", "accessibility"):
            for row in tables[name]:
                self.assertIn(row["location_id"], locations, name)

    def test_questions(self):
        rows = [line.split("\t") for line in read("questions.tsv").rstrip("\n").split("\n")]
        self.assertEqual(rows[0], ["query", "why"])
        self.assertGreaterEqual(len(rows) - 1, 60)
        self.assertEqual(len({query for query, _ in rows}), len(rows))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
