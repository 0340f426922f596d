#pragma once

// A mark for each of many ids, all off at first.
//
//   Marks<ServiceOrdinal> seen(index.services().size());
//   if (seen.Set(service)) ++count;   // was off
//
// One bit an id.

#include <cstdint>
#include <vector>

#include "engine/core/count_common.h"

namespace waypost::query {

template <typename Id>
class Marks {
 public:
  explicit Marks(std::size_t size) : bits_(size / 64 + 1) {}

  // Sets the mark; whether it was off.
  bool Set(Id id) {
    std::uint64_t& word = bits_[id.index() / 64];
    const std::uint64_t bit = std::uint64_t{1} << (id.index() % 64);
    const bool was_off = (word & bit) == 0;
    word |= bit;
    return was_off;
  }
  bool Has(Id id) const { return (bits_[id.index() / 64] >> (id.index() % 64) & 1U) != 0; }

  // How many are marked here and not in `other`, which is of the same size. O(ids / 64).
  std::uint64_t CountWithout(const Marks& other) const {
    return CountCommon(bits_, bits_) - CountCommon(bits_, other.bits_);
  }

 private:
  std::vector<std::uint64_t> bits_;
};

}  // namespace waypost::query
