#pragma once

// How strongly the words of a sentence speak for each need, whatever their order and however far no
// phrase is found: counted over all that the vocabularies have people say.
//
//   NeedEvidence evidence;
//   evidence.Add(ReadWords(analyser, "hearing aid batteries"), meaning);
//   evidence.Finish();
//   evidence.Weigh(words)   // the needs that they speak for, the strongest first
//
// A feature is the sense of a word, or of two words next to each other or with one between. It
// speaks for a need by the logarithm of how much more often it is said for that need than chance
// would have it, both counts a little raised so that what was seen once weighs little: the
// observed-to-expected ratio with shrinkage (W. DuMouchel, Bayesian Data Mining in Large Frequency
// Tables, The American Statistician 53, 1999), here with one constant for all. What a feature is
// not said for says nothing against. A word counts once for a need, by the strongest feature that
// it stands in; strong words count for more than their share (power 3/2), since one telling word is
// worth more than several vague ones.
//
// Weights are whole thousandths, so that the same texts give the same order on every machine.
// Built once; immutable after Finish and safe from any thread.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/ask/reading.h"
#include "engine/ask/sentence.h"

namespace waypost::ask {

// Words [first, last) that were found to be a phrase of `need`.
struct FoundNeed {
  std::string need;  // its value
  std::size_t first = 0;
  std::size_t last = 0;
};

// What speaks for one need.
struct WeighedNeed {
  std::size_t need = 0;  // for NeedEvidence::need
  std::int64_t weight = 0;
  std::vector<std::int32_t> by_word;  // of each word of the sentence
};

class NeedEvidence {
 public:
  // One thing that people say for `need`; a need's things are added together. O(words).
  void Add(const Sentence& said, const Meaning& need);
  // What people say without meaning a need: who they are.
  void AddBackground(const Sentence& said) { Count(said, kBackground); }
  // Makes the counts ready. O(n log n) in features; before the first Weigh, once.
  void Finish();

  // The needs that `words` speak for, the strongest first; of equal ones the one added first.
  // `is_open` tells which words count; those of a phrase in `found` speak for its need however
  // often they are said for others. O(features of the words * needs that each is said for).
  std::vector<WeighedNeed> Weigh(const Sentence& words, const std::vector<bool>& is_open,
                                 const std::vector<FoundNeed>& found = {}) const;

  const Meaning& need(std::size_t number) const { return needs_[number]; }

 private:
  static constexpr std::uint16_t kBackground = 0xFFFF;
  using Feature = std::uint64_t;
  struct FeatureAt {
    Feature feature;
    std::size_t first;   // the word,
    std::size_t second;  // or the two words, that it stands in
  };
  struct Said {
    Feature feature = 0;
    std::uint16_t need = 0;
    std::int32_t count = 0;  // negative while not yet counted together
    std::int32_t weight = 0;
  };

  void Count(const Sentence& said, std::uint16_t need);
  // `number_of` gives the number of a sense, 0 for none.
  template <typename NumberOf>
  static std::vector<FeatureAt> FeaturesOf(const Sentence& words, const std::vector<bool>* is_open,
                                           const NumberOf& number_of);
  void Raise(const Sentence& words, const std::vector<bool>& is_open, const FoundNeed& found,
             std::vector<WeighedNeed>& weighed) const;
  std::int32_t WeightOf(std::int64_t count, std::int64_t count_of_all, std::uint16_t need) const;

  std::unordered_map<std::string, std::uint32_t> senses_;
  std::vector<Meaning> needs_;
  std::vector<Said> said_;  // ascending by feature, then need
  std::vector<std::int64_t> features_of_need_;
  std::int64_t features_of_all_ = 0;
};

}  // namespace waypost::ask
