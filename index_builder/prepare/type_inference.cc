#include "index_builder/prepare/type_inference.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "index_builder/prepare/type_inference_rules.h"

namespace waypost::prepare {
namespace {

// ---- constants; bench/relevance/README.md has how they were found

// What a word weighs by where it stands: a name says what a service is, far down a text everything
// is mentioned in passing.
constexpr double kInName = 1, kInLead = 0.5, kInRest = 0.25;
constexpr std::size_t kLeadTokens = 30, kTextTokens = 150;

// A run of a label's words counts when it is so much of the label, and more when it is the whole of
// a label of two words or more.
constexpr double kLeastShare = 0.75, kLabelStrength = 0.9, kWholeLabel = 1.5;

// A phrase counts in full from so much idf on; of one word it is less sure.
constexpr double kPhraseStrength = 2.5, kFullPhrase = 8;
constexpr double kOneWordInName = 0.7, kOneWordInText = 0.3;
// A circumstance says who, not what.
constexpr double kOfCircumstance = 0.8;
// What a phrase is for a type whose label it shares nothing with.
constexpr double kNothingShared = 0.4;
constexpr std::size_t kMostPhrases = 3;

// Words of the label anywhere in the record; what is missing of it.
constexpr double kScattered = 0.6, kKindMissing = 0.7, kMissing = 0.3;

// Chosen are at most so many of at least this score; a further one rests on other words for the
// most part; a rival nearly as good on the same words makes it a coin toss.
constexpr double kThreshold = 1.2;
constexpr std::size_t kMostTypes = 2;
constexpr double kFresh = 0.5, kRival = 0.9;
// What has less evidence cannot reach the threshold.
constexpr double kLeastEvidence = 0.25;

struct Evidence {
  double strength = 0;
  Stems stems;
  std::string words;
  bool is_label = false;
};

bool Share(const Stems& a, const Stems& b) {
  return std::ranges::any_of(a,
                             [&](StemNumber stem) { return std::ranges::binary_search(b, stem); });
}

struct Candidate {
  std::uint32_t label = 0;
  double score = 0;
  std::vector<Evidence> evidence;
  // The stems of the strongest evidence, the first of equals.
  const Stems& strongest() const {
    return std::ranges::max_element(evidence, {}, &Evidence::strength)->stems;
  }
  double total() const {
    double sum = 0;
    for (const Evidence& one : evidence) sum += one.strength;
    return sum;
  }
};

// Words differ by a plural s at most. The vocabulary's have none.
bool IsSameForm(std::string_view word, const InferenceToken& of_vocabulary) {
  if (word.size() > 3 && word.ends_with('s')) word.remove_suffix(1);
  return word == of_vocabulary.word;
}

std::string WordsOf(std::span<const InferenceToken> tokens) {
  std::string words;
  for (const InferenceToken& token : tokens) {
    if (!words.empty()) words += ' ';
    words += token.word;
  }
  return words;
}

// One service against the rules.
class Reading {
 public:
  Reading(const InferenceVocabulary& vocabulary, const record::Service& service)
      : vocabulary_(vocabulary),
        name_(vocabulary.Read(service.name, SIZE_MAX)),
        text_(vocabulary.Read(service.description, kTextTokens)) {
    Weigh();
    Match(name_, true);
    Match(text_, false);
  }

  // Best first.
  std::vector<Candidate> Candidates() const {
    std::vector<Candidate> candidates;
    std::set<std::uint32_t> labels;
    for (const auto& [label, evidence] : runs_) labels.insert(label);
    for (const auto& [label, evidence] : phrases_) labels.insert(label);
    for (const std::uint32_t label : labels) {
      Candidate candidate{.label = label, .evidence = EvidenceOf(label)};
      if (candidate.total() < kLeastEvidence) continue;
      candidate.score = Score(vocabulary_.labels()[label], candidate.total());
      if (candidate.score >= kRival * kThreshold) candidates.push_back(std::move(candidate));
    }
    std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
    return candidates;
  }

 private:
  using OfStems = std::map<Stems, Evidence>;

  void Weigh() {
    std::unordered_map<StemNumber, int> times;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i].stem == kNoStem) continue;
      const bool leads = i < kLeadTokens || ++times[text_[i].stem] >= 2;
      double& weight = in_text_[text_[i].stem];
      weight = std::max(weight, leads ? kInLead : kInRest);
    }
    weights_ = in_text_;
    for (const InferenceToken& token : name_) {
      if (token.stem != kNoStem) weights_[token.stem] = kInName;
    }
  }

  double WeightOf(StemNumber stem) const {
    const auto found = weights_.find(stem);
    return found == weights_.end() ? 0 : found->second;
  }

  // Where a match stands: in the name, else where its weakest word does.
  double PlaceOf(const Stems& stems, bool in_name) const {
    if (in_name) return kInName;
    double place = kInName;
    for (const StemNumber stem : stems) place = std::min(place, in_text_.at(stem));
    return place;
  }

  void Match(const std::vector<InferenceToken>& tokens, bool in_name) {
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (tokens[at].stem == kNoStem) continue;
      const auto rest = std::span(tokens).subspan(at);
      if (!tokens[at].is_stop_word) {
        for (const auto& place : vocabulary_.PlacesOf(tokens[at].stem)) {
          MatchLabel(place, rest, in_name);
        }
      }
      for (const std::uint32_t phrase : vocabulary_.PhrasesOf(tokens[at].stem)) {
        MatchPhrase(vocabulary_.phrases()[phrase], rest, in_name);
      }
    }
  }

  // The longest run of words that stand in the label in the same order, side by side.
  void MatchLabel(const InferenceVocabulary::LabelPlace& place,
                  std::span<const InferenceToken> tokens, bool in_name) {
    const TypeLabel& label = vocabulary_.labels()[place.label];
    if (!label.is_mapped && !in_name) return;
    const auto in_label = std::span(label.tokens).subspan(place.token);
    std::size_t length = 0;
    while (length < in_label.size() && length < tokens.size() &&
           in_label[length].stem == tokens[length].stem) {
      ++length;
    }
    while (in_label[length - 1].is_stop_word) --length;
    const Stems stems =
        ContentOf({in_label.begin(), in_label.begin() + static_cast<std::ptrdiff_t>(length)});
    if (stems.size() == 1 && !IsSameForm(tokens.front().word, in_label.front())) return;
    const double share = vocabulary_.WeightOf(stems) / label.weight;
    const bool is_whole = stems.size() == label.stems.size();
    if (share < kLeastShare || (!label.is_mapped && !is_whole)) return;
    Evidence found{.strength = kLabelStrength * (is_whole && stems.size() > 1 ? kWholeLabel : 1) *
                               PlaceOf(stems, in_name) * share,
                   .stems = stems,
                   .words = WordsOf(tokens.first(length)),
                   .is_label = true};
    Evidence& known = runs_[place.label];
    if (found.strength > known.strength) known = std::move(found);
  }

  void MatchPhrase(const TermPhrase& phrase, std::span<const InferenceToken> tokens, bool in_name) {
    const std::size_t length = phrase.tokens.size();
    if (length > tokens.size()) return;
    for (std::size_t i = 0; i < length; ++i) {
      if (phrase.tokens[i].stem != tokens[i].stem) return;
    }
    if (length == 1 && !IsSameForm(tokens.front().word, phrase.tokens.front())) return;
    const double sure = length > 1 ? 1 : in_name ? kOneWordInName : kOneWordInText;
    const double strength = kPhraseStrength * PlaceOf(phrase.stems, in_name) * sure *
                            std::min(1.0, phrase.weight / kFullPhrase) *
                            (phrase.is_circumstance ? kOfCircumstance : 1);
    for (const std::uint32_t label : phrase.labels) {
      Evidence& known = phrases_[label][phrase.stems];
      const double here = strength * Relation(phrase, vocabulary_.labels()[label]);
      if (here <= known.strength) continue;
      known = {.strength = here, .stems = phrase.stems, .words = WordsOf(tokens.first(length))};
    }
  }

  // How far a phrase of a term is about one of the term's types.
  double Relation(const TermPhrase& phrase, const TypeLabel& label) const {
    double common = 0;
    for (const StemNumber stem : phrase.stems) {
      if (std::ranges::binary_search(label.stems, stem)) common += vocabulary_.Idf(stem);
    }
    return std::max(
        {kNothingShared, common / phrase.weight, 1.0 / static_cast<double>(phrase.labels.size())});
  }

  // The label's run, and the strongest phrases of different words.
  std::vector<Evidence> EvidenceOf(std::uint32_t label) const {
    std::vector<Evidence> evidence;
    if (const auto run = runs_.find(label); run != runs_.end()) evidence.push_back(run->second);
    const auto found = phrases_.find(label);
    if (found == phrases_.end()) return evidence;
    std::vector<const Evidence*> phrases;
    for (const auto& [stems, phrase] : found->second) phrases.push_back(&phrase);
    std::ranges::stable_sort(
        phrases, [](const Evidence* a, const Evidence* b) { return a->strength > b->strength; });
    std::vector<const Evidence*> taken;
    for (const Evidence* phrase : phrases) {
      const bool is_new = std::ranges::none_of(
          taken, [&](const Evidence* other) { return Share(other->stems, phrase->stems); });
      if (is_new && taken.size() < kMostPhrases) taken.push_back(phrase);
    }
    for (const Evidence* phrase : taken) evidence.push_back(*phrase);
    return evidence;
  }

  double Score(const TypeLabel& label, double evidence) const {
    double here = 0;
    double have = 0;
    for (const StemNumber stem : label.stems) {
      here += vocabulary_.Idf(stem) * WeightOf(stem);
      have += WeightOf(stem) > 0 ? vocabulary_.Idf(stem) : 0;
    }
    here /= label.weight;
    have /= label.weight;
    double score = evidence + kScattered * here * here;
    const bool misses_kind =
        std::ranges::any_of(label.kinds, [&](StemNumber stem) { return WeightOf(stem) == 0; });
    if (misses_kind) score *= kKindMissing;
    return score * (1 - kMissing * (1 - have));
  }

  const InferenceVocabulary& vocabulary_;
  std::vector<InferenceToken> name_;
  std::vector<InferenceToken> text_;
  std::unordered_map<StemNumber, double> in_text_;
  std::unordered_map<StemNumber, double> weights_;
  std::map<std::uint32_t, Evidence> runs_;  // by label
  std::map<std::uint32_t, OfStems> phrases_;
};

// Whether a need is met by both: then whoever asks for it finds either.
bool ServeOneNeed(const TypeLabel& a, const TypeLabel& b) {
  return std::ranges::any_of(a.needs, [&](std::uint32_t need) {
    return std::ranges::find(b.needs, need) != b.needs.end();
  });
}

// Best first; a further one must rest on other words, and nobody can tell rivals apart.
std::vector<const Candidate*> Choose(const std::vector<TypeLabel>& labels,
                                     const std::vector<Candidate>& candidates) {
  std::vector<const Candidate*> chosen;
  std::set<StemNumber> used;
  const auto is_fresh = [&](const Evidence& evidence) {
    return std::ranges::none_of(evidence.stems,
                                [&](StemNumber stem) { return used.contains(stem); });
  };
  for (const Candidate& candidate : candidates) {
    if (candidate.score < kThreshold || chosen.size() == kMostTypes) break;
    double fresh = 0;
    for (const Evidence& one : candidate.evidence) fresh += is_fresh(one) ? one.strength : 0;
    if (fresh < kFresh * candidate.total()) continue;
    const bool has_rival = std::ranges::any_of(candidates, [&](const Candidate& other) {
      return &other != &candidate && std::ranges::find(chosen, &other) == chosen.end() &&
             other.score >= kRival * candidate.score && other.score <= candidate.score &&
             other.strongest() == candidate.strongest() &&
             !ServeOneNeed(labels[other.label], labels[candidate.label]);
    });
    if (!has_rival) chosen.push_back(&candidate);
    for (const Evidence& one : candidate.evidence) used.insert(one.stems.begin(), one.stems.end());
  }
  return chosen;
}

// "debt advice, money problems".
std::string WordsOf(const Candidate& candidate) {
  std::string words;
  std::set<std::string> said;
  for (const Evidence& evidence : candidate.evidence) {
    if (!said.insert(evidence.words).second) continue;
    if (!words.empty()) words += ", ";
    words += evidence.words;
  }
  return words;
}

}  // namespace

TypeInference::TypeInference(const record::Taxonomy& taxonomy, text::Analyser& analyser)
    : vocabulary_(std::make_unique<const InferenceVocabulary>(taxonomy, analyser)) {}

TypeInference::~TypeInference() = default;

std::vector<record::InferredType> TypeInference::TypesOf(const record::Service& service) const {
  const bool is_typed = std::ranges::any_of(service.terms, [](const record::TermRef& term) {
    return term.vocabulary == "esdServiceTypes" && !term.code.empty();
  });
  std::vector<record::InferredType> inferred;
  if (is_typed || vocabulary_->labels().empty()) return inferred;
  const std::vector<Candidate> candidates = Reading(*vocabulary_, service).Candidates();
  for (const Candidate* chosen : Choose(vocabulary_->labels(), candidates)) {
    inferred.push_back({vocabulary_->labels()[chosen->label].type, WordsOf(*chosen)});
  }
  return inferred;
}

}  // namespace waypost::prepare
