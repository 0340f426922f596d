#!/usr/bin/env python3
"""The parts of bench/relevance/measure that decide: figures, what is graded, what comes back."""

import math
import os
import sys
import tempfile
import unittest
from unittest import mock

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import judgements as judged  # pylint: disable=wrong-import-position
import metrics  # pylint: disable=wrong-import-position
import rankers  # pylint: disable=wrong-import-position
import records  # pylint: disable=wrong-import-position
from judgements import Question  # pylint: disable=wrong-import-position
from records import Record  # pylint: disable=wrong-import-position

CHOIR = Record("bristol", "a1", "Sunday Choir", "Singers", "Sing with others.")
LUNCH = Record("bristol", "a2", "Lunch club", "Age Well", "A meal and a chat. Choir on Fridays.")
FIRST = Question("q001", "bristol", "dev", "choir", "A choir to join.")
SECOND = Question("q002", "bristol", "held", "dinner", "A meal with others.")
RECORDS = {"bristol": [CHOIR, LUNCH]}


class MetricsTest(unittest.TestCase):
    def test_the_ideal_order_has_all_the_gain(self):
        self.assertAlmostEqual(metrics.ndcg([3, 2, 0], [0, 2, 3]), 1)
        self.assertAlmostEqual(metrics.ndcg([0, 3], [3, 0]), 1 / math.log2(3))
        self.assertAlmostEqual(metrics.ndcg([1, 3], [3, 1]),
                               (1 + 7 / math.log2(3)) / (7 + 1 / math.log2(3)))

    def test_what_was_not_found_is_in_the_ideal(self):
        self.assertAlmostEqual(metrics.ndcg([3], [3, 3]), 1 / (1 + 1 / math.log2(3)))

    def test_only_ten_places_count(self):
        self.assertEqual(metrics.ndcg([0] * 10 + [3], [3]), 0)
        self.assertAlmostEqual(metrics.ndcg([3] * 10, [3] * 20), 1)

    def test_a_question_without_an_answer_gains_nothing(self):
        self.assertEqual(metrics.ndcg([0], [0]), 0)
        self.assertEqual(metrics.ndcg([], []), 0)

    def test_useful_is_two_and_above(self):
        self.assertAlmostEqual(metrics.precision([2, 1, 3, 3]), 2 / 3)
        self.assertAlmostEqual(metrics.precision([2]), 1 / 3)
        self.assertEqual([metrics.success(grades) for grades in ([2], [1, 3], [])], [1, 0, 0])

    def test_what_is_not_judged_is_counted_and_gains_nothing(self):
        ranking = {"q001": [LUNCH.key, CHOIR.key], "q002": []}
        gain, first_gain, precision, success, unjudged, shown = metrics.figures(
            ranking, [FIRST, SECOND], {"q001": {CHOIR.key: 3}})
        self.assertAlmostEqual(gain, 1 / math.log2(3) / 2)
        self.assertAlmostEqual(first_gain, gain)
        self.assertAlmostEqual(precision, 1 / 6)
        self.assertEqual((success, unjudged, shown), (0, 1, 2))

    def test_every_split_has_its_rows(self):
        ranking = {"q001": [CHOIR.key], "q002": [LUNCH.key]}
        text = metrics.report({"waypost": ranking}, [FIRST, SECOND], {"q001": {CHOIR.key: 3}})
        self.assertIn("| dev, 1 | waypost | 1.000 | 1.000 | 0.333 | 1.000 | 0 of 1 |", text)
        self.assertIn("| held, 1 | waypost | 0.000 | 0.000 | 0.000 | 0.000 | 1 of 1 |", text)
        self.assertIn("| all, 2 | waypost | 0.500 | 0.500 | 0.167 | 0.500 | 1 of 2 |", text)


class PoolTest(unittest.TestCase):
    def setUp(self):
        self.rankings = [{"q001": [CHOIR.key, LUNCH.key], "q002": [LUNCH.key]},
                         {"q001": [LUNCH.key], "q002": []}]

    def pool(self, judgements, rankings=None):
        return judged.pool([FIRST, SECOND], RECORDS, rankings or self.rankings, judgements)

    def test_each_answer_stands_once(self):
        rows = self.pool({})
        self.assertEqual(sorted((row[0], row[4]) for row in rows),
                         [("q001", "Lunch club"), ("q001", "Sunday Choir"), ("q002", "Lunch club")])
        self.assertEqual(len({row[3] for row in rows}), 3)

    def test_the_order_owes_nothing_to_the_rankings(self):
        turned = [{question: keys[::-1] for question, keys in ranking.items()}
                  for ranking in self.rankings[::-1]]
        self.assertEqual(self.pool({}), self.pool({}, turned))

    def test_what_is_judged_is_left_out(self):
        rows = self.pool({"q001": {LUNCH.key: 0}, "q002": {LUNCH.key: 3}})
        self.assertEqual([row[4] for row in rows], ["Sunday Choir"])

    def test_descriptions_are_cut(self):
        long = Record("bristol", "a3", "Long", "", "x" * 1000)
        rows = judged.pool([FIRST], {"bristol": [long]}, [{"q001": [long.key]}], {})
        self.assertEqual(len(rows[0][6]), 900)


class TakeTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "file.tsv")

    def take(self, text, judgements):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(text)
        return judged.take(self.path, [FIRST, SECOND], RECORDS, judgements)

    def test_keys_become_records_again(self):
        judgements = {"q001": {LUNCH.key: 1}}
        text = "".join("%s\t%d\n" % (judged.key_of(question, CHOIR.key), grade)
                       for question, grade in ((FIRST, 3), (SECOND, 0)))
        self.assertEqual(self.take(text, judgements), 2)
        self.assertEqual(judgements,
                         {"q001": {CHOIR.key: 3, LUNCH.key: 1}, "q002": {CHOIR.key: 0}})
        self.assertEqual(self.take(text, judgements), 0)

    def test_wrong_lines_are_refused(self):
        key = judged.key_of(FIRST, CHOIR.key)
        for line in (key + "\t4", key + "\t2.5", key, "0123456789ab\t1", key + "\t2"):
            with self.assertRaisesRegex(judged.BadFile, ":1: "):
                self.take(line + "\n", {"q001": {CHOIR.key: 3}})

    def test_a_written_file_reads_the_same_and_keeps_its_comment(self):
        with open(self.path, "w", encoding="utf-8") as file:
            file.write("# Grades.\nq009\tbristol\told\t1\n")
        judgements = {"q002": {("bucks2021", "7"): 0},
                      "q001": {("bristol", "b"): 2, ("bristol", "a"): 3}}
        judged.write_judgements(self.path, judgements)
        self.assertEqual(judged.read_judgements(self.path), judgements)
        with open(self.path, encoding="utf-8") as file:
            self.assertEqual(file.read(), "# Grades.\nq001\tbristol\ta\t3\nq001\tbristol\tb\t2\n"
                                          "q002\tbucks2021\t7\t0\n")


class RecordsTest(unittest.TestCase):
    def test_markup_parts_words_and_is_dropped(self):
        self.assertEqual(records.plain_text("<p>Tea &amp;\n cake</p><p>Free<br>entry<img src=x></p>"),
                         "Tea & cake Free entry")
        self.assertEqual(records.plain_text(None), "")

    def test_the_last_modified_of_one_id_is_kept_and_what_has_no_name_is_not(self):
        services = [{"id": 1, "name": "Old", "updated_at": "2020"},
                    {"id": 1, "name": "New", "updated_at": "2021"},
                    {"id": 1, "name": "Same", "updated_at": "2021"}, {"id": 2, "name": " "},
                    {"id": 3, "name": "Run", "organization": {"name": "Club"}}]
        self.assertEqual(records.records_of("bucks", services),
                         [Record("bucks", "1", "New", "", ""), Record("bucks", "3", "Run", "Club", "")])


class RankersTest(unittest.TestCase):
    def test_a_substring_in_any_field_ordered_by_name(self):
        self.assertEqual(rankers.substring([FIRST, SECOND], RECORDS),
                         {"q001": [LUNCH.key, CHOIR.key], "q002": []})

    def waypost(self, *answers):
        waypost = rankers.Waypost(mock.Mock(host="127.0.0.1", port=1))
        asked = mock.patch.object(waypost, "_ask", side_effect=answers)
        self.addCleanup(asked.stop)
        return waypost, asked.start()

    def answer(self, total, *found, offers=()):
        return {"total": total, "loosen": offers,
                "items": [{"source": record.source, "source_id": record.id} for record in found]}

    def test_the_any_word_offer_is_followed_where_little_is_found(self):
        waypost, asked = self.waypost(
            self.answer(1, LUNCH, offers=[{"change": "q", "href": "?all"},
                                          {"change": "match", "href": "?any"}]),
            self.answer(2, CHOIR, LUNCH))
        self.assertEqual(waypost.as_offered([FIRST]), {"q001": [LUNCH.key, CHOIR.key]})
        self.assertEqual([call.args[0] for call in asked.call_args_list],
                         ["?q=choir&per_page=10&source=bristol", "?any"])

    def test_a_full_page_is_taken_as_it_is(self):
        waypost, asked = self.waypost(self.answer(10, *[CHOIR] * 10,
                                                  offers=[{"change": "match", "href": "?any"}]))
        waypost.as_offered([FIRST])
        self.assertEqual(asked.call_count, 1)

    def test_any_word_is_asked_of_the_sources_of_the_corpus(self):
        waypost, asked = self.waypost(self.answer(0))
        waypost.any_word([Question("q003", "bucks", "dev", "a & b", "")])
        asked.assert_called_once_with(
            "?q=a+%26+b&per_page=10&match=any&source=bucks&source=bucks2021")


class FilesTest(unittest.TestCase):
    def setUp(self):
        self.questions = judged.read_questions(os.path.join(HERE, "questions.tsv"))

    def test_half_of_the_questions_are_held(self):
        self.assertGreaterEqual(len(self.questions), 80)
        for corpus in records.FEEDS:
            splits = [one.split for one in self.questions if one.corpus == corpus]
            self.assertEqual(splits.count("dev"), splits.count("held"))
        self.assertEqual(len({one.id for one in self.questions}), len(self.questions))
        self.assertEqual({one.split for one in self.questions}, {"dev", "held"})
        self.assertEqual({one.corpus for one in self.questions}, set(records.FEEDS))

    def test_judgements_are_of_these_questions_and_their_sources(self):
        sources = {one.id: records.FEEDS[one.corpus] for one in self.questions}
        for question, grades in judged.read_judgements(os.path.join(HERE, "judgements.tsv")).items():
            for source, _ in grades:
                self.assertIn(source, sources[question])


if __name__ == "__main__":
    unittest.main()
