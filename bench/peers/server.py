"""Waypost over HTTP: its server on loopback, asked by wrk and over connections held open."""

import http.client
import os
import re
import shutil
import socket
import statistics
import subprocess
import time
from urllib.parse import quote

from peers.measured import EngineFailed

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPT = os.path.join(os.path.dirname(HERE), "questions.lua")
SERVER = "server/main/waypost-server"
ADDRESS = re.compile(r"http://([^:]+):(\d+)")
SAID = re.compile(r"p50 (\d+) us, p99 (\d+) us, (\d+) requests a second, (\d+) not 200")


def missing(build_folder):
    if not shutil.which("wrk"):
        return "wrk is not installed"
    program = os.path.join(build_folder, SERVER)
    return None if os.path.exists(program) else program + " is not built"


class Server:
    """A server of one index with further options, stopped when the block ends:

        with Server(build_folder, index) as server:
            server.load(questions, connections=2, seconds=8)
    """

    def __init__(self, build_folder, index, *options):
        self._command = [os.path.join(build_folder, SERVER), "--index", index, "--port", "0",
                         *options]

    def __enter__(self):
        begun = time.monotonic()
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True)
        found = ADDRESS.search(self._process.stdout.readline())
        if not found:
            self._process.wait()
            raise EngineFailed("the server did not start")
        self.ready_s = time.monotonic() - begun
        self.host, self.port = found.group(1), int(found.group(2))
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait()
        self._process.stdout.close()

    def own_memory(self):
        """Bytes beyond the mapped file."""
        with open("/proc/%d/status" % self._process.pid, encoding="ascii") as file:
            return 1024 * int(re.search(r"RssAnon:\s+(\d+)", file.read()).group(1))

    def load(self, questions, connections, seconds):
        """p50 and p99 in microseconds and requests a second, the questions in turn."""
        run = subprocess.run(
            ["wrk", "-t1", "-c%d" % connections, "-d%ds" % seconds, "-s", SCRIPT,
             "http://%s:%d" % (self.host, self.port)],
            env={**os.environ, "WAYPOST_QUESTIONS": questions}, capture_output=True, text=True,
            check=True)
        p50, p99, rate, refused = map(int, SAID.search(run.stdout).groups())
        if refused:
            raise EngineFailed("%d answers over HTTP were errors" % refused)
        return {"connections": connections, "p50_us": p50, "p99_us": p99, "per_second": rate}

    def load_beside_idle(self, query, idle, requests):
        """Requests in turn on one connection while `idle` others, each used once, stay open."""
        held = []
        try:
            for _ in range(idle):
                held.append(self._used_connection())
            times = self._times(query, requests)
        finally:
            for connection in held:
                connection.close()
        return {"idle": idle, "requests": requests, "p50_us": statistics.median(times),
                "max_us": max(times)}

    def _used_connection(self):
        connection = socket.create_connection((self.host, self.port))
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: waypost\r\n\r\n")
        if not connection.recv(4096).startswith(b"HTTP/1.1 200"):
            raise EngineFailed("a connection that is to stay idle was refused")
        return connection

    def _times(self, query, requests):
        """Microseconds of each. A connection that the server closes is opened anew, and that counts."""
        connection = http.client.HTTPConnection(self.host, self.port)
        path = "/api/search?" + quote(query, safe="=&,+:")
        times = []
        for _ in range(requests):
            begun = time.perf_counter()
            connection.request("GET", path)
            response = connection.getresponse()
            response.read()
            if response.status != 200:
                raise EngineFailed("beside idle connections: %d" % response.status)
            times.append((time.perf_counter() - begun) * 1e6)
        connection.close()
        return times
