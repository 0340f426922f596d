#pragma once

// The vocabularies as rules of inference, compiled once a build (type_inference.h).

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/text/analyser.h"
#include "index_builder/prepare/word_numbers.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::prepare {

// A stem, by number; stems that no vocabulary has are kNoStem.
using StemNumber = WordNumber;
inline constexpr StemNumber kNoStem = UINT32_MAX;

struct InferenceToken {
  std::string word;  // folded, without a final s of words of more than three letters
  StemNumber stem = kNoStem;
  bool is_stop_word = false;
};

// Distinct stems that are no stop words, ascending by number: the order of all sums over them.
using Stems = std::vector<StemNumber>;

struct TypeLabel {
  record::TermRef type;
  std::vector<InferenceToken> tokens;
  Stems stems;
  double weight = 0;  // idf of the stems together
  Stems kinds;        // those that say what kind of thing it is: "allowance", "pass", "transport"
  bool is_mapped = false;            // some need or circumstance is mapped to it
  std::vector<std::uint32_t> needs;  // those mapped to it, ascending by the order of the taxonomy
};

struct TermPhrase {
  std::vector<InferenceToken> tokens;
  Stems stems;
  double weight = 0;
  bool is_circumstance = false;
  std::vector<std::uint32_t> labels;  // of the types that the term is mapped to
};

class InferenceVocabulary {
 public:
  InferenceVocabulary(const record::Taxonomy& taxonomy, text::Analyser& analyser);

  // A place in a label.
  struct LabelPlace {
    std::uint32_t label = 0;
    std::uint32_t token = 0;
  };

  const std::vector<TypeLabel>& labels() const { return labels_; }
  const std::vector<TermPhrase>& phrases() const { return phrases_; }
  // Where the stem stands in labels, but as a stop word; ascending.
  const std::vector<LabelPlace>& PlacesOf(StemNumber stem) const { return places_[stem]; }
  // The phrases that begin with the stem.
  const std::vector<std::uint32_t>& PhrasesOf(StemNumber stem) const { return first_[stem]; }

  double Idf(StemNumber stem) const { return idf_[stem]; }
  double WeightOf(const Stems& stems) const;

  // The tokens of a text, at most `limit` of them.
  std::vector<InferenceToken> Read(std::string_view text, std::size_t limit) const;

 private:
  std::vector<InferenceToken> Learn(std::string_view text);
  void AddTypes(const record::Taxonomy& taxonomy);
  void AddPhrases(const record::Taxonomy& taxonomy);
  void FindKinds();

  text::Analyser& analyser_;
  WordNumbers stems_;
  std::vector<TypeLabel> labels_;
  std::vector<TermPhrase> phrases_;
  std::vector<std::uint32_t> document_frequency_;  // by stem: types that have it
  std::vector<double> idf_;
  std::vector<std::vector<LabelPlace>> places_;
  std::vector<std::vector<std::uint32_t>> first_;
};

// Distinct stems of the tokens that are no stop words, ascending.
Stems ContentOf(const std::vector<InferenceToken>& tokens);

}  // namespace waypost::prepare
