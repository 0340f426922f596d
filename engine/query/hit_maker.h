#pragma once

// What an answer shows of a document, besides what is stored: how far it is, what is not known of
// it, what its score is made of.
//
//   HitMaker maker(index, resolved);
//   if (const std::optional<Hit> hit = maker.Match(doc)) ...

#include <optional>
#include <vector>

#include "engine/query/filters/doc_filter.h"
#include "engine/query/result.h"
#include "engine/query/scoring/relevance.h"

namespace waypost::query {

// From P, where the document is reached at its place.
std::optional<Millimetres> DistanceOf(const Index& index, const ResolvedQuery& resolved, DocId doc);

// Takes documents in any order. `index` and `resolved` outlive it; one thread at a time.
class HitMaker {
 public:
  HitMaker(const Index& index, const ResolvedQuery& resolved);
  // With the filters of a plan, which need not have those that the plan has decided.
  HitMaker(const Index& index, const ResolvedQuery& resolved, std::vector<PlannedFilter> filters);

  // REQUIRES: `doc` matches, and `certain` says how.
  Hit Make(DocId doc, bool certain);

  // None when `doc` does not match.
  std::optional<Hit> Match(DocId doc);

 private:
  Fact AnswerOf(PlannedFilter& planned, DocId doc);
  Hit Bare(DocId doc, bool certain);

  const Index& index_;
  const ResolvedQuery& resolved_;
  std::vector<PlannedFilter> filters_;
  std::optional<RelevanceScorer> scorer_;  // when the order is relevance
};

}  // namespace waypost::query
