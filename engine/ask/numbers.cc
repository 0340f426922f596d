#include "engine/ask/numbers.h"

#include <array>
#include <cmath>
#include <utility>

#include "engine/query/parse_values.h"

namespace waypost::ask {
namespace {

using Named = std::pair<std::string_view, int>;

constexpr auto kUnits = std::to_array<Named>(
    {{"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
     {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
     {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
     {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}});

constexpr auto kTens = std::to_array<Named>({{"twenty", 20},
                                             {"thirty", 30},
                                             {"forty", 40},
                                             {"fifty", 50},
                                             {"sixty", 60},
                                             {"seventy", 70},
                                             {"eighty", 80},
                                             {"ninety", 90}});

template <std::size_t N>
std::optional<int> Find(const std::array<Named, N>& names, std::string_view word) {
  for (const auto& [name, value] : names) {
    if (name == word) return value;
  }
  return std::nullopt;
}

// "half", "a half", "quarter of a", "three quarters of a": of one.
std::optional<Number> ReadFraction(const Sentence& sentence, std::size_t at) {
  const std::size_t article = sentence[at].text == "a" ? 1 : 0;
  const std::string_view word = sentence[at + article].text;
  Number read{0, article + 1};
  if (word == "half") {
    read.value = 0.5;
  } else if (word == "quarter") {
    read.value = 0.25;
  } else if (word == "three" && sentence[at + article + 1].text == "quarters") {
    read = {0.75, article + 2};
  } else {
    return std::nullopt;
  }
  if (sentence[at + read.words].text == "of") ++read.words;
  if (sentence[at + read.words].text == "a" || sentence[at + read.words].text == "an") {
    ++read.words;
  }
  return read;
}

// "½", "1½": one sign of the text, whose parts are two words of the same place, "1" and "2" or "11"
// and "2".
std::optional<Number> ReadFractionSign(const Sentence& sentence, std::size_t at) {
  if (at + 1 >= sentence.size() || sentence[at + 1].begin != sentence[at].begin) {
    return std::nullopt;
  }
  const std::string_view upper = sentence[at].text;
  const std::optional<int> whole =
      upper.size() > 1 ? query::ParseWhole(upper.substr(0, upper.size() - 1)) : 0;
  const std::optional<int> part = query::ParseWhole(upper.substr(upper.size() - 1));
  const std::optional<int> of = query::ParseWhole(sentence[at + 1].text);
  if (!whole || !part || !of || *of < 2 || *part >= *of) return std::nullopt;
  return Number{*whole + static_cast<double>(*part) / *of, 2};
}

// "7", "1.5" (two words with a full stop between).
std::optional<Number> ReadDigits(const Sentence& sentence, std::size_t at) {
  const std::optional<int> whole = query::ParseWhole(sentence[at].text);
  if (!whole) return std::nullopt;
  Number read{static_cast<double>(*whole), 1};
  const bool has_point = at + 1 < sentence.size() && sentence[at + 1].before == Break::kTight &&
                         sentence[at + 1].begin == sentence[at].end + 1;
  const std::optional<int> part = has_point && sentence[at + 1].text.size() == 1
                                      ? query::ParseWhole(sentence[at + 1].text)
                                      : std::nullopt;
  if (part == 5) {
    // A hyphen or a slash makes two numbers of it; those are rarely halves.
    read.value += 0.5;
    read.words = 2;
  }
  return read;
}

std::optional<Number> ReadNamed(const Sentence& sentence, std::size_t at) {
  const std::string_view word = sentence[at].text;
  if (const auto unit = Find(kUnits, word)) return Number{static_cast<double>(*unit), 1};
  const auto tens = Find(kTens, word);
  if (!tens) return std::nullopt;
  const auto unit = Find(kUnits, sentence[at + 1].text);
  if (unit && *unit > 0 && *unit < 10) return Number{static_cast<double>(*tens + *unit), 2};
  return Number{static_cast<double>(*tens), 1};
}

// "and a half" after a number.
std::size_t HalfAfter(const Sentence& sentence, std::size_t at) {
  return sentence[at].text == "and" && sentence[at + 1].text == "a" &&
                 sentence[at + 2].text == "half"
             ? 3
             : 0;
}

}  // namespace

std::optional<Number> ReadNumber(const Sentence& sentence, std::size_t at, bool article_counts) {
  if (at >= sentence.size()) return std::nullopt;
  if (const auto fraction = ReadFraction(sentence, at)) return fraction;
  if (const auto fraction = ReadFractionSign(sentence, at)) return fraction;
  std::optional<Number> read = ReadDigits(sentence, at);
  if (!read) read = ReadNamed(sentence, at);
  if (!read) {
    const std::size_t article = sentence[at].text == "a" ? 1 : 0;
    if (sentence[at + article].text == "couple") {
      const std::size_t of = sentence[at + article + 1].text == "of" ? 1 : 0;
      return Number{2, article + 1 + of};
    }
    if (article_counts && (sentence[at].text == "a" || sentence[at].text == "an")) {
      return Number{1, 1};
    }
    return std::nullopt;
  }
  if (const std::size_t half = HalfAfter(sentence, at + read->words); half > 0) {
    read->value += 0.5;
    read->words += half;
  }
  return read;
}

std::string NumberText(double value) {
  std::string text = std::to_string(std::llround(value * 100));
  text.insert(0, text.size() < 3 ? 3 - text.size() : 0, '0');
  text.insert(text.size() - 2, ".");
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::optional<AttachedNumber> ReadAttached(std::string_view word) {
  std::size_t digits = 0;
  while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9') ++digits;
  if (digits == 0 || digits > 4 || digits == word.size()) return std::nullopt;
  const std::optional<int> value = query::ParseWhole(word.substr(0, digits));
  if (!value) return std::nullopt;
  return AttachedNumber{static_cast<double>(*value), word.substr(digits)};
}

}  // namespace waypost::ask
