#pragma once

// The seed of a random test: printed by the test, accepted back through WAYPOST_SEED.
//
//   std::mt19937_64 random = MakeRandom();    // prints "seed 20261121 (WAYPOST_SEED changes it)"

#include <cstdint>
#include <random>

namespace waypost::testing {

// The value of WAYPOST_SEED, else a fixed number, so that a plain run is the same everywhere.
// Prints it and notes it in the test's XML report.
std::uint64_t SeedOfThisRun();

inline std::mt19937_64 MakeRandom() { return std::mt19937_64(SeedOfThisRun()); }

// A whole number from `low` to `high`, both included. The same on every standard library, which
// std::uniform_int_distribution is not.
std::int64_t RandomWithin(std::mt19937_64& random, std::int64_t low, std::int64_t high);

}  // namespace waypost::testing
