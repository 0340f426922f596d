#include "engine/query/collectors/facet_tally.h"

#include <algorithm>

namespace waypost::query {

void FacetTally::Finish() {
  std::sort(repeated_.begin(), repeated_.end());
  repeated_.erase(std::unique(repeated_.begin(), repeated_.end()), repeated_.end());
  for (std::uint64_t entry : repeated_) Increment(entry >> 32);
  repeated_.clear();
}

}  // namespace waypost::query
