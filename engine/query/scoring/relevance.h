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
#include "engine/query/scoring/word_bound.h"

namespace waypost::query {

class RelevanceScorer {
 public:
  RelevanceScorer(const Index& index, const ResolvedQuery& resolved);

  // Where documents ascend from call to call each costs what it is away from the last. `distance`
  // as in Hit.
  ScoreParts Score(DocId doc, std::optional<Millimetres> distance);

  // Of the document that was scored last; 0 without words or needs.
  double bm25() const { return bm25_; }

  // From now on only scores of at least `score` are wanted.
  void Require(double score);

  // What BM25 a document needs at least, by what was required.
  double least_bm25() const { return least_bm25_; }

  // Whether `doc` is known to miss what is required, by its text alone. Called
  // before Score, with ascending documents.
  bool FallsShort(DocId doc);

  void Restart();

 private:
  struct ScoredTerm {
    PostingCursor cursor;
    double idf = 0;
  };
  // Each alternative is one of the terms that stand for the word together; the best of them counts,
  // where the word itself is not there.
  using Alternatives = std::vector<std::vector<ScoredTerm>>;
  struct ScoredWord {
    PostingCursor cursor;  // none for a word that occurs nowhere and has synonyms
    double idf;
    WordBound bound;
    Alternatives alternatives;
  };
  struct FittingTerms {
    std::unique_ptr<DocFilter> filter;
    double fit;
  };

  void AddWord(const ResolvedWord& word);
  void OrderWords();
  // The most that a document can have besides its text.
  double MostBesidesText() const;

  double Bm25Of(DocId doc);
  double BestAlternative(Alternatives& alternatives, DocId doc, double norm);
  double Text(DocId doc);
  double TermFit(DocId doc);
  double Distance(DocId doc, std::optional<Millimetres> distance) const;
  double Freshness(DocId doc) const;

  const Index& index_;
  const ResolvedQuery& resolved_;
  const RelevanceConstants& constants_;
  std::vector<ScoredWord> words_;
  bool has_alternatives_ = false;  // then no document falls short by its text
  // Indexes of words_, the rarest first, each with the most that it and those after it add.
  struct BoundedWord {
    std::size_t word;
    double most_from_here;
  };
  std::vector<BoundedWord> by_weight_;
  std::vector<FittingTerms> terms_;
  double most_besides_text_;
  double least_bm25_ = 0;
  DocId measured_ =
      DocId::None();  // the last document of which BM25 was worked out, and what it is
  double bm25_ = 0;
};

// What is compared: whole millionths, half upward.
inline std::int64_t QuantisedScore(const ScoreParts& parts) {
  const double millionths = parts.Sum() * 1e6;
  const auto whole = static_cast<std::int64_t>(millionths);
  // The difference is exact, so this is what std::llround does, without its call.
  return whole + (millionths - static_cast<double>(whole) >= 0.5 ? 1 : 0);
}

}  // namespace waypost::query
