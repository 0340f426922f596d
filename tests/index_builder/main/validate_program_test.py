#!/usr/bin/env python3
"""The program as publishers' scripts see it: exit codes, reports, progress, and a run that is killed.

    validate_program_test.py WAYPOST_INDEX

Serves a small feed of 1.0 on a free port of 127.0.0.1.
"""

import http.server
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse

PROGRAM = sys.argv.pop(1)
SERVICES = 30


def identity(number, part="a"):
    return "%s0000000-0000-4000-8000-%012d" % (part, number)


def service(number):
    return {"id": identity(number), "name": "Tea and talk %d" % number, "description": "Tea.",
            "status": "active", "assured_date": "2026-11-01", "attending_type": "online",
            "organization": {"id": identity(0, "b"), "name": "Halls", "description": "Runs halls."}}


class Feed(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # head and body in one packet, or the client waits for the second

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        server = self.server
        server.asked.append(self.path)
        if server.kill_at and len(server.asked) == server.kill_at:
            os.kill(server.victim.pid, signal.SIGKILL)
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        status, body = self.answer(url.path, query)
        data = json.dumps(body).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        except OSError:
            pass  # the client was killed

    def answer(self, path, query):
        everything = [service(number) for number in range(1, self.server.services + 1)]
        if path == "/services":
            rows = [row for row in everything if query.get("text", "") in row["name"]]
            size = int(query.get("per_page", 50))
            page = int(query.get("page", 1))
            pages = max(1, -(-len(rows) // size))
            part = rows[(page - 1) * size:page * size]
            if self.server.fault:
                part = [dict(row, status=self.server.fault) for row in part]
            return 200, {"totalElements": len(rows), "totalPages": pages, "number": page,
                         "size": len(part), "first": page == 1, "last": page >= pages,
                         "content": part}
        for row in everything:
            if path == "/services/" + row["id"]:
                return 200, dict(row, status=self.server.fault or row["status"])
        return 404, {"detail": "nothing here"}


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        pass  # a client that was killed


class Program(unittest.TestCase):
    def setUp(self):
        self.server = Server(("127.0.0.1", 0), Feed)
        self.server.asked = []
        self.server.kill_at = None
        self.server.victim = None
        self.server.fault = None
        self.server.services = SERVICES
        self.url = "http://127.0.0.1:%d" % self.server.server_port
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        self.folder.cleanup()

    def start(self, *arguments):
        return subprocess.Popen([PROGRAM, "validate", *arguments], text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def run_program(self, *arguments):
        process = self.start(*arguments)
        out, err = process.communicate()
        return process.returncode, out, err

    def feed(self, *arguments):
        return self.run_program(self.url, "--rate", "1000", "--per-page", "10", "--as-of",
                                "2026-11-21", *arguments)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def test_a_clean_feed(self):
        code, out, err = self.feed()
        self.assertEqual((code, err), (0, ""), out)
        self.assertIn("Open Referral UK 1.0: 3 pages, 30 records", out)
        self.assertRegex(out, r"name +30 +30 +0 +0")
        self.assertRegex(out, r"0 errors, 0 warnings, \d+ notes\n$")

    def test_everything_is_looked_at_unless_bounds_are_given(self):
        self.server.services = 60
        self.assertRegex(self.feed()[1], r"60 records, of which 60 with all their parts[^$]*"
                                         r"name +60 +60 +0 +0\n")
        out = self.feed("--details", "5", "--self-tests", "20")[1]
        self.assertIn("60 records, of which 5 with all their parts", out)
        self.assertRegex(out, r"name +60 +\d+ +0 +[1-9]\d*\n")

    def test_errors_and_the_report_as_json(self):
        self.server.fault = "paused"
        code, out, err = self.feed("--format", "json", "--out", self.path("report.json"))
        self.assertEqual((code, out, err), (1, "", ""))
        with open(self.path("report.json")) as file:
            report = json.load(file)
        self.assertEqual(list(report), ["target", "standard", "complete", "file", "counts",
                                        "traffic", "self_tests", "findings"])
        self.assertEqual(report["counts"]["errors"], 30)
        finding = report["findings"][0]
        self.assertEqual((finding["code"], finding["severity"], finding["count"]),
                         ("unknown-word", "error", 30))
        self.assertEqual(finding["fields"], [{"field": "/status", "count": 30}])
        self.assertEqual(len(finding["places"]), 30)
        self.assertEqual(finding["places"][0]["record"], identity(1))
        self.assertIn("temporarily closed", finding["places"][0]["what"])
        again = self.feed("--format", "json")
        counted = re.compile(r'"waited_ms":\d+')
        with open(self.path("report.json")) as file:
            self.assertEqual(counted.sub("", again[1]), counted.sub("", file.read()))

    def test_warnings_count_when_strict(self):
        self.server.fault = "Active"
        self.assertEqual(self.feed()[0], 0)
        self.assertEqual(self.feed("--strict")[0], 1)

    def test_a_wrong_command_line(self):
        for arguments in ([], ["--rate", "no", self.url], ["--details", "many", self.url],
                          ["--format", "xml", self.url], ["--as-of", "today", self.url],
                          ["--unknown", self.url]):
            self.assertEqual(self.run_program(*arguments)[0], 2, arguments)
        self.assertEqual(self.server.asked, [])

    def test_nothing_to_read(self):
        with open(self.path("page.html"), "w") as file:
            file.write("<html></html>")
        # A missing file, a page that is no JSON, an address that is none, a path without a feed.
        for target in (self.path("absent.json"), self.path("page.html"), "http://a b/",
                       self.url + "/elsewhere"):
            code, out, err = self.run_program(target, "--rate", "1000")
            self.assertEqual((code, out), (3, ""), target)
            self.assertRegex(err, r"^waypost-index: .+\n$")

    def test_a_file(self):
        with open(self.path("feed.json"), "w") as file:
            json.dump([service(1), service(2)], file)
        code, out, err = self.run_program(self.path("feed.json"), "--as-of", "2026-11-21")
        self.assertEqual((code, err), (0, ""), out)
        self.assertIn("a file has no filters to ask", out)

    def test_a_killed_run_goes_on(self):
        self.feed("--out", self.path("whole"))
        whole = len(self.server.asked)
        kept = self.path("kept")
        for kill_at in (1, 2, 5, whole // 2, whole - 1):
            if os.path.exists(kept):
                os.remove(kept)
            self.server.asked.clear()
            self.server.kill_at = kill_at
            arguments = ("--rate", "1000", "--per-page", "10", "--as-of", "2026-11-21",
                         "--resume", kept)
            # The feed kills it, so it must be known before it asks: it is stopped until then.
            self.server.victim = subprocess.Popen(
                ["/bin/sh", "-c", 'kill -STOP $$; exec "$@"', "sh", PROGRAM, "validate", self.url,
                 *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            os.waitpid(self.server.victim.pid, os.WUNTRACED)
            os.kill(self.server.victim.pid, signal.SIGCONT)
            self.assertEqual(self.server.victim.wait(), -signal.SIGKILL)
            self.server.kill_at = None
            asked_before = len(self.server.asked)
            code, out, err = self.run_program(self.url, *arguments)
            self.assertEqual((code, err), (0, ""), out)
            asked = len(self.server.asked) - asked_before
            self.assertEqual(asked, whole - (kill_at - 1), "what was answered is not asked again")
            with open(self.path("whole")) as file:
                counts = file.read().splitlines()[-1]
            self.assertEqual(out.splitlines()[-1], counts)


if __name__ == "__main__":
    unittest.main()
