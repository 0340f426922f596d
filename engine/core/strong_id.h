#pragma once

// Dense numeric ids as distinct types.
//
// A `StrongId<Tag, Value>` is an ordinal that cannot be mixed with an ordinal of another kind:
//
//   struct DocIdTag;
//   using DocId = StrongId<DocIdTag, std::uint32_t>;
//   DocId first{0};
//   columns.position[first];   // a column keyed by TermId would not compile
//
// Trivially copyable, same size and layout as `Value`, so columns of ids are read in place from the
// mapped artefact.

#include <compare>
#include <cstddef>
#include <functional>
#include <limits>

namespace waypost {

template <typename Tag, typename Value>
class StrongId {
 public:
  using ValueType = Value;

  constexpr StrongId() = default;
  constexpr explicit StrongId(Value value) : value_(value) {}

  // The id of an index into a column. REQUIRES: it fits `Value`.
  static constexpr StrongId At(std::size_t index) { return StrongId(static_cast<Value>(index)); }

  // The id that names nothing. Never an index into a column.
  static constexpr StrongId None() { return StrongId(std::numeric_limits<Value>::max()); }

  constexpr Value value() const { return value_; }
  constexpr std::size_t index() const { return static_cast<std::size_t>(value_); }
  constexpr bool is_none() const { return value_ == std::numeric_limits<Value>::max(); }

  constexpr StrongId& operator++() {
    ++value_;
    return *this;
  }
  friend constexpr auto operator<=>(StrongId, StrongId) = default;

 private:
  Value value_ = 0;
};

}  // namespace waypost

template <typename Tag, typename Value>
struct std::hash<waypost::StrongId<Tag, Value>> {
  std::size_t operator()(waypost::StrongId<Tag, Value> id) const noexcept {
    return std::hash<Value>()(id.value());
  }
};
