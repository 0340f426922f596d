#pragma once

// Completes records: what a feed says, made ready to be indexed and nothing invented.
//
//   Complete(directory, options, sink);
//
// * Services are put in order of source and id, and same-id repeats removed: the one modified last
// is
//   kept, of equals the first in the feed. (kRepeatedId)
// * Every service gets its public id. (kSharedId where two sources claim one UUID)
// * A status that is absent is left absent; it counts as active.
// * Ages: a range that is unsound (0 to 0, a maximum of 0 or below the minimum, below 0) is
// removed.
// * Locations without coordinates get the point of their postcode with its precision, or stay
// nowhere.
// * Confidential services: by the feed's flag or the configuration (the record says so), or by
//   their kind. Their places become the centroid of their postcode district, and what tells where
//   they are is removed (confidential.h).
// * Dates in the future are reported (they count as not stated where that matters).
//
// Deterministic: the order in which sources or files were read makes no difference. O(n log n).

#include <string>
#include <vector>

#include "index_builder/record/directory.h"
#include "index_builder/record/problem.h"

namespace waypost::prepare {

struct CompleteOptions {
  // Services of refuge kinds (confidential.h) are confidential unless their source stands below.
  std::vector<std::string> refuge_words = {"refuge", "refuges", "safe house", "safe houses"};
  std::vector<std::string> sources_with_public_refuges;
};

void Complete(record::Directory& directory, const CompleteOptions& options,
              record::ProblemSink& sink);

}  // namespace waypost::prepare
