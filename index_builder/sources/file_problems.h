#pragma once

// What is wrong with a delimited file as such, told once per file: its encoding, and rows with more
// fields than the header has columns.

#include <cstdint>
#include <string>
#include <string_view>

#include "index_builder/record/problem.h"
#include "index_builder/sources/csv_reader.h"

namespace waypost::sources {

class FileProblems {
 public:
  // `source` is the id of the source, `entity` what a row is ("service", "phones").
  FileProblems(record::ProblemSink& sink, std::string source, std::string entity)
      : sink_(sink), source_(std::move(source)), entity_(std::move(entity)) {}

  // Call after each row that `reader` gave. Encoding problems are reported at their first row; a
  // row with surplus fields each time.
  void Check(const CsvReader& reader, const CsvRow& row);

  // A problem of one row.
  void ReportRow(record::ProblemKind kind, const CsvReader& reader, const CsvRow& row,
                 std::string_view value, std::string_view outcome) {
    Report(kind, reader, row.line(), value, outcome);
  }

 private:
  void Report(record::ProblemKind kind, const CsvReader& reader, std::uint64_t line,
              std::string_view value, std::string_view outcome);

  record::ProblemSink& sink_;
  std::string source_;
  std::string entity_;
  bool windows_1252_told_ = false;
  bool broken_utf8_told_ = false;
};

}  // namespace waypost::sources
