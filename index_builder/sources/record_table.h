#pragma once

// A table held in memory: every cell in one buffer, so a table costs the bytes of its text and four
// bytes a cell.
//
//   RecordTable services;
//   const auto placement = services.AddColumns(reader.header());
//   services.Append(row, placement);
//   services.row(0)["organization_id"]
//
// Cells of columns called "id" or "..._id" are one line of safe text (record/safe_text.h), so that
// they can be shown and join all the same. Column names are compared apart from case and
// punctuation. Views live as long as the table and until the next Append. At most 4 billion rows.
// Reading is safe from several threads, writing is not.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index_builder/sources/csv_row.h"

namespace waypost::sources {

class RecordTable;

// A row, by reference. Cells that the table does not have are "".
class TableRow {
 public:
  TableRow(const RecordTable& table, std::uint32_t index) : table_(&table), index_(index) {}

  // Trimmed. O(log columns).
  std::string_view operator[](std::string_view column) const;
  // The first of two columns that says something: two spellings of one thing.
  std::string_view Either(std::string_view column, std::string_view other) const;
  std::uint32_t index() const { return index_; }
  const RecordTable& table() const { return *table_; }
  // The row as one line of CSV with a name to each value: "id=1,name=Cafe".
  std::string ToText() const;

 private:
  const RecordTable* table_;
  std::uint32_t index_;
};

class RecordTable {
 public:
  // Where each column of a file goes; columns the table does not have yet are added.
  std::vector<std::size_t> AddColumns(const CsvHeader& header);
  // REQUIRES: `placement` came from AddColumns.
  void Append(const CsvRow& row, const std::vector<std::size_t>& placement);

  // True when the cells of row `earlier` are those of `row`, as far as `row` states any.
  // REQUIRES: `placement` came from AddColumns.
  bool Says(std::uint32_t earlier, const CsvRow& row,
            const std::vector<std::size_t>& placement) const;

  std::size_t size() const { return row_starts_.size(); }
  TableRow row(std::size_t index) const { return {*this, static_cast<std::uint32_t>(index)}; }
  std::string_view Cell(std::uint32_t row, std::size_t column) const;
  // `name` in lower case with underscores: "organization_id".
  std::optional<std::size_t> Column(std::string_view name) const;
  bool Has(std::string_view name) const { return Column(name).has_value(); }
  // Column names in lower case with underscores to their places, in byte order.
  const std::map<std::string, std::size_t, std::less<>>& columns() const { return columns_; }
  // As in the files, in their order.
  const std::vector<std::string>& column_names() const { return names_; }

 private:
  std::string text_;
  std::vector<std::uint64_t> row_starts_;       // into text_
  std::vector<std::uint64_t> row_first_cells_;  // into cell_ends_
  std::vector<std::uint32_t> cell_ends_;        // from the start of the row
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::string> names_;
  std::vector<bool> is_id_;  // by column
};

// Rows of a table by the value of one column, or of two: O(log rows) to find, 4 bytes a row. The
// table must not change meanwhile.
class TableIndex {
 public:
  // Rows in which both values are empty are left out. `second` "": by one column.
  TableIndex(const RecordTable& table, std::string_view column, std::string_view second = "");

  // At most `limit` rows, in the order of the table; none when the keys are empty. O(log rows +
  // found).
  std::vector<TableRow> Find(std::string_view key, std::string_view second_key,
                             std::size_t limit) const;
  std::vector<TableRow> Find(std::string_view key) const { return Find(key, "", SIZE_MAX); }
  std::optional<TableRow> First(std::string_view key) const;

 private:
  using Key = std::pair<std::string_view, std::string_view>;
  Key KeyOf(std::uint32_t row) const;

  const RecordTable* table_;
  std::optional<std::size_t> column_;
  std::optional<std::size_t> second_;
  std::vector<std::uint32_t> rows_;  // by key, then by row
};

}  // namespace waypost::sources
