#pragma once

// Slips of the fingers. Pure; O(letters).

#include <cstddef>
#include <string_view>

namespace waypost::ask {

// Words shorter than this are too like one another.
inline constexpr std::size_t kShortestSlip = 5;

// True when exactly one edit makes one word of the other: a letter more, less, other, or two
// swapped.
bool IsOneSlip(std::string_view a, std::string_view b);

}  // namespace waypost::ask
