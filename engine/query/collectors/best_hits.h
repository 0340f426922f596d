#pragma once

// The best documents so far, one per service.

#include <compare>
#include <cstdint>
#include <vector>

#include "engine/core/ids.h"

namespace waypost::query {

// Where a document stands in the order in force; smaller is better. Two documents of one service
// are told apart by distance, next session, then location, so the smallest key of a service is its
// best document.
struct SortKey {
  std::uint64_t primary = 0;   // certainty, then what is sorted by
  ServiceOrdinal service;      // ascending public id
  std::uint64_t distance = 0;  // millimetres; the largest number when there is none
  std::uint32_t soonest = 0;   // next_session.h; 0 where the service has no other document
  std::uint32_t location_rank = 0;
  DocId doc;

  friend auto operator<=>(const SortKey&, const SortKey&) = default;
};

// Keeps the best `wanted` services. Every document competes on its own.
//
// A page's worth is kept in order and a document put in its place: of n documents in random order
// about wanted * log(n / wanted) ever get that far. For more than a page, which deep paging asks
// for, documents gather in a buffer that is sorted and cut when it is full. A document worse than
// `wanted` distinct services can never come back, so what is dropped is never missed.
class BestHits {
 public:
  explicit BestHits(std::size_t wanted);

  // Whether a document with this `primary` may still be among the best; most documents need no
  // more than that.
  bool MayEnter(std::uint64_t primary) const { return !has_limit_ || primary <= limit_.primary; }

  void Add(const SortKey& key) {
    if (has_limit_ && !(key < limit_)) return;
    if (wanted_ <= kPage) {
      Insert(key);
    } else {
      buffer_.push_back(key);
      if (buffer_.size() == capacity_) Shrink();
    }
  }

  // The worst of the best; nullptr while there are fewer than `wanted`. Changes with Add.
  const SortKey* limit() const { return has_limit_ ? &limit_ : nullptr; }

  // The best documents of at most `wanted` services, best first.
  std::vector<SortKey> Take();

 private:
  static constexpr std::size_t kPage = 100;

  void Insert(const SortKey& key);
  void Shrink();
  void SetLimit();

  std::size_t wanted_;
  std::size_t capacity_;
  std::vector<SortKey> buffer_;
  bool has_limit_ = false;
  SortKey limit_;
};

}  // namespace waypost::query
