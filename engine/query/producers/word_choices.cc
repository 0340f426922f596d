#include "engine/query/producers/word_choices.h"

#include <algorithm>
#include <numeric>

namespace waypost::query {

WordChoices::WordChoices(std::span<const double> idfs, bool has_all, const ScoreBound& bound)
    : codes_(bound.codes()) {
  constexpr std::size_t kFew = 5;
  if (has_all || idfs.size() > kFew) {
    Add(0, std::accumulate(idfs.begin(), idfs.end(), 0.0), bound);
    return;
  }
  for (std::uint32_t members = 1; members < 1U << idfs.size(); ++members) {
    double idf = 0;
    for (std::size_t i = 0; i < idfs.size(); ++i) {
      if ((members >> i & 1U) != 0) idf += idfs[i];
    }
    Add(members, idf, bound);
  }
}

void WordChoices::Add(std::uint32_t members, double idf, const ScoreBound& bound) {
  Possible& possible = possible_.emplace_back();
  possible.members = members;
  for (std::size_t level = 0; level <= ScoreCodes::kLevels; ++level) {
    possible.most_outside[level] = bound.MostOutside(level, idf);
  }
}

void WordChoices::Require(float least) {
  chosen_.clear();
  std::vector<std::size_t> levels;  // of the chosen ones, how few documents
  for (const Possible& possible : possible_) {
    std::size_t level = 0;
    while (level <= ScoreCodes::kLevels && possible.most_outside[level] < least) ++level;
    if (level > ScoreCodes::kLevels) continue;
    bool is_said = false;  // by fewer words
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      const std::uint32_t members = chosen_[i].members;
      is_said = is_said || ((possible.members & members) == members && levels[i] <= level);
    }
    if (is_said) continue;
    levels.push_back(level);
    chosen_.push_back({possible.members, level == 0 ? nullptr : &codes_.level(level - 1)});
  }
}

}  // namespace waypost::query
