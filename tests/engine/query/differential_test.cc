// The engine against the linear scan: the same ids, order, totals, distances, scores and facets,
// over random worlds and random questions.
//
// WAYPOST_SEED repeats a run; WAYPOST_QUERIES asks more or fewer questions.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "tests/engine/query/indexed_engine.h"
#include "tests/oracle/differential.h"
#include "tests/support/random_seed.h"

namespace waypost::oracle {
namespace {

int QueriesFromEnvironment() {
  const char* text = std::getenv("WAYPOST_QUERIES");
  return text == nullptr ? 20'000 : std::atoi(text);
}

TEST(Differential, EngineAgreesWithTheScan) {
  IndexedEngine engine;
  const DifferentialOptions options{.seed = waypost::testing::SeedOfThisRun(),
                                    .queries = QueriesFromEnvironment()};
  const DifferentialOutcome outcome = RunDifferential(engine, options);
  std::cout << outcome.queries << " queries over " << outcome.worlds << " worlds, "
            << outcome.errors << " refused by both, seed " << options.seed << "\n";
  EXPECT_FALSE(outcome.difference) << *outcome.difference;
  EXPECT_GE(engine.answered_by_windows(), outcome.queries / 25);
}

// Thousands of documents in dozens of tiles: circles of several ranges, posting lists cut to them,
// blocks that end inside a range.
TEST(Differential, EngineAgreesWithTheScanInLargeWorlds) {
  IndexedEngine engine;
  const DifferentialOptions options{.seed = waypost::testing::SeedOfThisRun(),
                                    .queries = std::min(QueriesFromEnvironment(), 600),
                                    .world_times = 40,
                                    .shrink = false};
  const DifferentialOutcome outcome = RunDifferential(engine, options);
  std::cout << outcome.queries << " queries over " << outcome.worlds << " large worlds, "
            << outcome.errors << " refused by both, seed " << options.seed << "\n";
  EXPECT_FALSE(outcome.difference) << *outcome.difference;
}

}  // namespace
}  // namespace waypost::oracle
