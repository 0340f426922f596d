#include "engine/query/collectors/service_totals.h"

#include <algorithm>

namespace waypost::query {

void ServiceTotals::Finish() {
  // A service's certain documents sort before its possible ones.
  std::sort(repeated_.begin(), repeated_.end());
  std::uint64_t previous = UINT64_MAX;
  for (std::uint64_t entry : repeated_) {
    if (entry / 2 == previous) continue;
    previous = entry / 2;
    ++total_;
    total_certain_ += (entry & 1U) == 0 ? 1U : 0U;
  }
  repeated_.clear();
}

}  // namespace waypost::query
