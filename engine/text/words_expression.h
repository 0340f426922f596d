#pragma once

// Words with operators, as `syntax=advanced` reads them.
//
//   ParseExpression("(debt OR \"money advice\") -children", analyser)
//     // and( or( debt, "money advice" ), not( children ) )
//
//   expression = and-part { "OR" and-part }
//   and-part   = part { ["AND"] part }
//   part       = ("NOT" | "-") part | "(" expression ")" | "\"" words "\"" | word
//
// * AND, OR and NOT are operators in capitals only; "-" at the beginning of a part and close to it.
// * Words between quotes stand side by side. A word that the analyser reads as several ("drop-in")
//   asks for each of them.
// * Stop words outside of quotes are left out, unless there is nothing else.
// * Synonyms play no part: who uses operators says what is meant.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "engine/text/analyser.h"
#include "engine/text/words_query.h"

namespace waypost::text {

struct WordsExpression {
  enum class Kind : std::uint8_t { kPhrase, kAnd, kOr, kNot };

  Kind kind = Kind::kAnd;              // an "and" of nothing holds of every text
  std::vector<std::string> terms;      // of a phrase; a word is a phrase of one
  std::vector<WordsExpression> parts;  // of the other kinds; of "not", one

  friend bool operator==(const WordsExpression&, const WordsExpression&) = default;
};

struct AdvancedWords {
  WordsExpression expression;
  // Those that are asked for and not refused, distinct: what a text is scored by.
  std::vector<Word> words;

  friend bool operator==(const AdvancedWords&, const AdvancedWords&) = default;
};

// Parentheses and refusals within each other.
inline constexpr int kMaxExpressionDepth = 32;

// Errors: InvalidArgument with a sentence that says what is missing and after which words: an
// operator without a part, parentheses or quotes that are not closed, nesting too deep. O(length).
absl::StatusOr<AdvancedWords> ParseExpression(std::string_view text, Analyser& analyser);

}  // namespace waypost::text
