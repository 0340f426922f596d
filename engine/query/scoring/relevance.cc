#include "engine/query/scoring/relevance.h"

#include <cmath>

#include "engine/query/filters/make_filters.h"

namespace waypost::query {

RelevanceScorer::RelevanceScorer(const Index& index, const ResolvedQuery& resolved)
    : index_(index), resolved_(resolved), constants_(index.relevance()) {
  for (const ResolvedWord& word : resolved.words) {
    if (!word.term) continue;
    words_.push_back({PostingCursor(index.words(), *word.term),
                      index.bm25().Idf(index.words().service_count[*word.term])});
  }
  const auto add = [&](const TermSet& set, double fit) {
    if (!set.asked.empty()) terms_.push_back({MakeTermFilter(index, set), fit});
  };
  add(resolved.service_types, 1.0);
  add(resolved.taxonomy_terms, 1.0);
  add(resolved.needs, constants_.mapped_fit);
  add(resolved.circumstances, constants_.mapped_fit);
}

void RelevanceScorer::Restart() {
  for (ScoredWord& word : words_) word.cursor.Restart();
}

double RelevanceScorer::Text(DocId doc) {
  if (words_.empty()) return 0;
  const double norm = index_.bm25().Norm(index_.documents().text_length[doc]);
  double bm25 = 0;
  for (ScoredWord& word : words_) {
    if (word.cursor.SeekTo(doc)) {
      bm25 += index_.bm25().Score(word.idf, word.cursor.frequency(), norm);
    }
  }
  return constants_.text * bm25 / (bm25 + constants_.text_half);
}

double RelevanceScorer::TermFit(DocId doc) {
  if (terms_.empty()) return 0;
  double sum = 0;
  for (FittingTerms& terms : terms_) {
    Fact fact = Fact::kNo;
    terms.filter->Evaluate({&doc, 1}, {&fact, 1});
    if (fact == Fact::kYes) sum += terms.fit;
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
  if (assured == kNoDate || assured > today) return 0;
  return constants_.fresh * 365 / (365 + static_cast<double>(today - assured));
}

ScoreParts RelevanceScorer::Score(DocId doc, std::optional<Millimetres> distance) {
  return {.text = Text(doc),
          .term = TermFit(doc),
          .distance = Distance(doc, distance),
          .fresh = Freshness(doc),
          .rich = constants_.rich * index_.documents().richness[doc] / 100};
}

std::int64_t QuantisedScore(const ScoreParts& parts) { return std::llround(parts.Sum() * 1e6); }

}  // namespace waypost::query
