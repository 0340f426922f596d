#pragma once

// Several values per row: offsets + values, read in place from the artefact.
//
//   JaggedColumn<DocId, TaxonomyTermId> terms;
//   RETURN_IF_ERROR(artefact.Read(SectionId::kDocTermOffsets, SectionId::kDocTerms, terms));
//   for (TaxonomyTermId term : terms[doc]) ...
//
// Row r is values[offsets[r]] up to values[offsets[r + 1]]; there is one offset more than rows, the
// first is 0, the last is the number of values. `Read` has checked that, and that offsets ascend.
//
// Views: valid as long as the VerifiedArtefact (or the arrays) they were read from; copy them
// freely, read them from any thread. Ids are not bounds-checked in release.

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "engine/format/column.h"

namespace waypost {

// `Offset` is std::uint64_t where more than four thousand million values are thinkable.
template <typename Id, ColumnElement T, typename Offset = std::uint32_t>
class JaggedColumn {
 public:
  using IdType = Id;
  using ValueType = T;

  constexpr JaggedColumn() = default;
  // REQUIRES: `offsets` are as described above.
  constexpr JaggedColumn(std::span<const Offset> offsets, std::span<const T> values)
      : offsets_(offsets), values_(values) {}

  std::span<const T> operator[](Id id) const {
    assert(id.index() < size());
    const std::size_t begin = offsets_[id.index()];
    return values_.subspan(begin, offsets_[id.index() + 1] - begin);
  }
  // The number of rows.
  std::size_t size() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
  bool empty() const { return size() == 0; }
  // The values of all rows, one row after the other.
  std::span<const T> values() const { return values_; }
  std::span<const Offset> offsets() const { return offsets_; }

 private:
  std::span<const Offset> offsets_;
  std::span<const T> values_;
};

// One text per row, the same layout with bytes for values. No terminating zeros.
template <typename Id, typename Offset = std::uint32_t>
class TextColumn {
 public:
  using IdType = Id;

  constexpr TextColumn() = default;
  constexpr explicit TextColumn(JaggedColumn<Id, char, Offset> bytes) : bytes_(bytes) {}

  std::string_view operator[](Id id) const {
    const std::span<const char> text = bytes_[id];
    return {text.data(), text.size()};
  }
  std::size_t size() const { return bytes_.size(); }
  bool empty() const { return bytes_.empty(); }
  const JaggedColumn<Id, char, Offset>& bytes() const { return bytes_; }

 private:
  JaggedColumn<Id, char, Offset> bytes_;
};

}  // namespace waypost
