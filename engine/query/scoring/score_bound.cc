#include "engine/query/scoring/score_bound.h"

#include <algorithm>
#include <limits>

namespace waypost::query {

double FreshnessOf(const RelevanceConstants& constants, std::int32_t assured, std::int32_t today) {
  return constants.fresh * 365 / (365 + static_cast<double>(today - assured));
}

double MostOfTermsAndPlace(const Index& index, const ResolvedQuery& resolved) {
  const RelevanceConstants& constants = index.relevance();
  double most = 0;
  for (const TermSet* terms : {&resolved.service_types, &resolved.taxonomy_terms, &resolved.needs,
                               &resolved.circumstances, &resolved.personas}) {
    if (!terms->asked.empty()) {
      most = constants.term * std::max(1.0, constants.mapped_fit) *
             std::max(1.0, constants.inferred_fit);
    }
  }
  if (resolved.place) {
    most += constants.distance * std::max({1.0, constants.visits_fit, constants.remote_fit});
  }
  return most;
}

ScoreBound::ScoreBound(const ScoreCodes& codes, const RelevanceConstants& constants, double always,
                       std::int32_t today)
    : codes_(&codes),
      text_(static_cast<float>(constants.text)),
      text_half_(static_cast<float>(constants.text_half)) {
  for (const ScoreCode code : codes.occurring()) {
    const BestBesides& best = codes.besides()[code.besides];
    double most = always + constants.rich * best.most_richness / 100;
    if (best.latest_assured > today) {
      most += constants.fresh;  // one of the same code may be assured today
    } else if (best.latest_assured != kNoDate) {
      most += FreshnessOf(constants, best.latest_assured, today);
    }
    besides_[code.besides] = static_cast<float>(most);
  }
}

// text * bm25 / (bm25 + text_half) + besides >= score, solved for bm25. What rounding may take is
// given back.
void ScoreBound::Require(double score) {
  constexpr double kNoticeably = 1.002;  // a table costs as much as to look at a hundred documents
  if (score < required_ * kNoticeably || score <= 0) return;
  required_ = score;
  const auto wanted = static_cast<float>(score * (1 - 1e-5));
  for (const ScoreCode code : codes_->occurring()) {
    const float from_text = wanted - besides_[code.besides];
    float& least = least_bm25_[code.besides];
    if (from_text <= 0) {
      least = 0;
    } else if (from_text >= text_) {
      least = std::numeric_limits<float>::infinity();
    } else {
      least = text_half_ * from_text / (text_ - from_text) * (1 - 1e-5F);
    }
  }
}

float ScoreBound::MostOutside(std::size_t level, double idf) const {
  float most = 0;
  for (const ScoreCode code : codes_->outside(level)) {
    most = std::max(most, Of(static_cast<float>(idf) * codes_->Share(1, code), code));
  }
  return most;
}

}  // namespace waypost::query
