#pragma once

// Two bytes a document that say, nearly, what it can score: how long its text is, and how well kept
// its record. Documents that cannot be among the best are told by them, many to a line of cache,
// before their columns are read far apart (bench/questions_bench.cc, class C).
//
//   const ScoreCode code = index.score_codes()[doc];
//   index.score_codes().Share(3, code);    // the most that three occurrences of a word of idf 1
//   add
//
// Beside them three levels: sets of the quarter, the sixteenth and the sixty-fourth of all
// documents that score best where words occur once. When what is outside a set cannot score enough,
// a stretch of documents is cut to it by bits, before even their codes are read.
//
// Made at opening. Immutable; safe from any thread.

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/core/ids.h"
#include "engine/index/doc_set.h"
#include "engine/text/bm25.h"

namespace waypost {

struct ScoreCode {
  std::uint8_t text = 0;     // the length of the text, in steps
  std::uint8_t besides = 0;  // assurance and richness, in steps
};

// The best of the documents of one code.
struct BestBesides {
  std::uint8_t most_richness = 0;
  std::int32_t latest_assured = std::numeric_limits<std::int32_t>::min();  // kNoDate: none
};

// How documents are weighed against each other when levels are made: by the constants of relevance
// on the day of the index. Other days move a few documents to the wrong side, which costs time.
struct ScoreWeights {
  double text = 1, text_half = 3, fresh = 0.1, rich = 0.1;
  std::int32_t today = 0;
};

class ScoreCodes {
 public:
  static constexpr std::size_t kCodes = 256;
  // Frequencies from here on count as endless.
  static constexpr std::size_t kEndless = 16;

  ScoreCodes() = default;
  // Columns of documents: words of the text, the day of assurance (kNoDate), 0 to 100.
  // O(documents). REQUIRES: they are equally long.
  ScoreCodes(std::span<const std::uint32_t> text_lengths, std::span<const std::int32_t> assured,
             std::span<const std::uint8_t> richness, const text::Bm25& bm25,
             const ScoreWeights& weights);

  ScoreCode operator[](DocId doc) const { return codes_[doc.index()]; }

  // Sends for the line of cache.
  void Prefetch(DocId doc) const { __builtin_prefetch(&codes_[doc.index()]); }

  // What so many occurrences of a word of idf 1 add at most to the BM25 of a document; exact but
  // for rounding in texts of up to 127 words. Grows with the frequency.
  float Share(std::size_t frequency, ScoreCode code) const {
    return shares_[frequency < kEndless ? frequency : kEndless][code.text];
  }

  // By ScoreCode::besides.
  std::span<const BestBesides, kCodes> besides() const { return besides_; }

  // The best documents, fewer from level to level.
  static constexpr std::size_t kLevels = 3;
  const DocSet& level(std::size_t level) const { return levels_[level]; }
  // Codes that together stand for all documents outside of a level, kLevels being the one without
  // any documents: of each `besides` the shortest text.
  std::span<const ScoreCode> outside(std::size_t level) const { return outside_[level]; }
  // Every ScoreCode::besides that occurs, once.
  std::span<const ScoreCode> occurring() const { return outside_[kLevels]; }

 private:
  void MakeLevels(const ScoreWeights& weights);
  // By ScoreCode::besides, of the documents that are of so many levels.
  using ShortestTexts = std::array<std::array<std::uint16_t, kCodes>, kLevels + 1>;
  static constexpr std::uint16_t kNoText = kCodes;
  void MakeOutside(ShortestTexts& shortest);

  std::vector<ScoreCode> codes_;
  std::array<std::array<float, kCodes>, kEndless + 1> shares_{};
  std::array<BestBesides, kCodes> besides_{};
  std::array<DocSet, kLevels> levels_;
  std::array<std::vector<ScoreCode>, kLevels + 1> outside_;
};

}  // namespace waypost
