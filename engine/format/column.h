#pragma once

// One value per row, read in place from the artefact, keyed by the id type of the row:
//
//   Column<DocId, LatLng> positions;
//   RETURN_IF_ERROR(artefact.Read(SectionId::kDocPosition, positions));
//   LatLng p = positions[doc];       // positions[term] does not compile
//
// A view: valid as long as the VerifiedArtefact (or the array) it was read from. Copy it freely;
// read it from any thread. Not bounds-checked in release: ids come from a validated index.

#include <cassert>
#include <cstddef>
#include <span>
#include <type_traits>

namespace waypost {

// What may stand in a column: bytes that mean the same wherever they are copied. No padding (it
// would be written as garbage, and differ from build to build), no pointers, no bool (a byte other
// than 0 and 1 in a file would be undefined behaviour: use std::uint8_t).
template <typename T>
concept ColumnElement = std::is_trivially_copyable_v<T> && alignof(T) <= 64 &&
                        !std::is_pointer_v<T> && !std::is_same_v<std::remove_cv_t<T>, bool> &&
                        (std::has_unique_object_representations_v<T> ||
                         std::is_floating_point_v<T>);

template <typename Id, ColumnElement T>
class Column {
 public:
  using IdType = Id;
  using ValueType = T;

  constexpr Column() = default;
  constexpr explicit Column(std::span<const T> values) : values_(values) {}

  const T& operator[](Id id) const {
    assert(id.index() < values_.size());
    return values_[id.index()];
  }
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  // In ascending order of id.
  std::span<const T> values() const { return values_; }

 private:
  std::span<const T> values_;
};

}  // namespace waypost
