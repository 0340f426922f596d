#include "engine/query/hit_maker.h"

#include <algorithm>
#include <utility>

#include "engine/query/filters/make_filters.h"

namespace waypost::query {

std::optional<Millimetres> DistanceOf(const Index& index, const ResolvedQuery& resolved,
                                      DocId doc) {
  if (!resolved.place) return std::nullopt;
  const auto reach = EnumSet<Reach>::FromBits(index.documents().reach[doc]);
  if (!reach.Has(Reach::kPlace)) return std::nullopt;
  return HaversineDistance(resolved.place->point, index.documents().position[doc]);
}

HitMaker::HitMaker(const Index& index, const ResolvedQuery& resolved)
    : HitMaker(index, resolved, MakeFilters(index, resolved)) {}

HitMaker::HitMaker(const Index& index, const ResolvedQuery& resolved,
                   std::vector<PlannedFilter> filters)
    : index_(index), resolved_(resolved), filters_(std::move(filters)) {
  if (EffectiveSort(resolved.query) == Sort::kRelevance) scorer_.emplace(index, resolved);
}

Hit HitMaker::Make(DocId doc, bool certain) {
  Hit hit = Bare(doc, certain);
  if (certain) return hit;
  for (PlannedFilter& planned : filters_) {
    if (AnswerOf(planned, doc) == Fact::kNotStated) hit.not_stated.push_back(planned.kind);
  }
  std::ranges::sort(hit.not_stated);
  return hit;
}

std::optional<Hit> HitMaker::Match(DocId doc) {
  std::vector<FilterKind> not_stated;
  for (PlannedFilter& planned : filters_) {
    const Fact fact = AnswerOf(planned, doc);
    if (fact == Fact::kYes) continue;
    if (fact == Fact::kNo || !planned.keeps_unknown) return std::nullopt;
    not_stated.push_back(planned.kind);
  }
  std::ranges::sort(not_stated);
  Hit hit = Bare(doc, not_stated.empty());
  hit.not_stated = std::move(not_stated);
  return hit;
}

Fact HitMaker::AnswerOf(PlannedFilter& planned, DocId doc) {
  planned.filter->Restart();
  Fact fact = Fact::kNo;
  planned.filter->Evaluate({&doc, 1}, {&fact, 1});
  return fact;
}

Hit HitMaker::Bare(DocId doc, bool certain) {
  Hit hit{.doc = doc, .certain = certain};
  hit.distance = DistanceOf(index_, resolved_, doc);
  if (scorer_) {
    scorer_->Restart();
    hit.score = scorer_->Score(doc, hit.distance);
    hit.bm25 = scorer_->bm25();
  }
  return hit;
}

}  // namespace waypost::query
