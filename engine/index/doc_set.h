#pragma once

// A set of documents, one bit each, that is read a word at a time.
//
//   DocSet set(documents.size());
//   set.Add(DocId(70));
//   set.word(1);    // documents 64 to 127: 1 << 6

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/core/ids.h"

namespace waypost {

class DocSet {
 public:
  DocSet() = default;
  // Empty, of documents below `documents`.
  explicit DocSet(std::size_t documents) : words_(documents / 64 + kSpare) {}

  void Add(DocId doc) { words_[doc.index() / 64] |= std::uint64_t{1} << (doc.index() % 64); }
  bool Has(DocId doc) const { return (word(doc.index() / 64) >> (doc.index() % 64) & 1U) != 0; }

  // Documents 64 * i to 64 * i + 63, the first in the lowest bit. Up to 512 documents beyond the
  // last document may be asked.
  std::uint64_t word(std::size_t i) const { return words_[i]; }
  // The words from number `i` on.
  std::span<const std::uint64_t> From(std::size_t i) const { return std::span(words_).subspan(i); }

 private:
  static constexpr std::size_t kSpare = 9;
  std::vector<std::uint64_t> words_;
};

}  // namespace waypost
