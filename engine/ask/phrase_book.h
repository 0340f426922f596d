#pragma once

// The phrases by which sentences are read, of the index's vocabularies and of the language itself.
//
//   const PhraseBook book = *PhraseBook::Build(index);
//   book.FindAt(sentence, 3)   // readings that begin at the fourth word: "coffee morning", need
//   food
//
// A phrase is found where its words stand in order, by their senses (sentence.h); light words may
// come between, and one other word in a phrase of three or more. Of the vocabularies every need and
// circumstance counts, with its label, synonyms and phrases; labels of terms that others stand
// below are titles, not what people say.
//
// Built once for an index, a tenth of a second for 5,000 phrases; immutable then and safe from any
// thread. Does not refer to the index.

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ask/reading.h"
#include "engine/core/status.h"
#include "engine/index/index.h"

namespace waypost::ask {

class PhraseBook {
 public:
  PhraseBook() = default;
  // Errors: those of the analyser.
  static absl::StatusOr<PhraseBook> Build(const Index& index);

  // Readings of the phrases that begin at word `at`. O(phrases that begin with the word).
  void FindAt(const Sentence& sentence, std::size_t at, std::vector<Reading>& readings) const;

  // The need that most phrases with these words mean, where two words or a telling one agree on it:
  // what is left of a sentence in which no phrase was found. Empty when they do not. The reading is
  // of those of `words`, ascending numbers of words of the sentence, that say so.
  std::vector<Reading> SuggestNeed(const Sentence& sentence,
                                   std::span<const std::size_t> words) const;

  // The circumstance of that code; nullptr when the vocabularies have none.
  const Meaning* FindCircumstance(std::string_view code) const {
    const auto found = circumstances_.find(code);
    return found == circumstances_.end() ? nullptr : &found->second;
  }

  // True when a phrase has a word of this sense.
  bool KnowsSense(std::string_view sense) const { return senses_.contains(sense); }
  // True when the folded word stands in some phrase, or means something alone.
  bool Knows(std::string_view folded) const { return words_.contains(folded); }
  // The one known word that `folded` is a slip of the fingers away from; "" when there is none, or
  // several. For words of five letters or more whose first letter is right. O(words of that
  // letter).
  std::string_view NearestWord(std::string_view folded) const;

 private:
  struct Phrase {
    std::vector<std::string> senses;  // of an exact phrase the words as they are
    std::vector<Meaning> meanings;
    int more_weight = 0;
    std::vector<std::string> only_words;  // of a phrase of one word: how it is written
    bool is_exact = false;
    bool is_weak = false;
    bool denies_doing = false;  // "won't settle", which "no settled address" does not say
    bool can_be_denied = false;
  };

  void AddVocabulary(const Index& index, text::Analyser& analyser,
                     std::span<const std::string_view> names, Kind kind);
  void AddTerm(const Index& index, text::Analyser& analyser, TaxonomyTermId term, Kind kind);
  void AddCues(text::Analyser& analyser);
  // `text` beginning with "=" is exact.
  void Add(text::Analyser& analyser, std::string_view text, const Meaning& meaning,
           int more_weight);
  void CountWords(const Sentence& words, const Meaning& need);
  static std::size_t MatchAt(const Sentence& sentence, std::size_t at, const Phrase& phrase,
                             int& skipped);

  std::vector<Phrase> phrases_;
  std::map<std::vector<std::string>, std::uint32_t> by_senses_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_first_;
  std::set<std::string, std::less<>> words_;
  std::set<std::string, std::less<>> senses_;
  std::map<std::string, Meaning, std::less<>> circumstances_;
  // By sense: how many phrases of each need have it, by the number of the need in needs_.
  std::map<std::string, std::map<std::size_t, int>, std::less<>> need_counts_;
  std::vector<Meaning> needs_;
};

}  // namespace waypost::ask
