#pragma once

// Where the services of a feed are, from any address that people have of it: its root, its list of
// services with or without parameters, or a single service.

#include <optional>

#include "index_builder/fetch/polite_client.h"
#include "index_builder/validate/finding_list.h"

namespace waypost::validate {

struct FeedAddress {
  Standard standard = Standard::kV3;
  fetch::Url list;  // of the services; of a single service its own address
  bool is_single = false;
};

// Findings: of the root document, which 3.0 demands.
// Errors: Unavailable when nothing there is Open Referral UK, with what was seen instead; those of
// the client.
absl::StatusOr<FeedAddress> FindFeed(const fetch::Url& url, std::optional<Standard> given,
                                     fetch::PoliteClient& client, FindingList& findings);

}  // namespace waypost::validate
