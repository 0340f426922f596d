#!/usr/bin/env python3
"""That headers_alone.py finds a header that leans on another and headers_listed.py one that is in no
list, on a tree made for them."""

import contextlib
import io
import json
import os
import tempfile
import unittest

import headers_alone
import headers_listed

FILES = {
    "engine/core/sound.h": "#pragma once\n#include <string>\nstd::string Sound();\n",
    "engine/core/leaning.h": "#pragma once\nstd::string Leaning();\n",
    "engine/core/proven.h": "#pragma once\n#include <string>\nstd::string Proven();\n",
    "engine/core/proven.cc": '#include "engine/core/proven.h"\n',
}


class Headers(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        for name, text in FILES.items():
            self.write(name, text)
        source = os.path.join(self.root, "engine/core/proven.cc")
        command = "g++ -I%s -std=c++20 -o proven.o -c %s" % (self.root, source)
        self.write("compile_commands.json", json.dumps([{"file": source, "command": command}]))

    def write(self, name, text):
        path = os.path.join(self.root, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def output_of(self, check, *arguments):
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            code = check.main(*arguments)
        return code, output.getvalue()

    def run_check(self):
        return self.output_of(headers_alone, self.root, self.root)

    def test_a_header_that_leans_on_another_is_found(self):
        code, output = self.run_check()
        self.assertEqual(code, 1)
        self.assertIn("engine/core/leaning.h does not compile alone", output)
        self.assertIn("3 headers, 2 of them compiled here, 1 errors", output)

    def test_sound_headers_pass(self):
        os.remove(os.path.join(self.root, "engine/core/leaning.h"))
        self.assertEqual(self.run_check()[0], 0)

    def test_a_header_in_no_list_is_found(self):
        listed = [name for name in FILES if name.endswith(".h") and name != "engine/core/sound.h"]
        self.write("headers.txt", "".join(os.path.join(self.root, name) + "\n" for name in listed))
        code, output = self.output_of(headers_listed, self.root, os.path.join(self.root, "headers.txt"))
        self.assertEqual(code, 1)
        self.assertIn("engine/core/sound.h is listed in no CMakeLists.txt", output)
        self.assertIn("3 headers, 1 of them unlisted", output)

    def test_a_source_that_includes_something_before_proves_nothing(self):
        os.remove(os.path.join(self.root, "engine/core/leaning.h"))
        self.write("engine/core/proven.cc", '#include <string>\n#include "engine/core/proven.h"\n')
        self.assertIn("2 headers, 2 of them", self.run_check()[1])


if __name__ == "__main__":
    unittest.main()
