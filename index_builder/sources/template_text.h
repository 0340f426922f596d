#pragma once

// Texts with columns of a row in them, as mapping files write them.
//
//   "{Library name}, {Local authority}"    both columns with ", " between
//   "{name}[ ({town})]"                    the part in brackets only when every column in it says
//   something "esdServiceType:437"                   a constant
//   "{2}"                                  the second column of a file without a header
//   "{{ [[ ]] }}"                          the characters { [ ] } themselves
//
// A text whose columns outside of brackets are all empty in a row is empty itself, constants and
// all: "Tel. {phone}" is "" without a phone. A text without columns outside of brackets always says
// something.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/sources/csv_row.h"

namespace waypost::sources {

class TemplateText {
 public:
  // InvalidArgument with the position and what to do: a bracket that is not closed, nested
  // brackets, a column without a name.
  static absl::StatusOr<TemplateText> Parse(std::string_view text);
  static constexpr std::size_t kMaxBytes = 8192;

  // Finds the columns. Without a header, names are numbers from 1 (at most kMaxColumnNumber).
  // InvalidArgument naming the column that is not there, and the nearest one.
  absl::Status Bind(const CsvHeader& header, bool has_header);
  static constexpr std::size_t kMaxColumnNumber = 1000;

  // REQUIRES: Bind succeeded, or there are no columns.
  std::string Fill(const CsvRow& row) const;

  bool is_constant() const { return columns_ == 0; }

 private:
  enum class PartKind { kText, kColumn };
  struct Part {
    PartKind kind = PartKind::kText;
    std::string text;        // the constant, or the name of the column
    std::size_t column = 0;  // after Bind
    int optional_group = 0;  // 0: always there
  };

  struct Parser;
  std::vector<Part> parts_;
  std::size_t columns_ = 0;
};

// The column called `name`, or by number (from 1) when there is no header. The message of the error
// names the columns there are.
absl::StatusOr<std::size_t> FindColumn(std::string_view name, const CsvHeader& header,
                                       bool has_header);

}  // namespace waypost::sources
