#pragma once

// A three-valued fact: yes, no, or not stated. Silence in a feed is never yes and never no.
//
// `Or` and `And` are Kleene's strong connectives, so the order of the operands never matters:
//
//   Or(kYes, kNotStated) == kYes     Or(kNo, kNotStated) == kNotStated
//   And(kNo, kNotStated) == kNo      And(kYes, kNotStated) == kNotStated

#include <algorithm>
#include <cstdint>

namespace waypost {

// The order is part of the definition: `And` is the minimum, `Or` the maximum.
enum class Fact : std::uint8_t { kNo = 0, kNotStated = 1, kYes = 2 };

constexpr Fact Or(Fact a, Fact b) { return std::max(a, b); }
constexpr Fact And(Fact a, Fact b) { return std::min(a, b); }
constexpr Fact FactOf(bool value) { return value ? Fact::kYes : Fact::kNo; }

}  // namespace waypost
