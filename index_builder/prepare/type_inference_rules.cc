#include "index_builder/prepare/type_inference_rules.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/taxonomy/vocabularies.h"

namespace waypost::prepare {
namespace {

constexpr std::string_view kServiceTypes = "esdServiceTypes";

// A word that the vocabulary has seldom or never is not rarer than about 3 of 1,500 types.
constexpr double kMostIdf = 6;

// A "kind" word ends several labels and is not as general as support, advice, service.
constexpr std::uint32_t kLeastKindLabels = 5;
constexpr std::uint32_t kMostKindTypes = 70;

// Stems join university and universe; one word stands for another when they differ by a plural s.
std::string WithoutPlural(std::string_view word) {
  if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
  return std::string(word);
}

}  // namespace

Stems ContentOf(const std::vector<InferenceToken>& tokens) {
  Stems stems;
  for (const InferenceToken& token : tokens) {
    if (!token.is_stop_word) stems.push_back(token.stem);
  }
  std::ranges::sort(stems);
  stems.erase(std::ranges::unique(stems).begin(), stems.end());
  return stems;
}

InferenceVocabulary::InferenceVocabulary(const record::Taxonomy& taxonomy, text::Analyser& analyser)
    : analyser_(analyser) {
  AddTypes(taxonomy);
  AddPhrases(taxonomy);
  document_frequency_.resize(stems_.size());
  for (const std::uint32_t frequency : document_frequency_) {
    const double types = static_cast<double>(labels_.size());
    idf_.push_back(std::min(kMostIdf, std::log((types + 1) / (frequency + 0.5))));
  }
  FindKinds();
  places_.resize(stems_.size());
  for (std::uint32_t i = 0; i < labels_.size(); ++i) {
    TypeLabel& label = labels_[i];
    label.weight = WeightOf(label.stems);
    for (std::uint32_t at = 0; at < label.tokens.size(); ++at) {
      if (!label.tokens[at].is_stop_word) places_[label.tokens[at].stem].push_back({i, at});
    }
  }
  first_.resize(stems_.size());
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    phrases_[i].weight = WeightOf(phrases_[i].stems);
    first_[phrases_[i].tokens.front().stem].push_back(i);
  }
}

std::vector<InferenceToken> InferenceVocabulary::Learn(std::string_view text) {
  std::vector<InferenceToken> tokens;
  analyser_.ForEachToken(text, [&](const text::Token& token) {
    tokens.push_back({WithoutPlural(token.word), stems_.Number(token.term), token.is_stop_word});
  });
  return tokens;
}

std::vector<InferenceToken> InferenceVocabulary::Read(std::string_view text,
                                                      std::size_t limit) const {
  std::vector<InferenceToken> tokens;
  analyser_.ForEachToken(text, [&](const text::Token& token) {
    if (tokens.size() >= limit) return;
    const std::optional<WordNumber> stem = stems_.Find(token.term);
    tokens.push_back({std::string(token.word), stem.value_or(kNoStem), token.is_stop_word});
  });
  return tokens;
}

void InferenceVocabulary::AddTypes(const record::Taxonomy& taxonomy) {
  for (const record::VocabularyTerm& term : taxonomy.terms) {
    if (term.vocabulary != kServiceTypes) continue;
    TypeLabel label{.type = {term.vocabulary, term.code, term.label}, .tokens = Learn(term.label)};
    label.stems = ContentOf(label.tokens);
    if (label.stems.empty()) continue;
    Stems all = ContentOf(Learn(term.description));
    all.insert(all.end(), label.stems.begin(), label.stems.end());
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    document_frequency_.resize(stems_.size());
    for (const StemNumber stem : all) ++document_frequency_[stem];
    labels_.push_back(std::move(label));
  }
}

void InferenceVocabulary::AddPhrases(const record::Taxonomy& taxonomy) {
  std::map<std::string, std::uint32_t, std::less<>> label_of_code;
  for (std::uint32_t i = 0; i < labels_.size(); ++i) {
    label_of_code.emplace(labels_[i].type.code, i);
  }
  using Key = std::pair<std::string, std::string>;
  std::map<Key, std::uint32_t> needs;
  std::map<Key, std::vector<std::uint32_t>> mapped;
  for (const record::TermMapping& mapping : taxonomy.mappings) {
    if (mapping.to.vocabulary != kServiceTypes) continue;
    const auto label = label_of_code.find(mapping.to.code);
    if (label == label_of_code.end()) continue;
    labels_[label->second].is_mapped = true;
    if (IsOf(kNeedVocabularies, mapping.from.vocabulary)) {
      const Key from(mapping.from.vocabulary, mapping.from.code);
      labels_[label->second].needs.push_back(
          needs.try_emplace(from, static_cast<std::uint32_t>(needs.size())).first->second);
    }
    mapped[{mapping.from.vocabulary, mapping.from.code}].push_back(label->second);
  }
  for (const record::VocabularyTerm& term : taxonomy.terms) {
    if (!IsOf(kNeedVocabularies, term.vocabulary) &&
        !IsOf(kCircumstanceVocabularies, term.vocabulary))
      continue;
    const auto found = mapped.find({term.vocabulary, term.code});
    if (found == mapped.end()) continue;
    std::vector<std::string> texts = term.synonyms;
    texts.push_back(term.label);
    for (const std::string& text : texts) {
      TermPhrase phrase{.tokens = Learn(text),
                        .is_circumstance = IsOf(kCircumstanceVocabularies, term.vocabulary),
                        .labels = found->second};
      phrase.stems = ContentOf(phrase.tokens);
      if (!phrase.stems.empty()) phrases_.push_back(std::move(phrase));
    }
  }
}

void InferenceVocabulary::FindKinds() {
  std::vector<std::uint32_t> ends(stems_.size());
  for (const TypeLabel& label : labels_) {
    const auto last = std::find_if(label.tokens.rbegin(), label.tokens.rend(),
                                   [](const auto& token) { return !token.is_stop_word; });
    ++ends[last->stem];
  }
  for (TypeLabel& label : labels_) {
    for (const StemNumber stem : label.stems) {
      if (ends[stem] >= kLeastKindLabels && document_frequency_[stem] < kMostKindTypes) {
        label.kinds.push_back(stem);
      }
    }
  }
}

double InferenceVocabulary::WeightOf(const Stems& stems) const {
  double weight = 0;
  for (const StemNumber stem : stems) weight += Idf(stem);
  return weight;
}

}  // namespace waypost::prepare
