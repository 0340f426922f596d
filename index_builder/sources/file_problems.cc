#include "index_builder/sources/file_problems.h"

#include <filesystem>

#include "index_builder/record/field_report.h"

namespace waypost::sources {

void FileProblems::Check(const CsvReader& reader, const CsvRow& row) {
  const CsvEncodings& seen = reader.encodings_seen();
  if (seen.windows_1252_line != 0 && !windows_1252_told_) {
    windows_1252_told_ = true;
    Report(record::ProblemKind::kNotUtf8, reader, seen.windows_1252_line, "",
           "this and later values that are not UTF-8 were read as Windows-1252");
  }
  if (seen.broken_utf8_line != 0 && !broken_utf8_told_) {
    broken_utf8_told_ = true;
    Report(record::ProblemKind::kNotUtf8, reader, seen.broken_utf8_line, "",
           "broken letters of this and later values became U+FFFD");
  }
  const std::string_view surplus = reader.Surplus(row);
  if (!surplus.empty()) {
    Report(record::ProblemKind::kRaggedRow, reader, row.line(), surplus,
           "fields beyond the columns of the header left out");
  }
}

void FileProblems::Report(record::ProblemKind kind, const CsvReader& reader, std::uint64_t line,
                          std::string_view value, std::string_view outcome) {
  record::Problem problem;
  problem.kind = kind;
  problem.source = source_;
  problem.entity = entity_;
  // Only the last part of the path: a report must not depend on the folder the build ran in.
  problem.field = std::filesystem::path(reader.stream().name()).filename().string() + " line " +
                  std::to_string(line);
  problem.value = record::ProblemValue(value);
  problem.outcome = outcome;
  sink_.Report(std::move(problem));
}

}  // namespace waypost::sources
