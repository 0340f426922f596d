#pragma once

// The most that a document can score, from the codes of its text and record (ScoreCodes).
//
//   const ScoreBound bound(index, resolved);
//   bound.Of(idf * bound.codes().Share(2, code), code)    // with two occurrences of one word
//
// Mostly a few per cent above what it scores; rounding takes less than 1e-5 of it.

#include <array>
#include <cstdint>

#include "engine/index/score_codes.h"
#include "engine/query/resolved_query.h"

namespace waypost::query {

// The most that any document can have by its terms and its place.
double MostOfTermsAndPlace(const Index& index, const ResolvedQuery& resolved);

class ScoreBound {
 public:
  // `always`: what is added besides text, assurance and richness. `today` as a day number.
  // REQUIRES: `codes` outlives the bound.
  ScoreBound(const ScoreCodes& codes, const RelevanceConstants& constants, double always,
             std::int32_t today);

  const ScoreCodes& codes() const { return *codes_; }

  // From now on documents are wanted that can score `score`. O(codes) where it rose noticeably.
  void Require(double score);
  // Whether a document of so much BM25 may score what was required; mostly not when it cannot.
  bool MayReach(float bm25, ScoreCode code) const { return bm25 >= least_bm25_[code.besides]; }

  // The most of any document outside of a level (ScoreCodes::outside), with one occurrence each of
  // words of so much idf together. O(codes).
  float MostOutside(std::size_t level, double idf) const;

  float Of(float bm25, ScoreCode code) const {
    return text_ * bm25 / (bm25 + text_half_) + besides_[code.besides];
  }

 private:
  const ScoreCodes* codes_;
  float text_;
  float text_half_;
  std::array<float, ScoreCodes::kCodes> besides_{};
  double required_ = 0;
  std::array<float, ScoreCodes::kCodes> least_bm25_{};  // by ScoreCode::besides
};

// What is added to a score for a service assured on a day.
double FreshnessOf(const RelevanceConstants& constants, std::int32_t assured, std::int32_t today);

}  // namespace waypost::query
