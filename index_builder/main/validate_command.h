#pragma once

// waypost-index validate: what a feed does wrong, said to its publisher.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/core/date.h"

namespace waypost::builder {

// The options as given on the command line.
struct ValidateArguments {
  std::string target;  // an address or a path
  std::string format = "text";
  std::string out;     // "" is standard output
  std::string resume;  // a file that keeps answers; "" keeps none
  std::string standard;
  std::string certificates;
  std::string as_of;  // "" is today
  std::string details = "all";
  std::string self_tests = "all";
  std::int64_t per_page = 100;
  double rate = 2;
  std::int64_t timeout = 30;
  bool strict = false;
};

// Exit codes of this command alone: scripts of publishers tell findings from an unreachable feed.
inline constexpr int kFeedClean = 0;
inline constexpr int kFeedFaulty = 1;
inline constexpr int kValidateMisused = 2;
inline constexpr int kFeedUnreadable = 3;

// Validates, writes the report, returns the exit code; what went wrong is on standard error.
int Validate(const ValidateArguments& arguments);

}  // namespace waypost::builder
