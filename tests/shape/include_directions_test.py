#!/usr/bin/env python3
"""That include_directions.py finds what it is for: each test hands it one fault."""

import os
import sys
import unittest

from include_directions import Include, allowed_edges, cycle_in, errors, libraries

ARCHITECTURE = """
## Which folder may include which?

| Folder | May include |
|---|---|
| `engine/core` | |
| `engine/text` | `engine/core` |
| `engine/query` | `engine/core` `engine/text` |
| `tests/oracle` | `engine/core` `engine/query/query.h` |

## Which folder uses which library?

| Library | Headers | Folders |
|---|---|---|
| Xapian | `xapian.h` | `engine/text` |
| Boost | `boost/` | `engine/core` |
| Boost.UUID | `boost/uuid/` | `engine/query` |
| the system | `unistd.h` | `everywhere` |

## What else?
"""


def found(path, name, architecture=ARCHITECTURE):
    return errors(architecture, [Include(path, 7, name)])


class IncludeDirections(unittest.TestCase):
    def test_an_allowed_edge_passes(self):
        self.assertEqual(found("engine/query/filters/a.cc", "engine/text/b.h"), [])
        self.assertEqual(found("engine/query/filters/a.cc", "engine/query/b.h"), [])

    def test_a_forbidden_edge_is_found(self):
        self.assertEqual(found("engine/text/a.cc", "engine/query/b.h"),
                         ["engine/text/a.cc:7: engine/text must not include engine/query"])

    def test_an_unknown_folder_is_found(self):
        self.assertEqual(len(found("engine/new/a.cc", "engine/core/b.h")), 1)

    def test_a_single_header_can_be_allowed(self):
        self.assertEqual(found("tests/oracle/a.cc", "engine/query/query.h"), [])
        self.assertEqual(len(found("tests/oracle/a.cc", "engine/query/plan.h")), 1)

    def test_other_tests_may_include_all(self):
        self.assertEqual(found("tests/engine/text/a.cc", "engine/query/plan.h"), [])

    def test_a_cycle_in_the_table_is_found(self):
        row = "| `engine/core` | |"
        cyclic = ARCHITECTURE.replace(row, "| `engine/core` | `engine/query` |")
        self.assertIn("allows a cycle", "".join(errors(cyclic, [])))

    def test_a_library_outside_its_folder_is_found(self):
        self.assertEqual(found("engine/text/a.cc", "xapian.h"), [])
        self.assertEqual(len(found("engine/query/a.cc", "xapian.h")), 1)
        self.assertEqual(len(found("tests/engine/query/a.cc", "xapian.h")), 1)

    def test_a_test_may_use_the_library_of_what_it_tests(self):
        self.assertEqual(found("tests/engine/text/a.cc", "xapian.h"), [])

    def test_an_unlisted_library_is_found(self):
        self.assertEqual(len(found("engine/core/a.cc", "curl/curl.h")), 1)

    def test_the_longest_prefix_decides(self):
        self.assertEqual(found("engine/query/a.cc", "boost/uuid/uuid.hpp"), [])
        self.assertEqual(len(found("engine/core/a.cc", "boost/uuid/uuid.hpp")), 1)

    def test_the_system_may_be_used_everywhere(self):
        self.assertEqual(found("engine/query/a.cc", "unistd.h"), [])
        self.assertEqual(found("engine/query/a.cc", "string_view"), [])


class Architecture(unittest.TestCase):
    """The tables of the project, read as the check reads them."""

    def setUp(self):
        with open(os.path.join(ROOT, "ARCHITECTURE.md"), encoding="utf-8") as text:
            self.text = text.read()

    def test_tables_are_read(self):
        edges = allowed_edges(self.text)
        self.assertEqual(edges["engine/core"], set())
        self.assertGreater(len(edges), 15)
        self.assertIsNone(cycle_in(edges))
        self.assertIn(["engine/text"], [row.folders for row in libraries(self.text)])

    def test_an_edge_upwards_would_be_found(self):
        self.assertEqual(len(found("engine/core/a.h", "engine/query/query.h", self.text)), 1)
        self.assertEqual(len(found("engine/query/a.cc", "server/transport/http.h", self.text)), 1)
        self.assertEqual(len(found("engine/query/a.cc", "httplib.h", self.text)), 1)
        self.assertEqual(len(found("tests/oracle/scan.cc", "engine/index/index.h", self.text)), 1)


if __name__ == "__main__":
    ROOT = sys.argv.pop(1)
    unittest.main()
