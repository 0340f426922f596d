#include "index_builder/sources/reference/area_name.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "engine/core/ascii.h"

namespace waypost::sources {
namespace {

// U+00C0 to U+00FF in UTF-8 are 0xC3 and a second byte; ' ' for the two signs among the letters.
char PlainLatin1(unsigned char second) {
  static constexpr std::array<char, 64> kTable = {
      'a', 'a', 'a', 'a', 'a', 'a', 'a', 'c', 'e', 'e', 'e', 'e', 'i', 'i', 'i', 'i',
      'd', 'n', 'o', 'o', 'o', 'o', 'o', ' ', 'o', 'u', 'u', 'u', 'u', 'y', 't', 's',
      'a', 'a', 'a', 'a', 'a', 'a', 'a', 'c', 'e', 'e', 'e', 'e', 'i', 'i', 'i', 'i',
      'd', 'n', 'o', 'o', 'o', 'o', 'o', ' ', 'o', 'u', 'u', 'u', 'u', 'y', 't', 'y'};
  return kTable[second & 0x3F];
}

// U+0174 to U+0177: W and Y with circumflex, which Welsh needs.
char PlainWelsh(unsigned char second) {
  if (second == 0xB4 || second == 0xB5) return 'w';
  if (second == 0xB6 || second == 0xB7) return 'y';
  return '\0';
}

bool IsLowerOrDigit(char c) { return IsLower(c) || IsDigit(c); }

std::vector<std::string> Words(std::string_view folded) {
  std::vector<std::string> words;
  while (!folded.empty()) {
    const std::size_t space = std::min(folded.find(' '), folded.size());
    words.emplace_back(folded.substr(0, space));
    folded.remove_prefix(std::min(space + 1, folded.size()));
  }
  return words;
}

void AppendWord(std::string& folded, std::string_view word) {
  if (word.empty()) return;
  if (!folded.empty()) folded += ' ';
  folded += word == "saint" ? "st" : word;
}

bool IsKindWord(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kWords = {
      "council", "borough",     "district", "county",  "metropolitan", "city", "of",
      "the",     "corporation", "ua",       "unitary", "authority",    "royal"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

std::string FoldAreaName(std::string_view name) {
  std::string folded;
  std::string word;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto byte = static_cast<unsigned char>(name[i]);
    const auto next = static_cast<unsigned char>(i + 1 < name.size() ? name[i + 1] : 0);
    char c = name[i];
    c = ToLower(c);
    if (IsLowerOrDigit(c)) {
      word += c;
    } else if (c == '\'') {
      // "King's Lynn" and "Kings Lynn" are one name.
    } else if (byte == 0xE2 && next == 0x80 && name.substr(i + 2, 1) == "\x99") {
      i += 2;  // the typographic apostrophe
    } else if (c == '&') {
      AppendWord(folded, std::exchange(word, ""));
      AppendWord(folded, "and");
    } else if (byte == 0xC3 && (next & 0xC0) == 0x80 && PlainLatin1(next) != ' ') {
      word += PlainLatin1(next);
      ++i;
    } else if (byte == 0xC5 && PlainWelsh(next) != '\0') {
      word += PlainWelsh(next);
      ++i;
    } else if (byte >= 0x80) {
      word += name[i];
    } else {
      AppendWord(folded, std::exchange(word, ""));
    }
  }
  AppendWord(folded, word);
  return folded;
}

std::string AreaNameStem(std::string_view name) {
  const std::string folded = FoldAreaName(name);
  std::vector<std::string> words = Words(folded);
  // "london borough of camden": "london" is a kind word only here, never in "city of london".
  if (words.size() > 3 && words[0] == "london" && words[1] == "borough") words.erase(words.begin());
  std::size_t first = 0;
  std::size_t last = words.size();
  while (first < last && IsKindWord(words[first])) ++first;
  while (last > first && IsKindWord(words[last - 1])) --last;
  if (first == last) return folded;
  std::string stem;
  for (std::size_t i = first; i < last; ++i) AppendWord(stem, words[i]);
  return stem;
}

bool IsGssCode(std::string_view text) {
  return text.size() == 9 && text[0] >= 'A' && text[0] <= 'Z' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return IsDigit(c); });
}

bool IsPseudoCode(std::string_view code) {
  return code.size() >= 7 &&
         std::all_of(code.begin() + 1, code.end(), [](char c) { return c == '9'; });
}

}  // namespace waypost::sources
