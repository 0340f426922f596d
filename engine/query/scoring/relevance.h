#pragma once

// The relevance of a document (QUERY.md, "Relevance").

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "engine/core/units.h"
#include "engine/query/filters/doc_filter.h"
#include "engine/query/posting_cursor.h"
#include "engine/query/resolved_query.h"
#include "engine/query/result.h"

namespace waypost::query {

class RelevanceScorer {
 public:
  RelevanceScorer(const Index& index, const ResolvedQuery& resolved);

  // Documents ascend from call to call, until Restart. `distance` as in Hit.
  ScoreParts Score(DocId doc, std::optional<Millimetres> distance);

  void Restart();

 private:
  struct ScoredWord {
    PostingCursor cursor;
    double idf;
  };
  struct FittingTerms {
    std::unique_ptr<DocFilter> filter;
    double fit;
  };

  double Text(DocId doc);
  double TermFit(DocId doc);
  double Distance(DocId doc, std::optional<Millimetres> distance) const;
  double Freshness(DocId doc) const;

  const Index& index_;
  const ResolvedQuery& resolved_;
  const RelevanceConstants& constants_;
  std::vector<ScoredWord> words_;
  std::vector<FittingTerms> terms_;
};

// What is compared: whole millionths.
std::int64_t QuantisedScore(const ScoreParts& parts);

}  // namespace waypost::query
