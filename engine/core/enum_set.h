#pragma once

// A set of the values of a small enum, one bit each.
//
//   EnumSet<Reach> reach = {Reach::kPlace, Reach::kRemote};
//   if (reach.Has(Reach::kVisits)) ...
//
// `E` has values 0, 1, 2, ... below 32. Trivially copyable; `bits()` is what columns store.

#include <cstdint>
#include <initializer_list>

namespace waypost {

template <typename E>
class EnumSet {
 public:
  constexpr EnumSet() = default;
  constexpr EnumSet(std::initializer_list<E> values) {
    for (E value : values) Add(value);
  }
  static constexpr EnumSet FromBits(std::uint32_t bits) {
    EnumSet set;
    set.bits_ = bits;
    return set;
  }

  constexpr void Add(E value) { bits_ |= BitOf(value); }
  constexpr void Remove(E value) { bits_ &= ~BitOf(value); }
  constexpr bool Has(E value) const { return (bits_ & BitOf(value)) != 0; }
  constexpr bool Intersects(EnumSet other) const { return (bits_ & other.bits_) != 0; }
  constexpr bool Contains(EnumSet other) const { return (bits_ & other.bits_) == other.bits_; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint32_t bits() const { return bits_; }
  constexpr EnumSet& operator|=(EnumSet other) {
    bits_ |= other.bits_;
    return *this;
  }
  friend constexpr bool operator==(EnumSet, EnumSet) = default;

 private:
  static constexpr std::uint32_t BitOf(E value) { return 1U << static_cast<unsigned>(value); }

  std::uint32_t bits_ = 0;
};

}  // namespace waypost
