#pragma once

// English as the worlds of these tests know it: an explicit table instead of a stemmer. Words of
// one line of the table are one word to the search; a word in no line stands for itself.
//
// stems_test.cc holds the table to the real analyser, for every word that a world can contain.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace waypost::oracle {

// The first word of the line that `word` is in, else `word`. REQUIRES: lower case.
std::string StemOf(std::string_view word);

bool IsStopWord(std::string_view word);

// The words of a text: runs of ASCII letters and digits in lower case, stemmed.
std::vector<std::string> StemsOf(std::string_view text);

struct TypedWord {
  std::string text;  // lower case
  bool quoted = false;
  int quotes = 0;  // which quotes it stands in
};
std::vector<TypedWord> TypedWordsOf(std::string_view text);

// What is searched for: the distinct stems of `q` in order of first appearance, without stop words
// unless they stand in quotes or nothing else is left. `keep_stop_words` is a mistake to be built
// in.
std::vector<std::string> QueryStems(std::string_view q, bool keep_stop_words = false);

// Words for texts, in no particular order; those of a line of the table among them.
std::span<const std::string_view> TextWords();
std::span<const std::string_view> StopWords();

}  // namespace waypost::oracle
