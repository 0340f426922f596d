#pragma once

// A mapping file: which columns of a CSV file become which parts of a service. The file format,
// with every key, is documented in data/mappings/README.md.
//
//   ASSIGN_OR_RETURN(Mapping mapping, Mapping::Read("data/mappings/libraries-uk.toml"));
//   RETURN_IF_ERROR(mapping.Bind(reader.header()));
//   std::string name = mapping.service.Fill("name", row, unknown);
//
// Errors are InvalidArgument with file, line and key: unknown keys (with the nearest known one),
// values of the wrong type, templates that do not parse, columns that the CSV file does not have.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/sources/csv_reader.h"
#include "index_builder/sources/template_text.h"
#include "index_builder/sources/toml_table.h"

namespace waypost::sources {

// The value of one key: the first of several texts that says something in this row, perhaps put
// through a table of words. (For `location.address` the texts are the lines, not alternatives.)
struct MappedValue {
  std::vector<TemplateText> texts;
  // Published word (trimmed, in lower case) to value; empty: values pass as they are.
  std::map<std::string, std::string> words;
  std::optional<std::string> otherwise;  // for words outside of the table
  bool first_line = false;               // of a cell with several lines, only the first
  std::string where;                     // "file:line: key", for messages

  // `unknown` is set to a published word that the table does not have (and the result is "").
  std::string Fill(const CsvRow& row, std::string& unknown) const;
};

// One table of the mapping: [service], one [[phone]], ...
struct MappedSection {
  std::string name;
  std::map<std::string, MappedValue, std::less<>> values;

  bool Has(std::string_view key) const { return values.find(key) != values.end(); }
  const MappedValue* Find(std::string_view key) const;
};

enum class SkipTest : std::uint8_t { kEmpty, kNotEmpty, kIs, kIsNot };

// Rows that fulfil it are no records.
struct SkipRule {
  std::string name;  // for the report: "closed"
  std::string column_name;
  std::size_t column = 0;  // after Bind
  SkipTest test = SkipTest::kEmpty;
  std::vector<std::string> values;
  std::string where;

  bool Holds(const CsvRow& row) const;
};

enum class OpeningForm : std::uint8_t { kDays, kText, kRule };

// One [[opening]]: a column for each day, a column of free text, or columns of a recurrence rule.
struct MappedOpening {
  OpeningForm form = OpeningForm::kText;
  MappedSection section;
};

enum class RepeatedIds : std::uint8_t { kKeep, kNumber };

struct Mapping {
  static absl::StatusOr<Mapping> Read(const std::string& path);
  // The text of a mapping as if it were the file `path`.
  static absl::StatusOr<Mapping> Parse(const std::string& path, std::string_view toml);
  static absl::StatusOr<Mapping> FromToml(const TomlTable& root);

  // Finds every column that the mapping names.
  absl::Status Bind(const CsvHeader& header);

  CsvOptions file;
  std::vector<SkipRule> skips;
  MappedValue id;
  RepeatedIds repeats = RepeatedIds::kKeep;
  MappedSection service, organisation, location, ages;
  std::vector<MappedSection> terms, phones, contacts, costs, areas, eligibilities;
  std::vector<MappedOpening> openings;
};

}  // namespace waypost::sources
