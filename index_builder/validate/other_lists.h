#pragma once

// The lists of a feed beside its services: taxonomies, terms, services at locations. The standard
// expects them, and only the services decide whether a feed passes: so their faults are warnings.

#include "index_builder/validate/feed_address.h"
#include "index_builder/validate/validation.h"

namespace waypost::validate {

// Reads the first, a middle and the last page of each list, and a few of its rows by their own
// addresses. At most six requests a list. Errors: Internal when answers cannot be kept.
absl::Status CheckOtherLists(const FeedAddress& feed, std::int64_t per_page,
                             fetch::PoliteClient& client, FindingList& findings);

}  // namespace waypost::validate
