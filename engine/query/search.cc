#include "engine/query/search.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "engine/geo/circle_filter.h"
#include "engine/hours/next_session.h"
#include "engine/query/collectors/best_hits.h"
#include "engine/query/collectors/service_totals.h"
#include "engine/query/hit_maker.h"
#include "engine/query/modified.h"
#include "engine/query/parse_query.h"
#include "engine/query/plan.h"
#include "engine/query/scoring/relevance.h"

namespace waypost::query {
namespace {

constexpr std::uint64_t kNoDistance = UINT64_MAX;

// Ranks documents by the order in force (QUERY.md, "Order") and keeps the best. What a key is made
// of is looked up only for documents that the best so far do not already beat.
class Ranking {
 public:
  Ranking(const Index& index, const ResolvedQuery& resolved)
      : index_(index),
        documents_(index.documents()),
        resolved_(resolved),
        sort_(EffectiveSort(resolved.query)),
        soonest_(index.calendar(), resolved.now),
        // There is nothing past the last service, however far down a page is.
        best_(std::min<std::size_t>(static_cast<std::size_t>(resolved.query.page) *
                                        static_cast<std::size_t>(resolved.query.per_page),
                                    std::max<std::size_t>(1, index.services().size()))) {
    if (sort_ == Sort::kRelevance) scorer_.emplace(index, resolved);
  }

  // Those of `block` that no filter refused.
  void AddBlock(const DocBlock& block) {
    std::array<std::uint8_t, DocBlock::kCapacity> beaten;
    const std::uint64_t decided = FindBeaten(block, beaten);
    for (std::size_t i = 0; i < block.count; ++i) {
      if (block.refused_by[i] != 0) continue;
      const std::uint64_t possible_bit = block.certain[i] != 0 ? 0 : kPossible;
      if (beaten[i] != 0 && possible_bit == decided) continue;
      if (block.bounded && possible_bit == bounded_ && block.bound[i] < least_score_) continue;
      Add(block.docs[i], possible_bit, block.bounded);
    }
  }

  // What a document needs that matches certainly.
  RankingLimits limits() const {
    RankingLimits limits;
    if (bounded_ != 0) return limits;
    if (scorer_) limits.least_bm25 = scorer_->least_bm25();
    limits.least_score = least_score_;
    if (circle_) limits.farthest = &*circle_;
    return limits;
  }

  std::vector<SortKey> Take() { return best_.Take(); }

 private:
  static constexpr std::uint64_t kPossible = std::uint64_t{1} << 63;
  static constexpr std::uint64_t kTop = std::uint64_t{1} << 62;
  static constexpr std::uint64_t kNothing = UINT64_MAX;  // no certainty

  bool NeedsDistance() const { return sort_ == Sort::kDistance || sort_ == Sort::kRelevance; }

  // `is_told`: its bound did not say that it is beaten.
  void Add(DocId doc, std::uint64_t possible_bit, bool is_told) {
    // No key of this certainty is smaller.
    if (!best_.MayEnter(possible_bit)) return;
    if (possible_bit == bounded_ && !is_told && IsBeaten(doc)) return;
    const std::optional<Millimetres> distance =
        NeedsDistance() ? DistanceOf(index_, resolved_, doc) : std::nullopt;
    const std::uint64_t primary = possible_bit | SortedBy(doc, distance);
    if (!best_.MayEnter(primary)) return;
    const std::optional<Millimetres> told_apart_by =
        NeedsDistance() ? distance : DistanceOf(index_, resolved_, doc);
    best_.Add({.primary = primary,
               .service = documents_.service[doc],
               .distance =
                   told_apart_by ? static_cast<std::uint64_t>(told_apart_by->value()) : kNoDistance,
               .soonest = SoonestOf(doc),
               .location_rank = documents_.location_rank[doc],
               .doc = doc});
    UpdateBounds();
  }

  // Whether a document of the certainty `bounded_` is known to be worse than the worst of the best,
  // without working out its key.
  bool IsBeaten(DocId doc) {
    if (sort_ == Sort::kRelevance) return scorer_->FallsShort(doc);
    const auto reach = EnumSet<Reach>::FromBits(documents_.reach[doc]);
    return circle_ && reach.Has(Reach::kPlace) && !circle_->Contains(documents_.position[doc]);
  }

  // The same for a block, side by side: marks the beaten ones; returns of which certainty that is
  // decided.
  std::uint64_t FindBeaten(const DocBlock& block,
                           std::array<std::uint8_t, DocBlock::kCapacity>& beaten) const {
    if (sort_ == Sort::kRelevance && block.bounded) {
      FindPoor(block, beaten);
    } else if (circle_) {
      FindTooFar(block, beaten);
    } else {
      std::fill_n(beaten.begin(), block.count, std::uint8_t{0});
      if (scorer_) PrefetchTexts(block);
    }
    return bounded_;
  }

  void FindPoor(const DocBlock& block,
                std::array<std::uint8_t, DocBlock::kCapacity>& beaten) const {
    for (std::size_t i = 0; i < block.count; ++i) {
      beaten[i] = block.bound[i] < least_score_ ? 1 : 0;
      if (beaten[i] != 0) continue;
      const DocId doc = block.docs[i];
      __builtin_prefetch(&documents_.text_length[doc]);
      __builtin_prefetch(&documents_.assured[doc]);
      __builtin_prefetch(&documents_.richness[doc]);
      __builtin_prefetch(&documents_.service[doc]);
    }
  }

  // Asked next, and far apart.
  void PrefetchTexts(const DocBlock& block) const {
    for (const DocId doc : block.view()) __builtin_prefetch(&documents_.text_length[doc]);
  }

  void FindTooFar(const DocBlock& block,
                  std::array<std::uint8_t, DocBlock::kCapacity>& beaten) const {
    std::array<LatLng, DocBlock::kCapacity> positions;
    std::array<std::uint8_t, DocBlock::kCapacity> within;
    for (std::size_t i = 0; i < block.count; ++i) {
      positions[i] = documents_.PositionOrNullIsland(block.docs[i]);
    }
    circle_->Contains(std::span(positions).first(block.count), within);
    for (std::size_t i = 0; i < block.count; ++i) {
      const auto reach = EnumSet<Reach>::FromBits(documents_.reach[block.docs[i]]);
      beaten[i] = reach.Has(Reach::kPlace) && within[i] == 0 ? 1 : 0;
    }
  }

  // Follows the worst of the best. `bounded_` is its certainty: of that, documents can be beaten.
  void UpdateBounds() {
    const SortKey* limit = best_.limit();
    if (limit == nullptr) return;
    bounded_ = limit->primary & kPossible;
    if (sort_ == Sort::kRelevance) {
      const std::uint64_t below_top = limit->primary & ~kPossible;
      const double score = static_cast<double>(kTop - below_top) / 1e6;
      scorer_->Require(score);
      least_score_ = (score - 2e-6) * (1 - 1e-5);  // scores and bounds are rounded
    }
    if (sort_ == Sort::kDistance) UpdateCircle(*limit);
  }

  // Keeps a circle around the best while their worst has a distance. Making one costs as much as
  // dozens of tests, so it may stay a little too large.
  void UpdateCircle(const SortKey& limit) {
    if (limit.distance == kNoDistance) {
      circle_.reset();
      return;
    }
    const Millimetres radius(static_cast<std::int64_t>(limit.distance));
    if (circle_ && radius <= circle_->radius() &&
        radius.value() > circle_->radius().value() / 4 * 3) {
      return;
    }
    circle_.emplace(resolved_.place->point, radius);
  }

  // Below 2^63; smaller is better.
  std::uint64_t SortedBy(DocId doc, std::optional<Millimetres> distance) {
    switch (sort_) {
      case Sort::kDistance:
        return ByDistance(doc, distance);
      case Sort::kRelevance:
        return kTop - static_cast<std::uint64_t>(QuantisedScore(scorer_->Score(doc, distance)));
      case Sort::kAssured:
        return ByAssured(documents_.assured[doc]);
      case Sort::kModified:
        return ByModified(doc);
      case Sort::kName:
        return documents_.name_rank[doc];
      case Sort::kSoonest:
        return soonest_.KeyOf(documents_.HoursOf(doc));
      case Sort::kId:
        return 0;
    }
    return 0;
  }

  // Tells documents of one service apart.
  std::uint32_t SoonestOf(DocId doc) {
    if ((documents_.flags[doc] & kOnlyDocument) != 0) return 0;
    return soonest_.KeyOf(documents_.HoursOf(doc));
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

  // Moments of the years 1 to 9999 are below 2^40 seconds, either side of 1970.
  std::uint64_t ByModified(DocId doc) const {
    const std::optional<Moment> modified = ModifiedOf(index_, doc, resolved_.now.date);
    if (!modified) return kTop;
    return static_cast<std::uint64_t>((std::int64_t{1} << 40) -
                                      modified->time_since_epoch().count());
  }

  const Index& index_;
  const DocumentColumns& documents_;
  const ResolvedQuery& resolved_;
  Sort sort_;
  std::optional<RelevanceScorer> scorer_;  // when the order is relevance
  SoonestJudge soonest_;
  BestHits best_;
  std::optional<CircleFilter> circle_;
  double least_score_ = 0;  // of a document of the certainty `bounded_`, by relevance
  std::uint64_t bounded_ = kNothing;
};

void CountFacet(PlannedFacet& facet, const DocBlock& block) {
  facet.values->Count(block, facet.own_filter, *facet.tally);
}

// What the page shows of each hit is worked out for the hits of the page only.
void FillHits(const Index& index, const std::vector<SortKey>& best, QueryPlan& plan,
              Result& result) {
  const Query& query = result.resolved.query;
  const auto per_page = static_cast<std::size_t>(query.per_page);
  const std::size_t first = (static_cast<std::size_t>(query.page) - 1) * per_page;
  std::vector<PlannedFilter> filters = std::move(plan.filters);
  std::ranges::move(plan.set_aside, std::back_inserter(filters));
  HitMaker maker(index, result.resolved, std::move(filters));
  for (std::size_t i = first; i < std::min(first + per_page, best.size()); ++i) {
    result.hits.push_back(maker.Make(best[i].doc, best[i].primary >> 63 == 0));
  }
}

// Runs a plan: every document it looks at is counted, ranked and told to the facets.
class PlanRun {
 public:
  PlanRun(const Index& index, const ResolvedQuery& resolved, QueryPlan& plan)
      : plan_(plan),
        totals_(index.documents(), index.services().size()),
        ranking_(index, resolved) {}

  void Run() {
    if (plan_.windows) {
      DocWindow window;
      while (plan_.windows->Next(ranking_.limits(), window)) {
        if (!plan_.of_windows.empty()) window.KeepAnyOf(plan_.of_windows);
        AddWindow(window);
      }
    }
    for (block_.count = 0; plan_.producer->Fill(block_); block_.count = 0) AddBlock(block_);
    totals_.Finish();
  }

  const ServiceTotals& totals() const { return totals_; }
  std::vector<SortKey> TakeBest() { return ranking_.Take(); }

 private:
  void AddWindow(const DocWindow& window) {
    if (plan_.asked_of_windows.empty()) {
      AddDecided(window);
    } else {
      AskDecided(window);
    }
    ForEachBlock(window, window.undecided, window.with_undecided, block_,
                 [&](DocBlock& block) { AddBlock(block); });
  }

  // Documents of which nothing more has to be asked.
  void AddDecided(const DocWindow& window) {
    totals_.AddWindow(window);
    ForEachBlock(window, window.offered, window.with_offered, block_,
                 [&](const DocBlock& block) { ranking_.AddBlock(block); });
    for (PlannedFacet& facet : plan_.facets) {
      for (const DocWindow::Bits* bits : {&window.of_service, &window.alone}) {
        ForEachBlock(window, *bits, block_,
                     [&](const DocBlock& block) { CountFacet(facet, block); });
      }
    }
  }

  // Documents that the window has decided but for some filters.
  void AskDecided(const DocWindow& window) {
    for (const DocWindow::Bits* bits : {&window.of_service, &window.alone}) {
      ForEachBlock(window, *bits, block_, [&](DocBlock& block) {
        for (std::size_t filter : plan_.asked_of_windows) Keep(plan_.filters[filter], block);
        AddKept(block);
      });
    }
  }

  // What the filters leave of it.
  void AddBlock(DocBlock& block) {
    for (PlannedFilter& filter : plan_.filters) Keep(filter, block);
    for (std::size_t i = 0; i < plan_.set_aside.size(); ++i) {
      SetAside(plan_.set_aside[i], static_cast<std::uint8_t>(i), block);
    }
    AddKept(block);
  }

  void AddKept(const DocBlock& block) {
    totals_.AddBlock(block);
    ranking_.AddBlock(block);
    for (PlannedFacet& facet : plan_.facets) CountFacet(facet, block);
  }

  QueryPlan& plan_;
  ServiceTotals totals_;
  Ranking ranking_;
  DocBlock block_;
};

}  // namespace

absl::StatusOr<Result> Search(const Index& index, const Query& query, LocalMinute now,
                              const text::Synonyms* synonyms) {
  Result result;
  ASSIGN_OR_RETURN(result.resolved, Resolve(index, query, now, synonyms));
  QueryPlan plan = MakePlan(index, result.resolved);
  PlanRun run(index, result.resolved, plan);
  run.Run();
  result.total = run.totals().total();
  result.total_certain = run.totals().total_certain();
  FillHits(index, run.TakeBest(), plan, result);
  for (PlannedFacet& facet : plan.facets) {
    facet.values->Finish(*facet.tally);
    result.facets.push_back(CountsOf(facet.facet, *facet.values, *facet.tally,
                                     static_cast<std::size_t>(query.facet_limit)));
  }
  return result;
}

absl::StatusOr<RankedResults> RankAll(const Index& index, const Query& query, LocalMinute now,
                                      const text::Synonyms* synonyms) {
  RETURN_IF_ERROR(CheckQuery(query));
  Query whole = query;
  whole.page = 1;
  whole.per_page = static_cast<int>(std::max<std::uint32_t>(1, index.services().size()));
  whole.facets.clear();
  whole.dialect.is_unbounded = true;
  RankedResults ranked;
  ASSIGN_OR_RETURN(ranked.resolved, Resolve(index, whole, now, synonyms));
  QueryPlan plan = MakePlan(index, ranked.resolved);
  PlanRun run(index, ranked.resolved, plan);
  run.Run();
  ranked.total_certain = run.totals().total_certain();
  const std::vector<SortKey> best = run.TakeBest();
  ranked.docs.reserve(best.size());
  for (const SortKey& key : best) ranked.docs.push_back(key.doc);
  ranked.resolved.query = query;
  return ranked;
}

}  // namespace waypost::query
