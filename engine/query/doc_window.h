#pragma once

// A stretch of documents of which many are known to match without being asked one by one.
//
// Where a producer decides everything that was asked (words alone, a circle alone), what matches is
// counted by bits, and only the few that may still be among the best are looked at on their own.
// What a circle decides may have other filters to pass (plan.h), then one by one; what it does not
// decide is left to all filters.

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
  static constexpr std::size_t kWords = 64;
  static constexpr std::uint32_t kDocuments = kWords * 64;
  // Bit b of word w is document first + 64 * w + b.
  using Bits = std::array<std::uint64_t, kWords>;

  std::uint32_t first = 0;  // a multiple of 64
  std::size_t words = 0;    // in use
  // Bit w: word w of some of the sets below may hold a document, or of one of them. The other words
  // are zero, and nobody looks at them: of rare words most are.
  std::uint64_t occupied = 0;
  std::uint64_t with_alone = 0;
  std::uint64_t with_offered = 0;
  std::uint64_t with_undecided = 0;
  // Documents that match, and so does every other document of their service.
  Bits of_service;
  // Other documents that match.
  Bits alone;
  // Those of both that may be among the best.
  Bits offered;
  // Documents that the filters have yet to be asked about.
  Bits undecided;

  // While `bounded`: the most that an offered document can score (DocBlock::bounded).
  bool bounded = false;
  std::array<float, kDocuments> bound;

  DocWindow() {
    for (Bits* bits : Sets()) bits->fill(0);
  }

  // Calls use(word) for every word whose bit in `words` is set, ascending.
  template <typename Use>
  static void ForEachWord(std::uint64_t words, const Use& use) {
    for (; words != 0; words &= words - 1) use(static_cast<std::size_t>(std::countr_zero(words)));
  }
  // As `occupied`, of all words in use.
  std::uint64_t all_words() const { return ~std::uint64_t{0} >> (kWords - words); }

  // Leaves out all documents that are in none of `sets`.
  void KeepAnyOf(std::span<const DocSet* const> sets) {
    ForEachWord(occupied, [&](std::size_t word) {
      std::uint64_t kept = 0;
      for (const DocSet* set : sets) kept |= set->word(first / 64 + word);
      for (Bits* bits : Sets()) (*bits)[word] &= kept;
    });
  }

  // Sets a word of what is matched, `own` of whole services, and of what may be among the best.
  void Put(std::size_t word, std::uint64_t own, std::uint64_t any, std::uint64_t promising) {
    of_service[word] = own;
    alone[word] = any & ~own;
    offered[word] = promising;
    with_alone |= std::uint64_t{alone[word] != 0} << word;
    with_offered |= std::uint64_t{promising != 0} << word;
  }

  // Makes those words zero again. Few one by one: it is what rare words cost.
  static void Wipe(std::uint64_t words, Bits& bits) {
    constexpr int kFew = 8;
    if (std::popcount(words) > kFew) {
      bits.fill(0);
    } else {
      ForEachWord(words, [&](std::size_t word) { bits[word] = 0; });
    }
  }

  // Starts a window of documents [from, last) without any.
  // REQUIRES: from < last, which is at most kDocuments after the first of from's word.
  void Begin(std::uint32_t from, std::uint32_t last) {
    Wipe(occupied, of_service);
    Wipe(with_alone, alone);
    Wipe(with_offered, offered);
    Wipe(with_undecided, undecided);
    occupied = with_alone = with_offered = with_undecided = 0;
    first = from / 64 * 64;
    words = (last - first + 63) / 64;
  }

 private:
  std::array<Bits*, 4> Sets() { return {&of_service, &alone, &offered, &undecided}; }
};

// What is known of the documents that are already found: others need not be offered.
struct RankingLimits {
  double least_bm25 = 0;                   // of an offered document
  double least_score = 0;                  // of an offered document
  const CircleFilter* farthest = nullptr;  // within which an offered document lies; nullptr: any
};

class WindowProducer {
 public:
  virtual ~WindowProducer() = default;
  // The next window, ascending or not; false when there are none left.
  virtual bool Next(const RankingLimits& limits, DocWindow& window) = 0;
};

// Hands the documents of `words` of `bits` on in ascending blocks, each in `block`.
template <typename Use>
void ForEachBlock(const DocWindow& window, const DocWindow::Bits& bits, std::uint64_t words,
                  DocBlock& block, const Use& use) {
  if (words == 0) return;
  block.count = 0;
  DocWindow::ForEachWord(words, [&](std::size_t word) {
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
  });
  block.bounded = window.bounded;
  if (block.count > 0) use(block);
}

// The same of all occupied words.
template <typename Use>
void ForEachBlock(const DocWindow& window, const DocWindow::Bits& bits, DocBlock& block,
                  const Use& use) {
  ForEachBlock(window, bits, window.occupied, block, use);
}

}  // namespace waypost::query
