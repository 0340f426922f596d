#pragma once

// Seeded names of every awkward kind, for property tests.

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace waypost::text {

// WAYPOST_SEED, else a fixed one; printed, so that a failure can be repeated.
inline std::uint64_t TestSeed() {
  const char* text = std::getenv("WAYPOST_SEED");
  const std::uint64_t seed = text != nullptr ? std::strtoull(text, nullptr, 10) : 20261121;
  std::cout << "WAYPOST_SEED=" << seed << "\n";
  return seed;
}

struct RandomName {
  std::string text;
  bool has_letter_or_digit = false;  // known by construction
};

class RandomNames {
 public:
  explicit RandomNames(std::uint64_t seed) : random_(seed) {}

  std::size_t Below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  template <typename T, std::size_t N>
  const T& OneOf(const T (&choices)[N]) {
    return choices[Below(N)];
  }

  // One to nine pieces of words, of letters from everywhere, of numbers and of what separates them.
  RandomName Next() {
    RandomName name;
    for (std::size_t pieces = 1 + Below(9); pieces > 0; --pieces) {
      if (Below(8) == 0) {
        name.text += OneOf(kNothing);
      } else {
        name.text += Spelling();
        name.has_letter_or_digit = true;
      }
      name.text += OneOf(kSeparators);
    }
    return name;
  }

 private:
  std::string Spelling() {
    std::string word;
    switch (Below(5)) {
      case 0:
        return std::string(OneOf(kWords));
      case 1:
        return std::string(OneOf(kStopWords));
      case 2:
        return std::to_string(Below(100000));
      case 3:
        for (std::size_t n = 1 + Below(6); n > 0; --n) word += OneOf(kLetters);
        return word;
      default:
        for (std::size_t n = 1 + Below(6); n > 0; --n) {
          word += static_cast<char>('A' + Below(26) + 32 * Below(2));
        }
        return word;
    }
  }

  static constexpr std::string_view kWords[] = {"Café",      "children's",  "Children’s",
                                                "S.E.N.D.",  "SEND",        "A&E",
                                                "R&B",       "12-step",     "GP",
                                                "O'Neill",   "rock'n'roll", "1960's",
                                                "St.",       "Extra",       "Care",
                                                "Redwood",   "Glades",      "carers'",
                                                "Ynys",      "Môn",         "naïve",
                                                "Straße",    "ﬁnance",      "Ægir",
                                                "½",         "2nd",         "co\u00ADoperate",
                                                "e.g.",      "counselling", "communities",
                                                "Happiness", "advice",      "running",
                                                "tai-chi",   "C++",         "50+"};
  static constexpr std::string_view kStopWords[] = {
      "The", "who", "IT", "and", "Over", "a", "I'm", "we're", "Not", "no", "own", "THEM", "it's"};
  // Letters and digits: accented, ligatures, other scripts, and some that fold to spaces or marks.
  static constexpr std::string_view kLetters[] = {
      "É", "ß", "Ø", "ł", "ı",  "İ", "Σ",  "ς",  "Ж",  "ё",  "ש",  "ﭏ",
      "م", "ﷺ", "ﱞ", "ﹰ", "हि", "ক", "日", "本", "㊂", "が", "ﾞ",  "한",
      "ไ", "ͺ", "ŉ", "½", "Ⅷ",  "①", "٣",  "𝔸",  "𝟘",  "ａ", "Ｚ", "ǅ"};
  static constexpr std::string_view kSeparators[] = {
      " ",  " ",  " ", "",     "-",     " - ", ".",      "...",    ", ",    "'",  "’",
      "''", "\"", "“", "”",    "/",     "_",   " & ",    "&",      "\t",    "\n", "+",
      "*",  "(",  ")", " OR ", " NOT ", "–",   "\u00A0", "\u200B", "\u200D"};
  // Neither letters nor digits: symbols, emoji, marks, joiners, fillers, bytes that are no UTF-8.
  static constexpr std::string_view kNothing[] = {
      "🎉",    "👩‍👧", "™", "§", "€", "\u0301", "\uFE0F", "\u3164", "\uFFFD",
      "\xC3", "\xFF\xFE",    "—", "%", "!", "\"",     "'",      "\u00AD", "\u2028"};

  std::mt19937_64 random_;
};

}  // namespace waypost::text
