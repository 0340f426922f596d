#pragma once

// Which words a document must have, and which of the levels of documents it must be of, so that one
// occurrence of each word can be enough.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/index/doc_set.h"
#include "engine/query/scoring/score_bound.h"

namespace waypost::query {

class WordChoices {
 public:
  // Documents that have these words, a bit each, and are of this level (nullptr: any) can score
  // enough.
  struct Choice {
    std::uint32_t members;
    const DocSet* level;
  };

  // Of words with these idfs. `has_all`: every document has all of them. Of more than five only
  // that a document has any, with as much idf as all. REQUIRES: `bound`'s codes outlive the
  // choices.
  WordChoices(std::span<const double> idfs, bool has_all, const ScoreBound& bound);

  // From now on documents are wanted that score `least`. O(choices^2).
  void Require(float least);

  // A document that is of none of these, and has no word repeatedly, cannot score enough.
  std::span<const Choice> chosen() const { return chosen_; }

 private:
  struct Possible {
    std::uint32_t members = 0;
    // Of documents outside of each level, and of all.
    std::array<float, ScoreCodes::kLevels + 1> most_outside;
  };
  void Add(std::uint32_t members, double idf, const ScoreBound& bound);

  const ScoreCodes& codes_;
  std::vector<Possible> possible_;
  std::vector<Choice> chosen_;
};

}  // namespace waypost::query
