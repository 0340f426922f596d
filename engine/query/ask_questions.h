#pragma once

// The next best question of a tree (engine/taxonomy/question_tree.h).
//
//   ASSIGN_OR_RETURN(NextQuestion next, AskNext(index, tree, {{"what", "group"}}, asked, now,
//   ...)); if (next.question != nullptr) ... next.question->text, next.answers[i].total
//
// What an answer sets replaces what the beginning of the tree, or a question before it, set for the
// same parameter: a more particular need narrows. What the person asked besides (a place, say)
// holds unless an answer sets the same parameter.
//
// Among the questions that are not answered, and that wait for no answer that was not given, the
// one is asked that leaves the least to read: sum(n * n) / sum(n) over what its answers find, as if
// every service found were wanted equally; of equals the first. Answers that find nothing are not
// offered. No question is asked of kShortEnough results or fewer, nor one that narrows nothing.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/index/index.h"
#include "engine/query/parse_query.h"
#include "engine/taxonomy/question_tree.h"
#include "engine/text/synonyms.h"

namespace waypost::query {

inline constexpr std::uint64_t kShortEnough = 3;

struct OfferedAnswer {
  const QuestionAnswer* answer = nullptr;  // nullptr: any
  std::uint64_t total = 0;
  std::uint64_t total_certain = 0;
};

struct NextQuestion {
  Query query;  // what the answers so far ask for
  std::uint64_t total = 0;
  std::uint64_t total_certain = 0;
  const TreeQuestion* question = nullptr;  // of the tree; nullptr: enough is known
  std::vector<OfferedAnswer> answers;      // in the order of the file, and "any"
};

// `asked` are the person's own parameters. Errors are request errors: an answer that the tree does
// not have, two answers to one question, a question that waits for another answer, and those of
// ParseQuery and Search. The tree must outlive the result.
absl::StatusOr<NextQuestion> AskNext(const Index& index, const QuestionTree& tree,
                                     std::span<const GivenAnswer> given,
                                     std::span<const Parameter> asked, LocalMinute now,
                                     const text::Synonyms* synonyms);

}  // namespace waypost::query
