#pragma once

// What joining tables may multiply.

#include <cstddef>

namespace waypost::sources {

// How many rows of one table that hang on a location, an organisation or another thing that many
// services share are read for each of these services: without a bound, a small input could multiply
// into hours of reading.
inline constexpr std::size_t kMaxSharedRows = 256;

}  // namespace waypost::sources
