#include "engine/query/scoring/relevance.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "engine/query/filters/make_filters.h"
#include "engine/query/scoring/score_bound.h"

namespace waypost::query {

RelevanceScorer::RelevanceScorer(const Index& index, const ResolvedQuery& resolved)
    : index_(index), resolved_(resolved), constants_(index.relevance()) {
  for (const ResolvedWord& word : resolved.words) {
    if (word.term || !word.alternatives.empty()) AddWord(word);
  }
  for (const TermNames& names : resolved.names_of_needs) {
    if (!names.empty()) AddWord({.alternatives = names});
  }
  OrderWords();
  const auto add = [&](const TermSet& set, double fit) {
    if (set.asked.empty()) return;
    terms_.push_back({MakeTermFilter(index, set, Silence::kNotStatedIfInferred), fit});
  };
  add(resolved.service_types, 1.0);
  add(resolved.taxonomy_terms, 1.0);
  add(resolved.needs, constants_.mapped_fit);
  add(resolved.circumstances, constants_.mapped_fit);
  add(resolved.personas, constants_.mapped_fit);
  most_besides_text_ = MostBesidesText();
}

void RelevanceScorer::AddWord(const ResolvedWord& word) {
  const auto scored = [this](TermId term) {
    return ScoredTerm{PostingCursor(index_.words(), term),
                      index_.bm25().Idf(index_.words().service_count[term])};
  };
  const ScoredTerm own = word.term ? scored(*word.term) : ScoredTerm{};
  Alternatives alternatives;
  for (const std::vector<TermId>& alternative : word.alternatives) {
    std::vector<TermId> distinct = alternative;
    std::ranges::sort(distinct);
    distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
    std::ranges::transform(distinct, std::back_inserter(alternatives.emplace_back()), scored);
  }
  has_alternatives_ = has_alternatives_ || !alternatives.empty();
  const std::uint16_t greatest =
      word.term ? index_.words().greatest_frequency[*word.term] : std::uint16_t{0};
  words_.push_back(
      {.cursor = own.cursor,
       .idf = own.idf,
       .bound = WordBound(index_.bm25(), own.idf, index_.extremes().shortest_text, greatest),
       .alternatives = std::move(alternatives)});
}

void RelevanceScorer::OrderWords() {
  for (std::size_t i = 0; i < words_.size(); ++i) by_weight_.push_back({i, 0});
  std::sort(by_weight_.begin(), by_weight_.end(),
            [&](const auto& a, const auto& b) { return words_[a.word].idf > words_[b.word].idf; });
  double most = 0;
  for (auto bounded = by_weight_.rbegin(); bounded != by_weight_.rend(); ++bounded) {
    most += words_[bounded->word].bound.most();
    bounded->most_from_here = most;
  }
}

double RelevanceScorer::MostBesidesText() const {
  const RelevanceExtremes& extremes = index_.extremes();
  double most = constants_.rich * extremes.most_richness / 100;
  most += MostOfTermsAndPlace(index_, resolved_);
  const std::int32_t today = DayNumber(resolved_.now.date);
  if (extremes.latest_assured > today) {
    most += constants_.fresh;
  } else if (extremes.latest_assured != kNoDate) {
    most += FreshnessOf(constants_, extremes.latest_assured, today);
  }
  return most;
}

// score <= text * bm25 / (bm25 + text_half) + the rest, solved for bm25. What rounding may take is
// given back.
void RelevanceScorer::Require(double score) {
  const double from_text = score - most_besides_text_ - 2e-6;
  if (from_text <= 0 || has_alternatives_) {
    least_bm25_ = 0;
  } else if (from_text >= constants_.text) {
    least_bm25_ = std::numeric_limits<double>::infinity();
  } else {
    least_bm25_ = constants_.text_half * from_text / (constants_.text - from_text) * (1 - 1e-9);
  }
}

bool RelevanceScorer::FallsShort(DocId doc) {
  if (least_bm25_ <= 0) return false;
  // Mostly the rare words are not there, and the frequent ones alone cannot do it: then their lists
  // are not even looked at.
  double most = 0;
  for (const auto& [i, most_from_here] : by_weight_) {
    if (most + most_from_here < least_bm25_) return true;
    ScoredWord& word = words_[i];
    if (word.cursor.SeekTo(doc)) {
      most += word.bound.Of(static_cast<std::uint16_t>(word.cursor.frequency()));
    }
  }
  return most < least_bm25_ || Bm25Of(doc) < least_bm25_;
}

void RelevanceScorer::Restart() {
  for (ScoredWord& word : words_) {
    word.cursor.Restart();
    for (auto& alternative : word.alternatives) {
      for (ScoredTerm& term : alternative) term.cursor.Restart();
    }
  }
}

double RelevanceScorer::Bm25Of(DocId doc) {
  if (doc == measured_) return bm25_;
  // The windows of a circle come in no order; those that words drive ascend.
  if (doc < measured_) Restart();
  const double norm = index_.bm25().Norm(index_.documents().text_length[doc]);
  double bm25 = 0;
  for (ScoredWord& word : words_) {
    if (word.cursor.SeekTo(doc) && word.cursor.frequency() > 0) {
      bm25 += index_.bm25().Score(word.idf, word.cursor.frequency(), norm);
    } else if (!word.alternatives.empty()) {
      bm25 += constants_.synonym_fit * BestAlternative(word.alternatives, doc, norm);
    }
  }
  measured_ = doc;
  bm25_ = bm25;
  return bm25;
}

// An alternative of several words counts where all of them stand.
double RelevanceScorer::BestAlternative(Alternatives& alternatives, DocId doc, double norm) {
  double best = 0;
  for (auto& alternative : alternatives) {
    double sum = 0;
    bool has_all = true;
    for (ScoredTerm& term : alternative) {
      has_all = term.cursor.SeekTo(doc) && has_all;
      if (has_all) sum += index_.bm25().Score(term.idf, term.cursor.frequency(), norm);
    }
    if (has_all) best = std::max(best, sum);
  }
  return best;
}

double RelevanceScorer::Text(DocId doc) {
  if (words_.empty()) return 0;
  const double bm25 = Bm25Of(doc);
  return constants_.text * bm25 / (bm25 + constants_.text_half);
}

double RelevanceScorer::TermFit(DocId doc) {
  if (terms_.empty()) return 0;
  double sum = 0;
  for (FittingTerms& terms : terms_) {
    Fact fact = Fact::kNo;
    terms.filter->Evaluate({&doc, 1}, {&fact, 1});
    if (fact == Fact::kYes) sum += terms.fit;
    if (fact == Fact::kNotStated && resolved_.query.use_inferred) {
      sum += terms.fit * constants_.inferred_fit;
    }
  }
  return constants_.term * (sum / static_cast<double>(terms_.size()));
}

double RelevanceScorer::Distance(DocId doc, std::optional<Millimetres> distance) const {
  if (!resolved_.place) return 0;
  if (distance) {
    const double metres = static_cast<double>(distance->value()) / 1000.0;
    return constants_.distance * constants_.half_metres / (constants_.half_metres + metres);
  }
  const auto reach = EnumSet<Reach>::FromBits(index_.documents().reach[doc]);
  if (reach.Has(Reach::kVisits)) {
    for (AreaId area : index_.documents().areas[doc]) {
      if (!area.is_none() && resolved_.area_contains_place[area.index()] == Fact::kYes) {
        return constants_.distance * constants_.visits_fit;
      }
    }
  }
  return reach.Has(Reach::kRemote) ? constants_.distance * constants_.remote_fit : 0;
}

double RelevanceScorer::Freshness(DocId doc) const {
  const std::int32_t assured = index_.documents().assured[doc];
  const std::int32_t today = DayNumber(resolved_.now.date);
  return assured == kNoDate || assured > today ? 0 : FreshnessOf(constants_, assured, today);
}

ScoreParts RelevanceScorer::Score(DocId doc, std::optional<Millimetres> distance) {
  return {.text = Text(doc),
          .term = TermFit(doc),
          .distance = Distance(doc, distance),
          .fresh = Freshness(doc),
          .rich = constants_.rich * index_.documents().richness[doc] / 100};
}

}  // namespace waypost::query
