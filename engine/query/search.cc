#include "engine/query/search.h"

#include <algorithm>

#include "engine/query/collectors/best_hits.h"
#include "engine/query/collectors/service_totals.h"
#include "engine/query/plan.h"
#include "engine/query/scoring/relevance.h"

namespace waypost::query {
namespace {

constexpr std::uint64_t kNoDistance = UINT64_MAX;

std::optional<Millimetres> DistanceOf(const Index& index, const ResolvedQuery& resolved,
                                      DocId doc) {
  if (!resolved.place) return std::nullopt;
  const auto reach = EnumSet<Reach>::FromBits(index.documents().reach[doc]);
  if (!reach.Has(Reach::kPlace)) return std::nullopt;
  return HaversineDistance(resolved.place->point, index.documents().position[doc]);
}

// Turns documents into keys of the order in force (QUERY.md, "Order").
class KeyMaker {
 public:
  KeyMaker(const Index& index, const ResolvedQuery& resolved)
      : index_(index),
        documents_(index.documents()),
        resolved_(resolved),
        sort_(EffectiveSort(resolved.query)),
        scorer_(index, resolved) {}

  SortKey Make(DocId doc, bool certain) {
    const std::optional<Millimetres> distance = DistanceOf(index_, resolved_, doc);
    const std::uint64_t possible_bit = certain ? 0 : std::uint64_t{1} << 63;
    return {.primary = possible_bit | SortedBy(doc, distance),
            .service = documents_.service[doc],
            .distance = distance ? static_cast<std::uint64_t>(distance->value()) : kNoDistance,
            .location_rank = documents_.location_rank[doc],
            .doc = doc};
  }

 private:
  // Below 2^63; smaller is better.
  std::uint64_t SortedBy(DocId doc, std::optional<Millimetres> distance) {
    switch (sort_) {
      case Sort::kDistance:
        return ByDistance(doc, distance);
      case Sort::kRelevance:
        return kTop - static_cast<std::uint64_t>(QuantisedScore(scorer_.Score(doc, distance)));
      case Sort::kAssured:
        return ByAssured(documents_.assured[doc]);
      case Sort::kName:
        return documents_.name_rank[doc];
    }
    return 0;
  }

  std::uint64_t ByDistance(DocId doc, std::optional<Millimetres> distance) const {
    if (distance) return static_cast<std::uint64_t>(distance->value());
    const auto reach = EnumSet<Reach>::FromBits(documents_.reach[doc]);
    const std::uint64_t reach_class = reach.Has(Reach::kVisits)   ? 1U
                                      : reach.Has(Reach::kRemote) ? 2U
                                                                  : 3U;
    return reach_class << 61;
  }

  std::uint64_t ByAssured(std::int32_t assured) const {
    if (assured == kNoDate || assured > DayNumber(resolved_.now.date)) return kTop;
    return static_cast<std::uint64_t>(std::int64_t{INT32_MAX} - assured);
  }

  static constexpr std::uint64_t kTop = std::uint64_t{1} << 62;

  const Index& index_;
  const DocumentColumns& documents_;
  const ResolvedQuery& resolved_;
  Sort sort_;
  RelevanceScorer scorer_;
};

void CountFacet(PlannedFacet& facet, const DocBlock& block) {
  for (std::size_t i = 0; i < block.count; ++i) {
    if (block.refused_by[i] != 0 && block.refused_by[i] != facet.own_filter) continue;
    facet.tally->Begin(block.docs[i]);
    facet.values->Tell(block.docs[i], *facet.tally);
    facet.tally->End();
  }
}

std::vector<FilterKind> NotStatedOf(QueryPlan& plan, DocId doc) {
  std::vector<FilterKind> kinds;
  for (auto* filters : {&plan.filters, &plan.set_aside}) {
    for (PlannedFilter& planned : *filters) {
      planned.filter->Restart();
      Fact fact = Fact::kNo;
      planned.filter->Evaluate({&doc, 1}, {&fact, 1});
      if (fact == Fact::kNotStated) kinds.push_back(planned.kind);
    }
  }
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

// What the page shows of each hit is worked out for the hits of the page only.
void FillHits(const Index& index, const std::vector<SortKey>& best, QueryPlan& plan,
              Result& result) {
  const ResolvedQuery& resolved = result.resolved;
  const auto per_page = static_cast<std::size_t>(resolved.query.per_page);
  const std::size_t first = (static_cast<std::size_t>(resolved.query.page) - 1) * per_page;
  const bool scored = EffectiveSort(resolved.query) == Sort::kRelevance;
  RelevanceScorer scorer(index, resolved);
  for (std::size_t i = first; i < std::min(first + per_page, best.size()); ++i) {
    const SortKey& key = best[i];
    Hit hit{.doc = key.doc, .certain = key.primary >> 63 == 0};
    hit.distance = DistanceOf(index, resolved, key.doc);
    if (!hit.certain) hit.not_stated = NotStatedOf(plan, key.doc);
    if (scored) {
      scorer.Restart();
      hit.score = scorer.Score(key.doc, hit.distance);
    }
    result.hits.push_back(std::move(hit));
  }
}

void Run(const Index& index, QueryPlan& plan, Result& result) {
  const Query& query = result.resolved.query;
  ServiceTotals totals(index.documents());
  BestHits best(static_cast<std::size_t>(query.page) * static_cast<std::size_t>(query.per_page));
  KeyMaker keys(index, result.resolved);
  DocBlock block;
  for (;; block.count = 0) {
    if (!plan.producer->Fill(block)) break;
    for (PlannedFilter& filter : plan.filters) Keep(filter, block);
    for (std::size_t i = 0; i < plan.set_aside.size(); ++i) {
      SetAside(plan.set_aside[i], static_cast<std::uint8_t>(i), block);
    }
    for (std::size_t i = 0; i < block.count; ++i) {
      if (block.refused_by[i] != 0) continue;
      const bool certain = block.certain[i] != 0;
      totals.Add(block.docs[i], certain);
      best.Add(keys.Make(block.docs[i], certain));
    }
    for (PlannedFacet& facet : plan.facets) CountFacet(facet, block);
  }
  totals.Finish();
  result.total = totals.total();
  result.total_certain = totals.total_certain();
  FillHits(index, best.Take(), plan, result);
}

}  // namespace

absl::StatusOr<Result> Search(const Index& index, const Query& query, LocalMinute now) {
  Result result;
  ASSIGN_OR_RETURN(result.resolved, Resolve(index, query, now));
  QueryPlan plan = MakePlan(index, result.resolved);
  Run(index, plan, result);
  for (PlannedFacet& facet : plan.facets) {
    facet.tally->Finish();
    result.facets.push_back(CountsOf(facet.facet, *facet.values, *facet.tally,
                                     static_cast<std::size_t>(query.facet_limit)));
  }
  return result;
}

}  // namespace waypost::query
