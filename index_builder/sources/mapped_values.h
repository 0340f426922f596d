#pragma once

// The values of one section of a mapping in one row of the file.
//
//   const MappedValues service(mapping.service, row, report);
//   std::string name = record::TextLine(report, "service", "name", service["name"]);
//
// Words that a table of words (`map`) does not have are reported as kUnknownWord and read as "".
// Borrows everything: for use within one row.

#include <string>
#include <string_view>

#include "index_builder/record/field_report.h"
#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/mapping.h"

namespace waypost::sources {

class MappedValues {
 public:
  MappedValues(const MappedSection& section, const CsvRow& row, const record::FieldReport& report)
      : section_(section), row_(row), report_(report) {}

  // Trimmed; "" when the mapping has no such key or the row has nothing there.
  std::string operator[](std::string_view key) const;

 private:
  const MappedSection& section_;
  const CsvRow& row_;
  const record::FieldReport& report_;
};

}  // namespace waypost::sources
