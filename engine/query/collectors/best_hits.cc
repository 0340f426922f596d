#include "engine/query/collectors/best_hits.h"

#include <algorithm>
#include <unordered_set>

namespace waypost::query {

BestHits::BestHits(std::size_t wanted) : wanted_(wanted), capacity_(wanted * 4 + 256) {}

void BestHits::Shrink() {
  std::sort(buffer_.begin(), buffer_.end());
  std::unordered_set<ServiceOrdinal> seen;
  seen.reserve(wanted_);
  std::size_t kept = 0;
  for (const SortKey& key : buffer_) {
    if (kept == wanted_) break;
    if (seen.insert(key.service).second) buffer_[kept++] = key;
  }
  buffer_.resize(kept);
  if (kept == wanted_ && kept > 0) {
    has_limit_ = true;
    limit_ = buffer_.back();
  }
}

std::vector<SortKey> BestHits::Take() {
  Shrink();
  return std::move(buffer_);
}

}  // namespace waypost::query
