#pragma once

// Compares an engine with the scan over random worlds, and makes a small report of the first
// difference.
//
//   DifferentialOptions options{.seed = 20261121, .queries = 20'000};
//   const DifferentialOutcome outcome = RunDifferential(engine, options);
//   EXPECT_FALSE(outcome.difference) << *outcome.difference;

#include <cstdint>
#include <optional>
#include <string>

#include "tests/oracle/engine_under_test.h"

namespace waypost::oracle {

struct DifferentialOptions {
  std::uint64_t seed = 0;
  int queries = 20'000;
  int queries_per_world = 100;
  // Worlds so many times larger than the usual ones (world.h): those fit into a tile or two, and
  // engines look at all of a few documents, so posting lists and circles hardly matter in them.
  int world_times = 1;
  // Makes the reported world and query small; costs an index for each service tried.
  bool shrink = true;
};

struct DifferentialOutcome {
  int queries = 0;  // asked, the differing one included
  int errors = 0;   // of those, refused by both
  int worlds = 0;
  std::optional<std::string> difference;  // a report for people
};

// Stops at the first difference.
DifferentialOutcome RunDifferential(EngineUnderTest& engine, const DifferentialOptions& options);

// The first thing in which the engine's reply is not the scan's, "" when they agree. Two errors
// agree.
std::string CompareReplies(const absl::StatusOr<Answer>& expected,
                           const absl::StatusOr<Answer>& actual);

}  // namespace waypost::oracle
