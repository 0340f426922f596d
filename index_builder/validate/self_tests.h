#pragma once

// The five self-tests: every service must be found by its own name, ages, postcode, term and hours.
//
// First each filter is asked a question that a known service does not meet: a server that answers
// it with everything has no such filter, and the tests would prove nothing. Equal questions are
// asked once, for all services that share them. When the requests do not suffice for all, questions
// are chosen evenly over the feed and the five tests.

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "index_builder/validate/facet_question.h"
#include "index_builder/validate/finding_list.h"
#include "index_builder/validate/question.h"

namespace waypost::validate {

struct FacetOutcome {
  std::uint64_t records = 0;  // that have the fact
  std::uint64_t found = 0;
  std::uint64_t not_found = 0;
  std::uint64_t untested = 0;
  std::string why;  // why none was tested; "" otherwise
};

using SelfTestOutcome = std::array<FacetOutcome, kFacets.size()>;

struct SelfTestOptions {
  Standard standard = Standard::kV1;
  std::optional<std::uint64_t> most_requests;  // nullopt: as many as it takes
  std::int64_t per_page = 100;
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;  // of questions
};

// `list` is the address of the services, `total` how many there are without a filter.
// Errors: Internal when answers cannot be kept.
absl::StatusOr<SelfTestOutcome> RunSelfTests(const std::vector<RecordFacts>& records,
                                             const fetch::Url& list, std::int64_t total,
                                             const SelfTestOptions& options,
                                             fetch::PoliteClient& client, FindingList& findings);

}  // namespace waypost::validate
