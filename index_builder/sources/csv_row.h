#pragma once

// One row of a delimited text file, and the names of its columns.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::sources {

// The fields of one row, in one buffer that is reused from row to row: views from operator[] are
// valid until the row is read into again.
class CsvRow {
 public:
  // The field, "" beyond the end of the row: a short row has empty fields at its end.
  std::string_view operator[](std::size_t column) const {
    if (column >= ends_.size()) return {};
    const std::size_t begin = column == 0 ? 0 : ends_[column - 1];
    return std::string_view(text_).substr(begin, ends_[column] - begin);
  }
  std::size_t size() const { return ends_.size(); }
  // Where the row begins in its file, from 1.
  std::uint64_t line() const { return line_; }
  // True when every field is empty ("" or ",,,").
  bool blank() const { return text_.empty(); }

  // All fields, one after another without anything between.
  std::string_view text() const { return text_; }

  // The row as one line of CSV, for reports of rejected rows.
  std::string ToCsv() const;

  void Clear(std::uint64_t line);
  void Append(std::string_view field);

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
  std::uint64_t line_ = 0;
};

// Column names, trimmed.
class CsvHeader {
 public:
  CsvHeader() = default;
  explicit CsvHeader(std::vector<std::string> names) : names_(std::move(names)) {}

  // The column called exactly `name`; else the first one that is equal apart from case and
  // punctuation ("Local authority", "local_authority"). O(columns): look columns up once per file.
  std::optional<std::size_t> Find(std::string_view name) const;

  const std::vector<std::string>& names() const { return names_; }
  // The names as a list for messages: "id", "name", "postcode" (the first 60).
  std::string Quoted() const;

 private:
  std::vector<std::string> names_;
};

}  // namespace waypost::sources
