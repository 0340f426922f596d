#pragma once

// What `q` asks for, by QUERY.md: words with their synonyms, and phrases.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace waypost::oracle {

using Phrase = std::vector<std::string>;  // stems, in order

struct AskedWord {
  std::string stem;
  bool alone = false;                // some occurrence is of no phrase
  std::vector<Phrase> alternatives;  // any of them counts as the word
};

struct AskedWords {
  std::vector<AskedWord> words;  // distinct, in order of first appearance
  std::vector<Phrase> phrases;   // two words or more between quotes
};

// The synonyms of every world: who asks for one of `from` also finds what has one of `to`; with
// `both_ways` each stands for every other.
struct SynonymLine {
  std::vector<std::string_view> from;
  std::vector<std::string_view> to;
  bool both_ways = false;
};
std::span<const SynonymLine> SynonymLines();

// `keep_stop_words` and `no_synonyms` are mistakes to be built in.
AskedWords ReadWords(std::string_view q, bool keep_stop_words = false, bool no_synonyms = false);

}  // namespace waypost::oracle
