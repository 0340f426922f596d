#!/usr/bin/env python3
"""waypost-server as a program: what it says when it cannot start, what it answers, how it stops.

    server_test.py WAYPOST_SERVER WAYPOST_INDEX SOURCE_DIR
"""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import unittest

SERVER, INDEX_TOOL, SOURCE = sys.argv[1:4]
CLOCK = "2026-11-21T14:05:30Z"
FOLDER = tempfile.TemporaryDirectory(prefix="waypost-server-")
SAMPLE = os.path.join(FOLDER.name, "sample.waypost")
# Far more than anything here takes: it ends a hanging test, it measures nothing.
PATIENCE = 60
# Where the header keeps them (engine/format/header.h).
MAJOR_VERSION, HEADER_CRC = 12, 60


def setUpModule():
    subprocess.run([INDEX_TOOL, "build", "--config",
                    os.path.join(SOURCE, "data/sample/sample.toml"),
                    "--data", os.path.join(SOURCE, "data"), "--out", SAMPLE],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def tearDownModule():
    FOLDER.cleanup()


class Server:
    """A running server on a free port."""

    def __init__(self, *options):
        self.process = subprocess.Popen(
            [SERVER, "--index", SAMPLE, "--port", "0", "--clock", CLOCK, *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.fullmatch(r"Waypost answers on http://127\.0\.0\.1:(\d+) \(\d+ services\)\n", line)
        if not found:
            self.process.kill()
            raise AssertionError("it said: " + line + self.process.communicate()[1])
        self.port = int(found.group(1))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()

    def get(self, target, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", target, headers=headers or {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def stop(self, number):
        """The exit code, and what was said on standard error."""
        self.process.send_signal(number)
        _, errors = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, errors


def refused(*options):
    """Exit code, standard output and standard error of a server that must not start."""
    run = subprocess.run([SERVER, *options], capture_output=True, text=True, timeout=PATIENCE,
                         check=False)
    return run.returncode, run.stdout, run.stderr


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def examples_of_scripts_run():
    with open(os.path.join(SOURCE, "scripts/run"), encoding="utf-8") as script:
        return re.findall(r"curl '\$address(/[^']*)'", script.read())


class CannotStart(unittest.TestCase):
    def expect_one_line(self, outcome, code, *words):
        exit_code, output, errors = outcome
        self.assertEqual(exit_code, code, errors)
        self.assertEqual(output, "")
        self.assertEqual(errors.count("\n"), 1, errors)
        for word in words:
            self.assertIn(word, errors)

    def harmed(self, name, change):
        with open(SAMPLE, "rb") as file:
            data = bytearray(file.read())
        path = os.path.join(FOLDER.name, name)
        with open(path, "wb") as file:
            file.write(change(data))
        return path

    def test_a_missing_index(self):
        path = os.path.join(FOLDER.name, "nowhere.waypost")
        self.expect_one_line(refused("--index", path), 1, "waypost-server: ", path)

    def test_an_index_that_was_cut(self):
        path = self.harmed("cut.waypost", lambda data: data[: len(data) // 2])
        self.expect_one_line(refused("--index", path), 1, path)

    def test_an_index_with_a_flipped_bit(self):
        def flip(data):
            data[len(data) // 2] ^= 1
            return data

        path = self.harmed("flipped.waypost", flip)
        self.expect_one_line(refused("--index", path), 1, path)

    def test_an_index_of_a_later_format(self):
        def later(data):
            data[MAJOR_VERSION] += 1
            data[HEADER_CRC:HEADER_CRC + 4] = crc32c(data[:HEADER_CRC]).to_bytes(4, "little")
            return data

        path = self.harmed("later.waypost", later)
        self.expect_one_line(refused("--index", path), 1, path, "format")

    def test_a_file_that_is_no_index(self):
        path = self.harmed("foreign.waypost", lambda data: b"name,postcode\n" * 100)
        self.expect_one_line(refused("--index", path), 1, path)

    def test_a_port_in_use(self):
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = str(other.getsockname()[1])
            self.expect_one_line(refused("--index", SAMPLE, "--port", port), 1, port, "in use")

    def test_a_command_line_that_is_wrong(self):
        self.assertEqual(refused()[0], 2)
        self.assertEqual(refused("--index", SAMPLE, "--port", "99999")[0], 2)
        self.assertEqual(refused("--index", SAMPLE, "--colour")[0], 2)
        self.expect_one_line(refused("--index", SAMPLE, "--clock", "noon"), 1, "--clock noon")
        self.assertEqual(refused("--help")[0], 0)


class Synonyms(unittest.TestCase):
    def write(self, text):
        path = os.path.join(FOLDER.name, "synonyms.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def total(self, server):
        answer, body = server.get("/api/search?q=zzdance")
        return json.loads(body)["total"], answer.getheader("ETag")

    def test_a_file_is_read_again_when_told(self):
        path = self.write("# none yet\n")
        with Server("--synonyms", path) as server:
            before, tag = self.total(server)
            self.assertEqual(before, 0)
            self.write("zzdance => dementia\n")
            server.process.send_signal(signal.SIGHUP)
            self.assertEqual(server.process.stdout.readline(), "Synonyms read again\n")
            after, other_tag = self.total(server)
            self.assertGreater(after, 0)
            self.assertNotEqual(tag, other_tag)
            # What cannot be read changes nothing.
            self.write("a => b => c\n")
            server.process.send_signal(signal.SIGHUP)
            self.assertIn("synonyms.txt:1: ", server.process.stderr.readline())
            self.assertEqual(self.total(server), (after, other_tag))
            self.assertEqual(server.stop(signal.SIGTERM)[0], 0)

    def test_a_file_that_cannot_be_read_at_the_start(self):
        path = self.write("alone\n")
        code, _, errors = refused("--index", SAMPLE, "--synonyms", path)
        self.assertEqual(code, 1)
        self.assertIn("synonyms.txt:1: a word alone has no synonym", errors)
        self.assertEqual(refused("--index", SAMPLE, "--synonyms", path + ".none")[0], 1)


class Answers(unittest.TestCase):
    def test_the_examples_of_scripts_run(self):
        examples = examples_of_scripts_run()
        self.assertEqual(len(examples), 4, examples)
        with Server() as server:
            for target in examples:
                answer, body = server.get(target)
                self.assertEqual(answer.status, 200, target + body.decode())
                self.assertIsInstance(json.loads(body), dict)

    def test_the_clock_is_the_given_one(self):
        with Server() as server:
            _, body = server.get("/api/search?day=SA&per_page=1")
            self.assertEqual(json.loads(body)["at"], "2026-11-21T14:05")

    def test_an_answer_that_the_client_has_is_not_sent_again(self):
        with Server() as server:
            answer, _ = server.get("/api/search?q=dementia")
            again, body = server.get("/api/search?q=dementia",
                                     {"If-None-Match": answer.getheader("ETag")})
            self.assertEqual((again.status, body), (304, b""))

    def test_the_page_is_html(self):
        with Server() as server:
            answer, body = server.get("/?q=dementia&near=S11+8")
            self.assertEqual(answer.status, 200)
            self.assertTrue(body.startswith(b"<!DOCTYPE html>"))


class Stops(unittest.TestCase):
    def test_on_either_signal_with_nothing_to_say(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with Server() as server:
                self.assertEqual(server.stop(number), (0, ""))

    def test_although_a_client_stays_connected(self):
        with Server() as server:
            with socket.create_connection(("127.0.0.1", server.port), PATIENCE):
                self.assertEqual(server.stop(signal.SIGTERM), (0, ""))

    def test_with_whole_answers_to_what_was_under_way(self):
        """Many requests at once: the signal comes while they are being answered."""
        request = b"GET /api/search?q=help&facets=need,day&per_page=100 HTTP/1.1\r\nHost: t\r\n\r\n"
        with Server() as server:
            with socket.create_connection(("127.0.0.1", server.port), PATIENCE) as client:
                client.sendall(request * 200)
                received = client.recv(1)
                server.process.send_signal(signal.SIGTERM)
                some = received
                while some:
                    some = client.recv(65536)
                    received += some
            _, errors = server.process.communicate(timeout=PATIENCE)
            self.assertEqual((server.process.returncode, errors), (0, ""))
        self.expect_whole_answers(received)

    def expect_whole_answers(self, received):
        while received:
            head, _, rest = received.partition(b"\r\n\r\n")
            self.assertTrue(head.startswith(b"HTTP/1.1 200 "), head)
            length = int(re.search(rb"Content-Length: (\d+)", head).group(1))
            self.assertEqual(json.loads(rest[:length])["page"], 1)
            received = rest[length:]


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
