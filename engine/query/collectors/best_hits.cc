#include "engine/query/collectors/best_hits.h"

#include <algorithm>
#include <unordered_set>

namespace waypost::query {

BestHits::BestHits(std::size_t wanted) : wanted_(wanted), capacity_(wanted * 4 + 256) {}

void BestHits::Insert(const SortKey& key) {
  const auto same = std::find_if(buffer_.begin(), buffer_.end(),
                                 [&](const SortKey& kept) { return kept.service == key.service; });
  if (same != buffer_.end()) {
    if (!(key < *same)) return;
    buffer_.erase(same);
  } else if (buffer_.size() == wanted_) {
    buffer_.pop_back();
  }
  buffer_.insert(std::upper_bound(buffer_.begin(), buffer_.end(), key), key);
  SetLimit();
}

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
  SetLimit();
}

void BestHits::SetLimit() {
  if (buffer_.size() < wanted_ || buffer_.empty()) return;
  has_limit_ = true;
  limit_ = buffer_.back();
}

std::vector<SortKey> BestHits::Take() {
  if (wanted_ > kPage) Shrink();
  return std::move(buffer_);
}

}  // namespace waypost::query
