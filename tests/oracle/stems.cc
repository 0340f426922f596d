#include "tests/oracle/stems.h"

#include <algorithm>
#include <array>

#include "engine/core/ascii.h"

namespace waypost::oracle {
namespace {

// Lines of words with the same stem; the first word of a line stands for it.
constexpr std::array<std::array<std::string_view, 4>, 14> kLines = {{
    {"walk", "walks", "walking", "walked"},
    {"group", "groups", "grouped", "grouping"},
    {"meal", "meals", "", ""},
    {"library", "libraries", "", ""},
    {"swim", "swims", "swimming", ""},
    {"dance", "dances", "dancing", "danced"},
    {"class", "classes", "", ""},
    {"help", "helps", "helping", "helped"},
    {"family", "families", "", ""},
    {"carer", "carers", "", ""},
    {"garden", "gardens", "gardening", ""},
    {"visit", "visits", "visiting", "visited"},
    {"club", "clubs", "", ""},
    {"debt", "debts", "", ""},
}};

constexpr auto kTextWords = std::to_array<std::string_view>({
    "walk",    "walks",     "walking", "walked",    "group",    "groups", "meal",     "meals",
    "library", "libraries", "swim",    "swims",     "swimming", "dance",  "dances",   "dancing",
    "class",   "classes",   "help",    "helps",     "helping",  "family", "families", "carer",
    "carers",  "garden",    "gardens", "gardening", "visit",    "visits", "visiting", "visited",
    "club",    "clubs",     "debt",    "debts",     "food",     "bank",   "young",    "old",
    "lunch",   "music",     "warm",    "hub",       "tea",      "red",    "blue",     "park",
    "river",   "hall",      "chapel",  "school",    "youth",    "coffee", "drop",     "repair",
    "tool",    "toy",       "choir",   "chess",     "piano",    "yoga",   "boat",     "bread",
});

constexpr auto kStopWords = std::to_array<std::string_view>({"the", "and", "of", "for", "in", "a"});

}  // namespace

std::string StemOf(std::string_view word) {
  for (const auto& line : kLines) {
    if (std::find(line.begin(), line.end(), word) != line.end()) return std::string(line[0]);
  }
  return std::string(word);
}

bool IsStopWord(std::string_view word) {
  return std::find(kStopWords.begin(), kStopWords.end(), word) != kStopWords.end();
}

// A quotation mark without a partner is punctuation.
std::vector<TypedWord> TypedWordsOf(std::string_view text) {
  std::vector<TypedWord> words;
  bool inside_word = false;
  bool inside_quotes = false;
  int quotes = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool upper = c >= 'A' && c <= 'Z';
    const bool part = upper || IsLower(c) || IsDigit(c);
    if (c == '"') {
      const bool has_partner = text.find('"', i + 1) != std::string_view::npos;
      inside_quotes = !inside_quotes && has_partner;
      if (inside_quotes) ++quotes;
    }
    if (part && !inside_word) words.push_back({"", inside_quotes, quotes});
    if (part) words.back().text += upper ? static_cast<char>(c - 'A' + 'a') : c;
    inside_word = part;
  }
  return words;
}

std::vector<std::string> StemsOf(std::string_view text) {
  std::vector<std::string> stems;
  for (const TypedWord& word : TypedWordsOf(text)) stems.push_back(StemOf(word.text));
  return stems;
}

std::vector<std::string> QueryStems(std::string_view q, bool keep_stop_words) {
  const std::vector<TypedWord> words = TypedWordsOf(q);
  const auto counts = [](const TypedWord& word) { return word.quoted || !IsStopWord(word.text); };
  const bool nothing_else = std::none_of(words.begin(), words.end(), counts);
  std::vector<std::string> stems;
  for (const TypedWord& word : words) {
    if (!counts(word) && !nothing_else && !keep_stop_words) continue;
    const std::string stem = StemOf(word.text);
    if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(stem);
  }
  return stems;
}

std::span<const std::string_view> TextWords() { return kTextWords; }
std::span<const std::string_view> StopWords() { return kStopWords; }

}  // namespace waypost::oracle
