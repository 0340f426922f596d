#pragma once

// A stretch of documents of which many are known to match without being asked one by one.
//
// Where a producer decides everything that was asked (words alone, a circle alone), what matches is
// counted by bits, and only the few that may still be among the best are looked at on their own.
// What it does not decide is left to the filters.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/geo/circle_filter.h"
#include "engine/index/doc_set.h"
#include "engine/query/doc_block.h"

namespace waypost::query {

struct DocWindow {
  static constexpr std::size_t kWords = 32;
  static constexpr std::uint32_t kDocuments = kWords * 64;
  // Bit b of word w is document first + 64 * w + b.
  using Bits = std::array<std::uint64_t, kWords>;

  std::uint32_t first = 0;  // a multiple of 64
  std::size_t words = 0;    // in use
  // Documents that match, and so does every other document of their service.
  Bits of_service;
  // Other documents that match.
  Bits alone;
  // Those of both that may be among the best.
  Bits offered;
  // Documents that the filters have yet to be asked about.
  Bits undecided;

  // While `bounded`: the most BM25 of the words of an offered document (DocBlock::bounded). 0 where
  // none is offered.
  bool bounded = false;
  std::array<float, kDocuments> bound;

  DocWindow() { bound.fill(0); }

  // Leaves out all documents that are in none of `sets`.
  void KeepAnyOf(std::span<const DocSet* const> sets) {
    for (std::size_t word = 0; word < words; ++word) {
      std::uint64_t kept = 0;
      for (const DocSet* set : sets) kept |= set->word(first / 64 + word);
      if (bounded) WipeBounds(word, offered[word] & ~kept);
      for (Bits* bits : {&of_service, &alone, &offered, &undecided}) (*bits)[word] &= kept;
    }
  }

  // Starts a window of documents [from, last) without any.
  // REQUIRES: the last one ends at most kDocuments after the first of its word.
  void Begin(std::uint32_t from, std::uint32_t last) {
    for (std::size_t word = 0; bounded && word < words; ++word) WipeBounds(word, offered[word]);
    first = from / 64 * 64;
    words = (last - first + 63) / 64;
    for (Bits* bits : {&of_service, &alone, &offered, &undecided}) {
      std::fill_n(bits->begin(), words, std::uint64_t{0});
    }
  }

 private:
  // Only offered ones have any: fewer than all.
  void WipeBounds(std::size_t word, std::uint64_t left) {
    for (; left != 0; left &= left - 1) {
      bound[word * 64 + static_cast<std::size_t>(std::countr_zero(left))] = 0;
    }
  }
};

// What is known of the documents that are already found: others need not be offered.
struct RankingLimits {
  double least_bm25 = 0;                   // of an offered document
  const CircleFilter* farthest = nullptr;  // within which an offered document lies; nullptr: any
};

class WindowProducer {
 public:
  virtual ~WindowProducer() = default;
  // The next window, ascending or not; false when there are none left.
  virtual bool Next(const RankingLimits& limits, DocWindow& window) = 0;
};

// Hands the documents of `bits` on in ascending blocks, each in `block`.
template <typename Use>
void ForEachBlock(const DocWindow& window, const DocWindow::Bits& bits, DocBlock& block,
                  const Use& use) {
  block.count = 0;
  for (std::size_t word = 0; word < window.words; ++word) {
    for (std::uint64_t left = bits[word]; left != 0; left &= left - 1) {
      const auto at = static_cast<std::uint32_t>(word * 64) +
                      static_cast<std::uint32_t>(std::countr_zero(left));
      block.bound[block.count] = window.bound[at];
      block.Add(DocId(window.first + at));
      if (!block.full()) continue;
      block.bounded = window.bounded;
      use(block);
      block.count = 0;
    }
  }
  block.bounded = window.bounded;
  if (block.count > 0) use(block);
}

}  // namespace waypost::query
