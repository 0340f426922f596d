#include "tests/oracle/asked_words.h"

#include <algorithm>

#include "tests/oracle/stems.h"

namespace waypost::oracle {
namespace {

const std::vector<SynonymLine>& Lines() {
  static const std::vector<SynonymLine> lines = {
      {{"debt"}, {"bread"}, true},
      {{"swim"}, {"river boat", "park"}, true},
      {{"choir"}, {"music hall", "old young"}, false},
      {{"young group", "yoga"}, {"tea"}, false},
      {{"help for carers"}, {"hub of the family"}, false},
  };
  return lines;
}

std::vector<Phrase> PhrasesOf(const std::vector<std::string_view>& texts) {
  std::vector<Phrase> phrases;
  for (std::string_view text : texts) phrases.push_back(StemsOf(text));
  return phrases;
}

// The phrases that one stands for.
std::vector<Phrase> AlternativesOf(const Phrase& asked) {
  std::vector<Phrase> found;
  for (const SynonymLine& line : Lines()) {
    std::vector<Phrase> from = PhrasesOf(line.from);
    std::vector<Phrase> to = PhrasesOf(line.to);
    if (line.both_ways) {
      from.insert(from.end(), to.begin(), to.end());
      to = from;
    }
    if (std::find(from.begin(), from.end(), asked) == from.end()) continue;
    for (const Phrase& phrase : to) {
      if (phrase != asked) found.push_back(phrase);
    }
  }
  return found;
}

AskedWord* FindWord(std::vector<AskedWord>& words, const std::string& stem) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [&](const AskedWord& word) { return word.stem == stem; });
  return found == words.end() ? nullptr : &*found;
}

// Words between the same quotes, where there are two or more.
bool IsOfPhrase(const std::vector<TypedWord>& typed, std::size_t at) {
  if (!typed[at].quoted) return false;
  const auto same = [&](std::size_t other) { return typed[other].quotes == typed[at].quotes; };
  return (at > 0 && typed[at - 1].quoted && same(at - 1)) ||
         (at + 1 < typed.size() && typed[at + 1].quoted && same(at + 1));
}

void AddSynonyms(const std::vector<TypedWord>& typed, std::vector<AskedWord>& words) {
  for (std::size_t begin = 0; begin < typed.size(); ++begin) {
    Phrase phrase;
    for (std::size_t end = begin; end < typed.size() && !typed[end].quoted; ++end) {
      phrase.push_back(StemOf(typed[end].text));
      for (const Phrase& alternative : AlternativesOf(phrase)) {
        for (const std::string& stem : phrase) {
          AskedWord* word = FindWord(words, stem);
          const bool is_quoted = std::any_of(
              typed.begin(), typed.end(),
              [&](const TypedWord& other) { return other.quoted && StemOf(other.text) == stem; });
          if (word == nullptr || is_quoted || alternative == Phrase{stem}) continue;
          word->alternatives.push_back(alternative);
        }
      }
    }
  }
}

}  // namespace

std::span<const SynonymLine> SynonymLines() { return Lines(); }

AskedWords ReadWords(std::string_view q, bool keep_stop_words, bool no_synonyms) {
  const std::vector<TypedWord> typed = TypedWordsOf(q);
  const auto counts = [](const TypedWord& word) { return word.quoted || !IsStopWord(word.text); };
  const bool nothing_else = std::none_of(typed.begin(), typed.end(), counts);
  AskedWords asked;
  for (const std::string& stem : QueryStems(q, keep_stop_words)) asked.words.push_back({stem});
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool of_phrase = IsOfPhrase(typed, i);
    const bool begins = i == 0 || !typed[i - 1].quoted || typed[i - 1].quotes != typed[i].quotes;
    if (of_phrase && begins) asked.phrases.emplace_back();
    if (of_phrase) asked.phrases.back().push_back(StemOf(typed[i].text));
    AskedWord* word = FindWord(asked.words, StemOf(typed[i].text));
    const bool is_asked = counts(typed[i]) || nothing_else || keep_stop_words;
    if (word != nullptr && !of_phrase && is_asked) word->alone = true;
  }
  if (!no_synonyms) AddSynonyms(typed, asked.words);
  return asked;
}

}  // namespace waypost::oracle
