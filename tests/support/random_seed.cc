#include "tests/support/random_seed.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <string>

namespace waypost::testing {

std::uint64_t SeedOfThisRun() {
  std::uint64_t seed = 20261121;
  if (const char* text = std::getenv("WAYPOST_SEED")) seed = std::strtoull(text, nullptr, 10);
  std::cout << "seed " << seed << " (WAYPOST_SEED changes it)\n";
  ::testing::Test::RecordProperty("seed", std::to_string(seed));
  return seed;
}

std::int64_t RandomWithin(std::mt19937_64& random, std::int64_t low, std::int64_t high) {
  const std::uint64_t range =
      static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
  // The slight favour for small numbers of a plain remainder does not matter to a test.
  const std::uint64_t offset = range == 0 ? random() : random() % range;
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + offset);
}

}  // namespace waypost::testing
