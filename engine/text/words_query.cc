#include "engine/text/words_query.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace waypost::text {
namespace {

constexpr std::size_t kNoQuotes = SIZE_MAX;

// A token of the question that may become a word of the query.
struct Candidate {
  Word word;
  bool is_stop_word = false;
  std::size_t quotes = kNoQuotes;  // which quotes it stands in
};

// The length of the quotation mark at `at`, 0 when there is none.
std::size_t QuotationMarkAt(std::string_view text, std::size_t at) {
  if (text[at] == '"') return 1;
  const std::string_view three = text.substr(at, 3);
  const bool is_mark = three == "\u201C" || three == "\u201D" || three == "\u201E" ||
                       three == "\u201F" || three == "\uFF02";
  return is_mark ? 3 : 0;
}

// Bytes [begin, end) between the first mark and the second, the third and the fourth, and so on.
std::vector<std::pair<std::size_t, std::size_t>> QuotedRanges(std::string_view text) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  std::size_t open = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = QuotationMarkAt(text, at);
    if (length > 0 && open == std::string_view::npos) {
      open = at;
    } else if (length > 0) {
      ranges.emplace_back(open, at);
      open = std::string_view::npos;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return ranges;
}

std::vector<Candidate> ReadCandidates(std::string_view text, Analyser& analyser) {
  const auto ranges = QuotedRanges(text);
  auto range = ranges.begin();
  std::vector<Candidate> candidates;
  analyser.ForEachToken(text, [&](const Token& token) {
    while (range != ranges.end() && range->second <= token.begin) ++range;
    Candidate candidate;
    candidate.word.text = text.substr(token.begin, token.end - token.begin);
    candidate.word.word = token.word;
    candidate.word.term = token.term;
    candidate.word.quoted = range != ranges.end() && range->first <= token.begin;
    if (candidate.word.quoted) candidate.quotes = static_cast<std::size_t>(range - ranges.begin());
    candidate.is_stop_word = token.is_stop_word;
    candidates.push_back(std::move(candidate));
  });
  return candidates;
}

// The words that count, distinct; and where each term stands among them.
class WordList {
 public:
  explicit WordList(std::span<const Candidate> candidates) {
    const auto counts = [](const Candidate& c) { return c.word.quoted || !c.is_stop_word; };
    const bool only_stop_words = std::ranges::none_of(candidates, counts);
    for (const Candidate& candidate : candidates) {
      if (only_stop_words || counts(candidate)) Add(candidate.word);
    }
  }

  // The word with `term`, or nullptr when it does not count.
  Word* Find(const std::string& term) {
    const auto place = places_.find(term);
    return place == places_.end() ? nullptr : &words_[place->second];
  }
  std::vector<Word> Take() && { return std::move(words_); }

 private:
  void Add(const Word& word) {
    const auto [place, is_new] = places_.emplace(word.term, words_.size());
    if (is_new) {
      words_.push_back(word);
    } else {
      words_[place->second].quoted |= word.quoted;
      words_[place->second].alone |= word.alone;
    }
  }

  std::vector<Word> words_;
  std::unordered_map<std::string, std::size_t> places_;
};

// Adds `alternatives` to every word of a phrase: "all of the words, or the alternative" is the same
// as "this word or the alternative" for each of them.
void AddAlternatives(std::span<const Synonyms::Terms> alternatives, const Synonyms::Terms& phrase,
                     WordList& words) {
  for (const std::string& term : phrase) {
    Word* word = words.Find(term);
    if (word == nullptr || word->quoted) continue;
    for (const Synonyms::Terms& alternative : alternatives) {
      if (alternative == Synonyms::Terms{term}) continue;
      if (std::ranges::find(word->alternatives, alternative) != word->alternatives.end()) continue;
      word->alternatives.push_back(alternative);
    }
  }
}

void ApplySynonyms(std::span<const Candidate> candidates, const Synonyms& synonyms,
                   WordList& words) {
  for (std::size_t begin = 0; begin < candidates.size(); ++begin) {
    Synonyms::Terms phrase;
    for (std::size_t end = begin; end < candidates.size() && phrase.size() < synonyms.longest();
         ++end) {
      if (candidates[end].word.quoted) break;
      phrase.push_back(candidates[end].word.term);
      AddAlternatives(synonyms.AlternativesOf(phrase), phrase, words);
    }
  }
}

// Takes the phrases, and marks the words that stand outside of them.
std::vector<std::vector<std::string>> TakePhrases(std::vector<Candidate>& candidates) {
  std::vector<std::vector<std::string>> phrases;
  for (auto begin = candidates.begin(); begin != candidates.end();) {
    const auto end = std::find_if(begin, candidates.end(), [&](const Candidate& candidate) {
      return candidate.quotes != begin->quotes;
    });
    const bool is_phrase = begin->quotes != kNoQuotes && end - begin > 1;
    if (is_phrase) phrases.emplace_back();
    for (auto candidate = begin; candidate != end; ++candidate) {
      candidate->word.alone = !is_phrase;
      if (is_phrase) phrases.back().push_back(candidate->word.term);
    }
    begin = end;
  }
  return phrases;
}

}  // namespace

WordsQuery ParseWords(std::string_view text, Analyser& analyser, const Synonyms* synonyms) {
  std::vector<Candidate> candidates = ReadCandidates(text, analyser);
  std::vector<std::vector<std::string>> phrases = TakePhrases(candidates);
  WordList words(candidates);
  if (synonyms != nullptr && !synonyms->empty()) ApplySynonyms(candidates, *synonyms, words);
  return {std::move(words).Take(), std::move(phrases)};
}

}  // namespace waypost::text
