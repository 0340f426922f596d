#pragma once

// How many bits two bit sets have in common.
//
//   const std::array<std::uint64_t, 1> a = {0b1011}, b = {0b0110};
//   CountCommon(a, b)        // 1
//   CountCommon(a, a)        // 3: how many it has
//
// By the popcnt instruction where the processor has it, chosen once at run time; the plain version
// sums in pairs, fours and bytes side by side (Warren, Hacker's Delight, figure 5-2). Both give the
// same. O(words).

#include <cstdint>
#include <span>

namespace waypost {

// REQUIRES: `b` is at least as long as `a`; what it has beyond does not count.
std::uint64_t CountCommon(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

// The plain version, kept as the oracle of the fast one.
std::uint64_t CountCommonPlainly(std::span<const std::uint64_t> a,
                                 std::span<const std::uint64_t> b);

}  // namespace waypost
