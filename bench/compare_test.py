#!/usr/bin/env python3
"""The parts of bench/compare that decide: what agrees, what is too slow, what is written where."""

import copy
import io
import json
import os
import sys
import tempfile
import unittest
from unittest import mock
from xml.etree import ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from corpus import questions, services  # pylint: disable=wrong-import-position
from corpus.oracle import Expected, Facts  # pylint: disable=wrong-import-position
from corpus.oruk import number_of, uuid_of, write_oruk  # pylint: disable=wrong-import-position
from corpus.questions import Question  # pylint: disable=wrong-import-position
from corpus.services import Service, open_hours  # pylint: disable=wrong-import-position
from peers.measured import Answer, bytes_below, percentiles  # pylint: disable=wrong-import-position
from peers.program import CompiledProgram  # pylint: disable=wrong-import-position
from peers.waypost import query_string  # pylint: disable=wrong-import-position
from report import agreement, baseline, curve, plot, record  # pylint: disable=wrong-import-position

NEAR, FAR = (51.50, -0.10), (51.60, -0.10)  # 11 km apart
MONDAY = 0
EVERYTHING = Question("F", lat=51.50, lon=-0.10, metres=5000, terms=(3, 5), words=("help", "debt"),
                      any_word=True, day=MONDAY, begin=600, end=720, age=9, facets=True)


def service(number, places=(NEAR,), **facts):
    stated = {"name": "Help", "description": "With debt.", "terms": [3], "ages": (5, 11),
              "sessions": [(1, 540, 660), (1, 660, 780)]}
    stated.update(facts)
    return Service(number=number, places=list(places), **stated)


def expected(question, *offered):
    answer = Expected(question)
    for one in offered:
        answer.offer(Facts(one))
    answer.finish()
    return answer


class CorpusTest(unittest.TestCase):
    def test_the_same_seed_gives_the_same_services_and_questions(self):
        first, again = services.Drawing(5), services.Drawing(5)
        for number in range(20):
            self.assertEqual(first.service(number), again.service(number))
        self.assertEqual(questions.draw_questions(5), questions.draw_questions(5))
        self.assertNotEqual(questions.draw_questions(5), questions.draw_questions(6))

    def test_lines_are_read_as_they_were_written(self):
        drawing = services.Drawing(5)
        for number in range(200):
            drawn = drawing.service(number)
            self.assertEqual(services.service_of(services.line_of(drawn) + "\n"), drawn)
        for question in questions.draw_questions(5):
            self.assertEqual(questions.question_of(questions.line_of(question) + "\n"), question)

    def test_ages_that_are_not_stated_are_written_as_all_ages(self):
        file = io.StringIO()
        write_oruk([service(7, ages=None)], 1, file)
        written = json.loads(file.getvalue())["contents"][0]
        self.assertEqual((written["minimum_age"], written["maximum_age"]), (0, 120))
        self.assertEqual(number_of(written["id"]), 7)
        self.assertEqual(number_of(uuid_of(1, 1_000_000)), 1_000_000)

    def test_sessions_that_touch_are_one(self):
        self.assertEqual(open_hours([(1, 660, 780), (3, 540, 660)]),
                         [(0, 540, 780), (1, 540, 660)])


class OracleTest(unittest.TestCase):
    def test_every_condition_refuses(self):
        refused = [service(2, [FAR]), service(3, []), service(4, terms=[4]),
                   service(5, ages=(10, 12)), service(6, sessions=[(1, 540, 690)]),
                   service(7, sessions=[(2, 540, 780)]),
                   service(8, name="Other", description="Nothing.")]
        self.assertEqual(expected(EVERYTHING, service(1), *refused).total, 1)

    def test_one_near_place_and_ages_not_stated_do(self):
        self.assertEqual(expected(EVERYTHING, service(1, [FAR, NEAR], ages=None)).total, 1)

    def test_facets_are_counted_as_if_no_term_were_asked(self):
        other = service(2, terms=[4, 9])
        answer = expected(EVERYTHING, service(1), other, service(3, [FAR], terms=[4]))
        self.assertEqual((answer.total, answer.counts), (1, {3: 1, 4: 1, 9: 1}))
        self.assertEqual([number for _, number in answer.nearest], [1])


class AgreementTest(unittest.TestCase):
    def setUp(self):
        self.expected = expected(EVERYTHING, service(2, [(51.51, -0.1)], terms=[3, 9]), service(1))

    def agrees(self, **changed):
        right = {"total": 2, "ids": [1, 2], "facets": {3: 2, 9: 1}}
        return agreement.agreement([self.expected], [Answer(**{**right, **changed})])

    def test_a_right_answer_agrees(self):
        self.assertEqual(self.agrees(), {"totals": [1, 1], "order": [1, 1], "facets": [1, 1]})

    def test_wrong_answers_are_seen(self):
        self.assertEqual(self.agrees(total=3)["totals"], [0, 1])
        for ids in ([2, 1], [1], [1, 1], [1, 3]):
            self.assertEqual(self.agrees(ids=ids)["order"], [0, 1])
        for facets in ({3: 2}, {3: 2, 9: 2}, {3: 2, 8: 1}):
            self.assertEqual(self.agrees(facets=facets)["facets"], [0, 1])


class WaypostTest(unittest.TestCase):
    def test_a_question_as_it_is_asked(self):
        self.assertEqual(
            query_string(EVERYTHING),
            "near=51.500000,-0.100000&within=5000m&q=help+debt&match=any"
            "&service_type=esdServiceTypes:t3&service_type=esdServiceTypes:t5"
            "&day=MO&from=10:00&to=12:00&time_match=covers&age=9&sort=distance&per_page=20"
            "&facets=service_type&facet_limit=20&unknown=drop")

    def test_percentiles_are_those_of_the_bench(self):
        self.assertEqual(percentiles(range(200)), {"n": 200, "p50_us": 100, "p99_us": 198})


class PeerTest(unittest.TestCase):
    def test_a_peer_that_is_not_installed_says_what_it_lacks(self):
        class Peer(CompiledProgram):  # pylint: disable=abstract-method
            needs = {"stdio.h": "libc6-dev", "no/such/header.h": "libnone-dev"}

        files = mock.Mock(path=os.path.basename)
        with mock.patch("shutil.which", return_value="/usr/bin/g++"):
            self.assertEqual(Peer(files).missing(), "libnone-dev is not installed")
        with mock.patch("shutil.which", return_value=None):
            self.assertEqual(Peer(files).missing(), "g++ is not installed")

    def test_holes_take_nothing_on_disk(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "sparse"), "wb") as file:
                file.truncate(1 << 30)
            self.assertLess(bytes_below(folder), 1 << 20)


class BaselineTest(unittest.TestCase):
    def judged(self, *factors):
        recorded = ({"all": {"p50_us": 10, "p99_us": 100}}, {"all": {"p50_us": 100, "p99_us": 900}})
        runs = []
        for factor in factors:
            run = copy.deepcopy(recorded)
            run[0]["all"]["p50_us"] *= factor
            runs.append(run)
        return [slower for *_, slower in baseline.judged(runs, recorded)]

    def test_only_the_median_of_the_runs_counts(self):
        self.assertEqual(self.judged(1, 1.4, 1.4, 9, 9), [False, False])
        self.assertEqual(self.judged(1, 1, 1.6, 1.6, 1.6), [True, False])


class RecordTest(unittest.TestCase):
    def test_the_part_is_added_once_and_then_replaced(self):
        first = record.with_part("# Page\n", record.COMPARE, "FIRST")
        self.assertTrue(first.startswith("# Page\n\n" + record.COMPARE.heading))
        second = record.with_part(first + "\nafter\n", record.COMPARE, "SECOND")
        self.assertEqual(second, first.replace("FIRST", "SECOND") + "\nafter\n")

    def test_a_record_keeps_its_engines(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(record.engines_left_out(folder, "20k", ["waypost"]), [])
            record.write_result(folder, {"corpus": {"name": "20k"},
                                         "engines": {"waypost": {}, "xapian": {}}})
            self.assertEqual(record.engines_left_out(folder, "20k", ["waypost"]), ["xapian"])
            more = ["groonga", "waypost", "xapian"]
            self.assertEqual(record.engines_left_out(folder, "20k", more), [])


def point(services, microseconds):
    figures = {"p50_us": microseconds, "p99_us": 10 * microseconds}
    load = {**figures, "connections": 1, "per_second": 1000}
    return {"services": services, "build_s": services / 1e4, "peak_bytes": services * 9000,
            "disk_bytes": services * 2400, "verify_bytes_per_s": 2.2e9, "cold_ready_s": 1.5,
            "cold_read_s": 1.4, "sections": {"doc_cards": 300 * services, "records": 700 * services,
                                             "doc_terms": 200 * services, "words": 100 * services},
            "classes": {"A": figures, "all": figures}, "http": [load, load], "server_bytes": 3e6,
            "idle": {"p50_us": 300, "max_us": 7000}}


class CurveTest(unittest.TestCase):
    def test_bytes_are_those_that_are_shown_and_those_that_are_searched(self):
        self.assertEqual(curve.bytes_by_use(point(10, 1)["sections"]), (10_000, 3_000))

    def test_every_size_is_in_the_tables(self):
        text = curve.markdown([point(20_000, 31), point(300_000, 62)])
        self.assertIn("| 20,000 | 2.0 (0.7) | 180 | 48 | 300 | 1,000 | 2.2 | 1.5 / 1.4 |", text)
        self.assertIn("| 300,000 | 62 / 620 | 62 / 620 (120 / 800) | 1,000 | 1,000 (12,000) | 3.0 | 300 / 7,000 |", text)

    def test_larger_values_stand_further_right_and_higher(self):
        chart = plot.Chart("time", [("p50", [(20e3, 31), (300e3, 310)])])
        frame = plot.Frame(chart, 0, 0)
        self.assertLess(frame.x(20e3), frame.x(300e3))
        self.assertGreater(frame.y(31), frame.y(310))
        # A decade is as wide as any other.
        self.assertAlmostEqual(frame.x(1e5) - frame.x(1e4), frame.x(1e6) - frame.x(1e5))

    def test_charts_are_well_formed(self):
        drawn = ElementTree.fromstring(plot.svg(curve.charts([point(20_000, 31), point(300_000, 62)])))
        lines = drawn.findall("{http://www.w3.org/2000/svg}polyline")
        self.assertEqual(len(lines), 8)


if __name__ == "__main__":
    unittest.main()
