#pragma once

// Lists of a request whose places belong together, as "day=MO&start_time=10:00&day=TU&start_time=".
// A list of one value holds for all places; an empty place is one without a value.

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "engine/core/status.h"

namespace waypost::oruk {

struct ListLength {
  std::string_view name;
  std::size_t length = 0;
};

// How many places the lists have together. An error, where one has neither no value nor one nor as
// many as the longest: which values belong together cannot be told.
absl::StatusOr<std::size_t> PlacesOf(std::span<const ListLength> lists);

// The value at a place; T() of a list without values. REQUIRES: PlacesOf took the list.
template <typename T>
T ValueAt(const std::vector<T>& values, std::size_t place) {
  if (values.empty()) return T();
  return values.size() == 1 ? values.front() : values[place];
}

}  // namespace waypost::oruk
