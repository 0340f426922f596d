#pragma once

// The best documents so far, one per service.

#include <compare>
#include <cstdint>
#include <vector>

#include "engine/core/ids.h"

namespace waypost::query {

// Where a document stands in the order in force; smaller is better. Two documents of one service
// are told apart by distance, then location, so the smallest key of a service is its best document.
struct SortKey {
  std::uint64_t primary = 0;   // certainty, then what is sorted by
  ServiceOrdinal service;      // ascending public id
  std::uint64_t distance = 0;  // millimetres; the largest number when there is none
  std::uint32_t location_rank = 0;
  DocId doc;

  friend auto operator<=>(const SortKey&, const SortKey&) = default;
};

// Keeps the best `wanted` services. Every document competes on its own; a buffer of a few times
// `wanted` is sorted and freed of lesser documents of the same service whenever it is full. A
// document worse than `wanted` distinct services can never come back, so what is dropped is never
// missed. O(1) amortised a document for small `wanted`.
class BestHits {
 public:
  explicit BestHits(std::size_t wanted);

  void Add(const SortKey& key) {
    if (has_limit_ && !(key < limit_)) return;
    buffer_.push_back(key);
    if (buffer_.size() == capacity_) Shrink();
  }

  // The best documents of at most `wanted` services, best first.
  std::vector<SortKey> Take();

 private:
  void Shrink();

  std::size_t wanted_;
  std::size_t capacity_;
  std::vector<SortKey> buffer_;
  bool has_limit_ = false;
  SortKey limit_;
};

}  // namespace waypost::query
