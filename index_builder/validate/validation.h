#pragma once

// What a validation is told and what comes out of it, of an address or of a file.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/core/date.h"
#include "index_builder/fetch/polite_client.h"
#include "index_builder/validate/finding_list.h"
#include "index_builder/validate/self_tests.h"

namespace waypost::validate {

// Called now and then: what is being done, how much is done, and of how much (0: not known).
using ProgressReport =
    std::function<void(std::string_view what, std::uint64_t done, std::uint64_t total)>;

struct ValidationOptions {
  std::optional<Standard> standard;  // nullopt: by what the feed looks like
  Date today;
  std::int64_t per_page = 100;
  std::optional<std::uint64_t> details;     // nullopt: of all records
  std::optional<std::uint64_t> self_tests;  // requests; nullopt: as many as it takes
  ProgressReport progress;
};

struct Validation {
  std::string target;  // as given
  Standard standard = Standard::kV3;
  bool is_file = false;
  bool is_complete = true;  // every page was read
  std::uint64_t pages = 0;
  std::uint64_t records = 0;
  std::uint64_t full_records = 0;             // read with all their parts
  std::optional<SelfTestOutcome> self_tests;  // of an address
  fetch::Traffic traffic;
  FindingList findings;
};

}  // namespace waypost::validate
