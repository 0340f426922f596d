#pragma once

// Question trees: a few questions in plain words that lead from "I am lonely" to a search.
//
//   for (const QuestionTree& tree : index.question_trees()) ... tree.label, tree.questions
//
// Each answer sets conditions of a search; so does the beginning of the tree. Conditions are
// parameters of /api/search, several values of one parameter as several conditions of its name.
//
// As bytes (FormatQuestionTrees): a line for each thing, its fields parted by tabs, so that what
// the builder checked is read back without a parser of its own:
//
//   tree      id  label  description
//   if        name  value                a condition of what stands above: of a tree or an answer
//   question  id  text
//   after     question  answer           asked only after one of these
//   answer    id  label

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"

namespace waypost {

// The answer of who does not mind; every question has it.
inline constexpr std::string_view kAnyAnswer = "any";
inline constexpr std::string_view kAnyLabel = "I do not mind";

struct QuestionCondition {
  std::string name;
  std::string value;
  friend bool operator==(const QuestionCondition&, const QuestionCondition&) = default;
};

struct QuestionAnswer {
  std::string id;
  std::string label;
  std::vector<QuestionCondition> conditions;
  friend bool operator==(const QuestionAnswer&, const QuestionAnswer&) = default;
};

// An answer that was given.
struct GivenAnswer {
  std::string question;
  std::string answer;
  friend bool operator==(const GivenAnswer&, const GivenAnswer&) = default;
};

struct TreeQuestion {
  std::string id;
  std::string text;
  std::vector<GivenAnswer> after;  // empty: asked in any case
  std::vector<QuestionAnswer> answers;
  friend bool operator==(const TreeQuestion&, const TreeQuestion&) = default;
};

struct QuestionTree {
  std::string id;
  std::string label;
  std::string description;
  std::vector<QuestionCondition> conditions;
  std::vector<TreeQuestion> questions;
  friend bool operator==(const QuestionTree&, const QuestionTree&) = default;
};

// REQUIRES: no text has a tab or a line end in it.
std::string FormatQuestionTrees(const std::vector<QuestionTree>& trees);

// Errors: DataLoss for a line that is none of the above, or stands where it cannot.
absl::StatusOr<std::vector<QuestionTree>> ParseQuestionTrees(std::string_view text);

}  // namespace waypost
