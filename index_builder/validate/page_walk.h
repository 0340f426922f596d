#pragma once

// Reads a list of services page by page to its end, checks pages and records, and reads some or all
// services by their own addresses as well.
//
// One page is held at a time; of each record an id and what questions can be made from remains. It
// ends: at the last page by what pages say, at an empty one, or when pages repeat each other; pages
// that cannot be read are passed over, three in a row end the walk.

#include <vector>

#include "index_builder/validate/feed_address.h"
#include "index_builder/validate/validation.h"

namespace waypost::validate {

struct WalkedFeed {
  std::vector<RecordFacts> facts;  // of every record that has an id
  std::int64_t total = 0;          // as stated, else as counted
};

// Counts and findings go into `validation`. Errors: Unavailable when the first page cannot be read;
// Internal when answers cannot be kept.
absl::StatusOr<WalkedFeed> WalkPages(const FeedAddress& feed, const ValidationOptions& options,
                                     fetch::PoliteClient& client, Validation& validation);

}  // namespace waypost::validate
