#include "engine/ask/who_is_meant.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace waypost::ask {
namespace {

constexpr int kGrownUp = 18;

struct Circumstances {
  std::string_view said;
  std::string_view meant;
};

// Of a condition that a child has, and of somebody who is a child and speaks for themselves.
constexpr auto kOfAChild = std::to_array<Circumstances>({
    {"disabled", "parent-of-disabled-child"},
    {"learning-disability", "parent-of-disabled-child"},
});
constexpr auto kOfTheYoung = std::to_array<Circumstances>({{"carer", "young-carer"}});

// Years of "9", "9-12"; none of "18m" is grown up.
int YearsOf(const std::string& age) {
  int years = 0;
  std::from_chars(age.data(), age.data() + age.size(), years);
  return age.back() == 'm' ? 0 : years;
}

// "I'm 13", "I'm only 13": the age is that of who speaks.
bool IsOwnAge(const Sentence& sentence, const Reading& reading) {
  std::size_t before = reading.first;
  while (before > 0 && IsOneOf(sentence[before - 1].text, {"only", "just", "nearly", "still"})) {
    --before;
  }
  return before > 0 && IsOneOf(sentence[before - 1].text, {"im", "am", "turned"});
}

template <std::size_t N>
void Replace(const PhraseBook& book, const std::array<Circumstances, N>& pairs,
             std::vector<Reading>& readings) {
  for (Reading& reading : readings) {
    for (Meaning& meaning : reading.meanings) {
      if (meaning.kind != Kind::kCircumstance) continue;
      const std::string_view code =
          std::string_view(meaning.value).substr(meaning.value.rfind(':') + 1);
      const auto pair = std::find_if(pairs.begin(), pairs.end(),
                                     [&](const Circumstances& one) { return one.said == code; });
      if (pair == pairs.end()) continue;
      if (const Meaning* meant = book.FindCircumstance(pair->meant)) meaning = *meant;
    }
  }
}

}  // namespace

void TellWhoIsMeant(const PhraseBook& book, const Sentence& sentence,
                    std::vector<Reading>& readings) {
  bool has_child = false;
  bool has_grown_up = false;
  bool is_self = false;
  for (const Reading& reading : readings) {
    for (const Meaning& meaning : reading.meanings) {
      if (meaning.kind != Kind::kAge) continue;
      const bool is_child = YearsOf(meaning.value) < kGrownUp;
      has_child |= is_child;
      has_grown_up |= !is_child;
      is_self |= is_child && IsOwnAge(sentence, reading);
    }
  }
  if (!has_child || has_grown_up) return;
  if (is_self) {
    Replace(book, kOfTheYoung, readings);
  } else {
    Replace(book, kOfAChild, readings);
  }
}

}  // namespace waypost::ask
