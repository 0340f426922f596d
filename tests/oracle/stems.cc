#include "tests/oracle/stems.h"

#include <algorithm>
#include <array>

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
    "walk",   "walks",   "walking", "walked",    "group",  "groups",  "meal",   "meals",
    "library", "libraries", "swim", "swims",     "swimming", "dance", "dances", "dancing",
    "class",  "classes", "help",    "helps",     "helping", "family", "families", "carer",
    "carers", "garden",  "gardens", "gardening", "visit",  "visits",  "visiting", "visited",
    "club",   "clubs",   "debt",    "debts",     "food",   "bank",    "young",  "old",
    "lunch",  "music",   "warm",    "hub",       "tea",    "red",     "blue",   "park",
    "river",  "hall",    "chapel",  "school",    "youth",  "coffee",  "drop",   "repair",
    "tool",   "toy",     "choir",   "chess",     "piano",  "yoga",    "boat",   "bread",
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

namespace {

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool part = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (part && !inside) words.emplace_back();
    if (part) words.back() += upper ? static_cast<char>(c - 'A' + 'a') : c;
    inside = part;
  }
  return words;
}

}  // namespace

std::vector<std::string> StemsOf(std::string_view text) {
  std::vector<std::string> stems = WordsOf(text);
  for (std::string& word : stems) word = StemOf(word);
  return stems;
}

std::vector<std::string> QueryStems(std::string_view q, bool keep_stop_words) {
  const std::vector<std::string> words = WordsOf(q);
  const bool only_stop_words = std::all_of(words.begin(), words.end(), IsStopWord);
  std::vector<std::string> stems;
  for (const std::string& word : words) {
    if (IsStopWord(word) && !only_stop_words && !keep_stop_words) continue;
    const std::string stem = StemOf(word);
    if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(stem);
  }
  return stems;
}

std::span<const std::string_view> TextWords() { return kTextWords; }
std::span<const std::string_view> StopWords() { return kStopWords; }

}  // namespace waypost::oracle
