#pragma once

// A question answered so that it is no dead end: a word that occurs nowhere is corrected, and where
// little is found it is said what to change.
//
//   ASSIGN_OR_RETURN(Answer answer, AnswerQuery(index, query, now, synonyms));
//
// A pure function, as Search is.

#include <string>
#include <vector>

#include "engine/query/loosen.h"
#include "engine/query/result.h"

namespace waypost::query {

struct Answer {
  Result result;
  // `q` with the words that occur nowhere corrected; "" when all occur, or nothing is near.
  std::string did_you_mean;
  // Nothing matched as asked, so `result` is of the corrected words.
  bool is_corrected = false;
  std::vector<Loosening> loosen;
};

// The question that AnswerQuery answers: `query`, or the one with corrected words.
absl::StatusOr<Query> QueryAnswered(const Index& index, const Query& query, LocalMinute now,
                                    const text::Synonyms* synonyms);

// Errors: those of Search; DataLoss when the index's vocabulary cannot be read.
absl::StatusOr<Answer> AnswerQuery(const Index& index, const Query& query, LocalMinute now,
                                   const text::Synonyms* synonyms);

}  // namespace waypost::query
