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
// Built once for an index, a tenth of a second for 12,000 phrases and 9,300 sayings; immutable then
// and safe from any thread. Does not refer to the index.

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/ask/need_evidence.h"
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

  // What words speak for which need, counted over labels, descriptions, synonyms, phrases and
  // sayings.
  const NeedEvidence& evidence() const { return evidence_; }

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
  struct HashOfText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using TextSet = std::unordered_set<std::string, HashOfText, std::equal_to<>>;
  struct Phrase {
    std::vector<std::string> senses;  // of an exact phrase the words as they are
    std::vector<Meaning> meanings;
    int more_weight = 0;
    std::vector<std::string> only_words;  // of a phrase of one word: how it is written
    bool is_exact = false;
    bool is_cue = false;  // of the language itself
    bool is_weak = false;
    bool denies_doing = false;   // "won't settle", which "no settled address" does not say
    bool denies_having = false;  // "no food", which "not a food bank" does not say
    bool can_be_denied = false;
  };

  void AddVocabulary(const Index& index, text::Analyser& analyser,
                     std::span<const std::string_view> names, Kind kind);
  void AddTerm(const Index& index, text::Analyser& analyser, TaxonomyTermId term, Kind kind);
  void Know(const Word& word);
  void AddSaying(const Sentence& said, const Meaning& need);
  void AddCues(text::Analyser& analyser);
  // `text` beginning with "=" is exact.
  void Add(text::Analyser& analyser, std::string_view text, const Meaning& meaning,
           int more_weight);
  static bool StandForEachOther(const Phrase& phrase, std::size_t at, std::string_view wanted,
                                std::string_view word);
  static std::size_t MatchAt(const Sentence& sentence, std::size_t at, const Phrase& phrase,
                             int& skipped);

  std::vector<Phrase> phrases_;
  std::map<std::vector<std::string>, std::uint32_t> by_senses_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_first_;
  TextSet words_;
  std::set<std::string, std::less<>> words_in_order_;  // for NearestWord
  TextSet senses_;
  std::map<std::string, Meaning, std::less<>> circumstances_;
  NeedEvidence evidence_;
};

}  // namespace waypost::ask
