#pragma once

// Small tables: CSV whose first lines may be comments, and fields by column name.
//
//   # Contains OS data (c) Crown copyright and database right 2025
//   kind,code,name
//   authority,E06000023,Bristol
//
//   ASSIGN_OR_RETURN(auto reader, OpenCommentedCsv(std::move(stream)));
//   CsvRow row;
//   ... NamedRow(reader->header(), row)["code"] ...

#include <memory>
#include <string>
#include <string_view>

#include "engine/core/status.h"
#include "index_builder/sources/csv_reader.h"
#include "index_builder/sources/input_stream.h"

namespace waypost::sources {

// A reader with a header that skips lines in front of it that begin with '#'. Line numbers in
// messages count them. Only a file that begins with a comment is held in memory.
absl::StatusOr<std::unique_ptr<CsvReader>> OpenCommentedCsv(std::unique_ptr<InputStream> stream);

// The fields of one row by name, trimmed; "" for a column that the table does not have. Looks the
// name up in the header each time: for tables of thousands of rows, not millions. Borrows both.
class NamedRow {
 public:
  NamedRow(const CsvHeader& header, const CsvRow& row) : header_(header), row_(row) {}
  std::string operator[](std::string_view column) const;

 private:
  const CsvHeader& header_;
  const CsvRow& row_;
};

}  // namespace waypost::sources
