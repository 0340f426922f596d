#pragma once

// The words of a question, as typed and as looked up.
//
//   ParseWords("the \"mother and baby\" group", analyser).words
//     // mother (quoted), and (quoted), baby (quoted), group
//
// * Words are distinct by term, in order of the first appearance that counts.
// * Stop words are left out, unless they are all there is ("The Who", "IT") or stand in quotes.
// * Quotes ("..." or “...”) make a phrase of two words or more, which has to stand so in a text, and
//   switch the stop-word rule and synonyms off for them; a quotation mark without a partner is
//   punctuation.
// * Nothing else is an operator: AND, OR, NOT, NEAR, +, -, *, ( are text or punctuation.
//
// The words of a service's full name, whatever the name, are always among the terms of that name,
// so a service is found by it. Bounds on length and number of words are the caller's.

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/analyser.h"
#include "engine/text/synonyms.h"

namespace waypost::text {

struct Word {
  std::string text;     // as typed, for messages and "did you mean"
  std::string word;     // folded, not stemmed: what Vocabulary::Suggest takes
  std::string term;     // what is looked up
  bool quoted = false;  // some occurrence stands in quotes
  bool alone = false;   // some occurrence is of no phrase
  // By synonyms: the word also counts as present where one of these stands as a phrase.
  std::vector<std::vector<std::string>> alternatives;
  friend bool operator==(const Word&, const Word&) = default;
};

struct WordsQuery {
  std::vector<Word> words;
  // The terms between quotes, where there are two or more, in order and with repeats; those of
  // `words` among them.
  std::vector<std::vector<std::string>> phrases;

  bool empty() const { return words.empty(); }
  friend bool operator==(const WordsQuery&, const WordsQuery&) = default;
};

// `text` without any letter or digit gives an empty query. `synonyms` may be null; it must have
// been built with an analyser of the same language. O(length of text + words * rules that apply).
WordsQuery ParseWords(std::string_view text, Analyser& analyser,
                      const Synonyms* synonyms = nullptr);

}  // namespace waypost::text
