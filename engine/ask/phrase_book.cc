#include "engine/ask/phrase_book.h"

#include <algorithm>
#include <array>
#include <span>

#include "engine/ask/cue_phrases.h"
#include "engine/ask/slips.h"
#include "engine/ask/telling_words.h"
#include "engine/core/ascii.h"

namespace waypost::ask {
namespace {

// A term that serves something itself or through one below it.
bool IsServed(const Index& index, TaxonomyTermId term) {
  const Taxonomy& taxonomy = index.taxonomy();
  for (TaxonomyTermId at = term; at < taxonomy.subtree_end(term);
       at = TaxonomyTermId(at.value() + 1)) {
    if (!taxonomy.mapped(at).empty()) return true;
  }
  return false;
}

// "no food", "without food": denied is a thing, by the others what somebody does.
bool DeniesHaving(std::string_view word) { return IsOneOf(word, {"no", "without", "nor"}); }

// "my", "her", "the": one stands for the other; so do "he" and "she".
bool IsPointing(std::string_view word) {
  return IsOneOf(word, {"my", "his", "her", "our", "their", "the", "a", "your"});
}
bool IsSomebody(std::string_view word) { return IsOneOf(word, {"i", "he", "she", "we", "they"}); }
bool IsArticle(std::string_view word) { return IsOneOf(word, {"a", "the"}); }

// "knitting" names a thing and serves a need; an "evening class" is a need and when.
bool SaysNeedToo(Kind kind) { return kind == Kind::kWords || kind == Kind::kFrom; }

// Whether a word with the sense of a phrase's only word is nearly that word: "fitted" is no
// "fitness".
bool IsWrittenLike(const Word& word, std::string_view only_word) {
  if (IsOnlyInCapitals(only_word)) return word.is_shouted;
  // Only endings may differ: "probate" is no "probation", "fitted" no "fitness".
  const std::string_view text = word.text;
  const auto same = std::mismatch(text.begin(), text.end(), only_word.begin(), only_word.end());
  const auto length = static_cast<std::size_t>(same.first - text.begin());
  const auto is_ending = [](std::string_view rest) {
    return IsOneOf(rest, {"", "s", "es", "ed", "d", "e", "y", "ies", "ied", "ing"}) ||
           (rest.size() == 4 && rest.ends_with("ing"));  // "swimming"
  };
  return is_ending(text.substr(length)) && is_ending(only_word.substr(length));
}

// "dad's gone" has another meaning than "dad's gone into town".
bool GoesOn(const Sentence& sentence, std::size_t last) {
  return IsOneOf(sentence[last - 1].text, {"gone", "went"}) &&
         sentence[last].before < Break::kComma &&
         IsOneOf(sentence[last].text,
                 {"back",     "to",      "into",   "in",    "out",     "off",   "up",    "down",
                  "home",     "through", "from",   "round", "missing", "quiet", "blind", "deaf",
                  "downhill", "mad",     "really", "very",  "a",       "all"});
}

bool IsWrittenLikeOne(const Word& word, const std::vector<std::string>& only_words) {
  return only_words.empty() ||
         std::any_of(only_words.begin(), only_words.end(),
                     [&](const std::string& only) { return IsWrittenLike(word, only); });
}

}  // namespace

absl::StatusOr<PhraseBook> PhraseBook::Build(const Index& index) {
  PhraseBook book;
  ASSIGN_OR_RETURN(auto analyser, index.analysers().Borrow());
  book.AddCues(*analyser);
  book.AddVocabulary(index, *analyser, kNeedVocabularies, Kind::kNeed);
  book.AddVocabulary(index, *analyser, kCircumstanceVocabularies, Kind::kCircumstance);
  book.evidence_.Finish();
  return book;
}

void PhraseBook::AddVocabulary(const Index& index, text::Analyser& analyser,
                               std::span<const std::string_view> names, Kind kind) {
  for (const std::string_view name : names) {
    const auto vocabulary = index.taxonomy().FindVocabulary(name);
    if (!vocabulary) continue;
    for (const TaxonomyTermId term : index.taxonomy().TermsOf(*vocabulary)) {
      AddTerm(index, analyser, term, kind);
    }
  }
}

void PhraseBook::AddTerm(const Index& index, text::Analyser& analyser, TaxonomyTermId term,
                         Kind kind) {
  const Taxonomy& taxonomy = index.taxonomy();
  const Meaning meaning{.kind = kind,
                        .value = std::string(taxonomy.id_text(term)),
                        .label = std::string(taxonomy.label(term)),
                        .can_be_asked = IsServed(index, term)};
  if (kind == Kind::kCircumstance) {
    circumstances_.try_emplace(meaning.value.substr(meaning.value.rfind(':') + 1), meaning);
  }
  const bool is_title = taxonomy.subtree_end(term).value() > term.value() + 1;
  if (!is_title && !IsTooLittle(LowerCase(taxonomy.label(term))))
    Add(analyser, taxonomy.label(term), meaning, 0);
  for (const std::string_view text : taxonomy.SynonymsOf(term)) {
    if (!IsTooLittle(text)) Add(analyser, text, meaning, 0);
  }
  for (const std::string_view text : taxonomy.PhrasesOf(term)) Add(analyser, text, meaning, 1);
  if (kind == Kind::kNeed && !is_title) {
    evidence_.Add(ReadWords(analyser, taxonomy.description(term)), meaning);
    for (const std::string_view text : taxonomy.SayingsOf(term)) {
      AddSaying(ReadWords(analyser, text), meaning);
    }
  }
}

// Most words come again and again, and are looked for among the others once only.
void PhraseBook::Know(const Word& word) {
  if (words_.insert(word.text).second) words_in_order_.insert(word.text);
  senses_.insert(word.sense);
}

void PhraseBook::AddSaying(const Sentence& said, const Meaning& need) {
  for (const Word& word : said) Know(word);
  evidence_.Add(said, need);
}

void PhraseBook::AddCues(text::Analyser& analyser) {
  for (const CuePhrases& cues : AllCuePhrases()) {
    std::string_view rest = cues.phrases;
    while (!rest.empty()) {
      const std::string_view phrase = rest.substr(0, rest.find('|'));
      rest.remove_prefix(std::min(rest.size(), phrase.size() + 1));
      const bool says_itself = cues.kind == Kind::kWords && cues.value.empty();
      Add(analyser, phrase,
          {.kind = cues.kind,
           .value = std::string(says_itself ? phrase.substr(phrase.starts_with('=') ? 1 : 0)
                                            : cues.value)},
          cues.more_weight);
    }
  }
}

void PhraseBook::Add(text::Analyser& analyser, std::string_view text, const Meaning& meaning,
                     int more_weight) {
  Phrase phrase{.meanings = {meaning}, .more_weight = more_weight};
  phrase.is_exact = text.starts_with('=');
  phrase.is_cue = meaning.kind != Kind::kNeed && meaning.kind != Kind::kCircumstance;
  if (phrase.is_exact) text.remove_prefix(1);
  const Sentence words = ReadWords(analyser, text);
  std::size_t heavy = 0;
  for (const Word& word : words) {
    // A denial adds little to one word: "won't fix it" is not "no fixed address".
    const bool is_denial = word.sense == kNotSense && words.size() > 2;
    heavy += word.is_light || is_denial ? 0U : 1U;
  }
  // "he drinks", "the pill": one heavy word would be read everywhere.
  if (heavy <= 1 && words.size() > 1) phrase.is_exact = true;
  // "sort out a will" is not "sort out": of all light words this one names a thing.
  phrase.is_exact |=
      words.size() > 1 &&
      std::any_of(words.begin(), words.end(), [](const Word& word) { return word.text == "will"; });
  // "do other kids do this": one word that tells, between words that any sentence may have.
  const auto telling = std::count_if(words.begin(), words.end(), [](const Word& word) {
    return !word.is_light && !SaysLittle(word.sense) && !IsKin(word.sense) &&
           word.sense != kNotSense;
  });
  phrase.is_exact |= telling <= 1 && words.size() > 3;
  // Nor do several that all say little: "somebody to come with me".
  if (std::all_of(words.begin(), words.end(),
                  [](const Word& word) { return word.is_light || SaysLittle(word.sense); })) {
    phrase.is_exact = words.size() > 1;
  }
  for (const Word& word : words) {
    Know(word);
    if (phrase.is_exact) {
      phrase.senses.push_back(word.sense == kNotSense || IsKin(word.sense) ? word.sense
                                                                           : "=" + word.text);
    } else if (!word.is_light) {
      phrase.senses.push_back(word.sense);
    }
  }
  if (words.size() == 1 && !phrase.is_exact) phrase.only_words = {words[0].text};
  phrase.is_weak = IsWeak(text);
  phrase.denies_doing = std::any_of(words.begin(), words.end(), [](const Word& word) {
    return word.sense == kNotSense && !DeniesHaving(word.text);
  });
  phrase.denies_having = std::any_of(words.begin(), words.end(),
                                     [](const Word& word) { return DeniesHaving(word.text); });
  if (meaning.kind == Kind::kNeed) evidence_.Add(words, meaning);
  if (meaning.kind == Kind::kCircumstance) evidence_.AddBackground(words);
  if (phrase.senses.empty()) return;
  if (phrase.senses.size() == 1 && !phrase.is_exact &&
      (IsKin(phrase.senses[0]) || phrase.senses[0] == kNotSense)) {
    return;
  }
  phrase.can_be_denied = meaning.kind != Kind::kFiller;
  const bool is_weak = phrase.is_weak;
  const auto [known, is_new] =
      by_senses_.try_emplace(phrase.senses, static_cast<std::uint32_t>(phrases_.size()));
  if (is_new) {
    by_first_[phrase.senses.front()].push_back(known->second);
    phrases_.push_back(std::move(phrase));
    return;
  }
  // What the language says comes first, then the first term of each vocabulary that has the phrase.
  Phrase& same = phrases_[known->second];
  same.is_weak |= is_weak;
  if (!same.only_words.empty()) same.only_words.push_back(words[0].text);
  const auto says_all = [&](const Meaning& other) {
    return other.kind == meaning.kind ||
           (other.kind != Kind::kNeed && other.kind != Kind::kCircumstance &&
            !(SaysNeedToo(other.kind) && meaning.kind == Kind::kNeed));
  };
  if (std::any_of(same.meanings.begin(), same.meanings.end(), says_all)) return;
  same.meanings.push_back(meaning);
  // The words of a kind of thing find it; its need is told, and would only hide some.
  if (same.meanings.front().kind == Kind::kWords) same.meanings.back().can_be_asked = false;
}

// "in my own home" is "in her own home"; but "on my phone" is not "on the phone", and "come to the
// meeting" not "come to her".
bool PhraseBook::StandForEachOther(const Phrase& phrase, std::size_t at, std::string_view wanted,
                                   std::string_view word) {
  if (!IsPointing(wanted) || !IsPointing(word)) return false;
  if (!phrase.is_cue) return true;
  return at + 1 < phrase.senses.size() && IsArticle(wanted) == IsArticle(word);
}

std::size_t PhraseBook::MatchAt(const Sentence& sentence, std::size_t at, const Phrase& phrase,
                                int& skipped) {
  const std::size_t count = phrase.senses.size();
  int may_skip = phrase.is_exact || count < 3 ? 0 : 1;
  skipped = 0;
  std::size_t matched = 1;
  std::size_t word = at + 1;
  for (; word < sentence.size() && matched < count; ++word) {
    const Word& next = sentence[word];
    if (next.before >= Break::kComma) return 0;
    if (phrase.denies_doing && DeniesHaving(next.text)) return 0;
    if (phrase.is_exact) {
      const std::string_view wanted = phrase.senses[matched];
      const bool is_alike = wanted == next.sense || wanted.substr(1) == next.text ||
                            StandForEachOther(phrase, matched, wanted.substr(1), next.text) ||
                            (IsSomebody(wanted.substr(1)) && IsSomebody(next.text));
      // "can't use computer".
      if (!is_alike && IsOneOf(wanted, {"=a", "=the"}) && matched + 1 < count &&
          (phrase.senses[matched + 1] == next.sense ||
           phrase.senses[matched + 1].substr(1) == next.text)) {
        matched += 2;
        continue;
      }
      if (!is_alike) return 0;
      ++matched;
    } else if (next.sense == phrase.senses[matched]) {
      ++matched;
    } else if (!next.is_light) {
      if (may_skip == 0 || next.sense == kNotSense) return 0;
      --may_skip;
      ++skipped;
    }
  }
  return matched == count ? word : 0;
}

void PhraseBook::FindAt(const Sentence& sentence, std::size_t at,
                        std::vector<Reading>& readings) const {
  const Word& begin = sentence[at];
  for (const std::string& first : {begin.sense, "=" + begin.text}) {
    const auto found = by_first_.find(first);
    if (found == by_first_.end()) continue;
    for (const std::uint32_t number : found->second) {
      const Phrase& phrase = phrases_[number];
      if (phrase.denies_doing && DeniesHaving(begin.text)) continue;
      // "not a food bank" refuses one; "no food" has none.
      if (phrase.denies_having && begin.text == "not" &&
          IsOneOf(sentence[at + 1].text, {"a", "an", "the", "another"}))
        continue;
      int skipped = 0;
      const std::size_t last = MatchAt(sentence, at, phrase, skipped);
      if (last == 0 || (phrase.senses.size() > 1 && GoesOn(sentence, last)) ||
          !IsWrittenLikeOne(begin, phrase.only_words))
        continue;
      const auto words = static_cast<int>(phrase.senses.size());
      readings.push_back({.first = at,
                          .last = last,
                          .meanings = phrase.meanings,
                          .weight = words * kWordWeight + phrase.more_weight - 8 * skipped,
                          .is_weak = phrase.is_weak,
                          .can_be_denied = phrase.can_be_denied});
    }
  }
}

std::string_view PhraseBook::NearestWord(std::string_view folded) const {
  if (folded.size() < kShortestSlip) return {};
  std::string_view nearest;
  const auto begin = words_in_order_.lower_bound(folded.substr(0, 1));
  for (auto word = begin; word != words_in_order_.end() && word->front() == folded.front();
       ++word) {
    if (word->size() < kShortestSlip || !IsOneSlip(folded, *word)) continue;
    if (!nearest.empty()) return {};
    nearest = *word;
  }
  return nearest;
}

}  // namespace waypost::ask
