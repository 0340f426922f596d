#pragma once

// Which delimiter a text file uses: comma, semicolon or tab.
//
//   SniffCsvDialect("name;address\nA;\"1, High Street\"\n")   delimiter ';', preamble 0
//   SniffCsvDialect("sep=;\r\nname;address\r\n")              delimiter ';', preamble 7
//
// The delimiter is the one that cuts the first record (quotes respected) into the most fields; a
// comma when none occurs. `preamble` is the length of the "sep=" line that one spreadsheet program
// writes, which is no record. O(length of the first record).

#include <cstddef>
#include <string_view>

namespace waypost::sources {

struct CsvDialect {
  char delimiter = ',';
  std::size_t preamble = 0;
  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

CsvDialect SniffCsvDialect(std::string_view beginning);

}  // namespace waypost::sources
