#pragma once

// Pages of rows, as each dialect wraps them.

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "engine/core/status.h"
#include "server/oruk/asked.h"
#include "server/oruk/optional_json.h"
#include "server/oruk/organization_json.h"

namespace waypost::oruk {

// What a list has to say for one page.
struct Rows {
  std::uint64_t total = 0;
  std::size_t count = 0;  // on this page
  // Writes the members of a row of this page.
  std::function<absl::Status(std::size_t, JsonText&)> write;
};

// The part of a list of `total` that is on the page.
struct PagePart {
  std::size_t first = 0;
  std::size_t count = 0;
};
PagePart PartOf(const Paging& paging, std::size_t total);

// The rows of that page of values held in memory, each written by `write(value, json)`.
template <typename T, typename Write>
Rows CutRows(const Paging& paging, std::vector<T> values, Write write) {
  const PagePart part = PartOf(paging, values.size());
  const std::size_t total = values.size();
  return {.total = total,
          .count = part.count,
          .write = [values = std::move(values), first = part.first, write = std::move(write)](
                       std::size_t i, JsonText& json) { return write(values[first + i], json); }};
}

// Errors: those of the rows.
absl::StatusOr<std::string> WritePage(Dialect dialect, const Paging& paging, const Rows& rows);

// The rows alone, as a JSON array.
absl::StatusOr<std::string> WriteArray(const Rows& rows);

// Rows [first, last), one a line.
absl::StatusOr<std::string> WriteLines(const Rows& rows, std::size_t first, std::size_t last);

}  // namespace waypost::oruk
