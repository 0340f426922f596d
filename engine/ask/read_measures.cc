#include "engine/ask/read_measures.h"

#include <initializer_list>

#include "engine/ask/numbers.h"

namespace waypost::ask {
namespace {

std::string_view UnitOfLength(std::string_view word) {
  if (IsOneOf(word, {"mile", "miles", "mi"})) return "mi";
  if (IsOneOf(word, {"km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "k"})) {
    return "km";
  }
  if (IsOneOf(word, {"metre", "metres", "meter", "meters", "m", "yards"})) return "m";
  return {};
}

struct Length {
  double value;
  std::string_view unit;
  std::size_t last;
};

std::optional<Length> ReadLength(const Sentence& sentence, std::size_t at) {
  if (const auto attached = ReadAttached(sentence[at].text)) {
    const std::string_view unit = UnitOfLength(attached->unit);
    if (!unit.empty() && attached->unit != "k") return Length{attached->value, unit, at + 1};
  }
  const auto number = ReadNumber(sentence, at, true);
  if (!number) return std::nullopt;
  std::size_t last = at + number->words;
  const std::string_view unit = UnitOfLength(sentence[last].text);
  if (unit.empty()) return std::nullopt;
  Length length{number->value, unit, last + 1};
  if (sentence[length.last].text == "and" && sentence[length.last + 1].text == "a" &&
      sentence[length.last + 2].text == "half") {
    length.value += 0.5;
    length.last += 3;
  }
  return length;
}

}  // namespace

std::optional<Reading> ReadDistance(const Sentence& sentence, std::size_t at) {
  const std::initializer_list<std::string_view> kBefore = {
      "within",  "no",      "not",   "more",   "than",    "less",  "up",  "to",
      "at",      "most",    "under", "max",    "maximum", "about", "in",  "a",
      "further", "farther", "over",  "radius", "of",      "say",   "the", "around"};
  const std::size_t first = at;
  std::size_t number = at;
  if (IsOneOf(sentence[at].text, {"within", "no", "not", "up", "less", "under", "max", "maximum",
                                  "at", "in", "inside"})) {
    for (number = at + 1; number < sentence.size() && number < at + 5; ++number) {
      if (ReadLength(sentence, number)) break;
      if (!IsOneOf(sentence[number].text, kBefore)) return std::nullopt;
    }
  }
  const auto length = ReadLength(sentence, number);
  if (!length || length->value <= 0 || length->value > 500000) return std::nullopt;
  if (length->unit == "m" && length->value < 50) return std::nullopt;
  // "the GP is 8 miles off" says how far it is, not how far it may be.
  if (sentence[length->last].text == "off") return std::nullopt;
  // "9 miles from a chemist": likewise, but not "9 miles from me".
  if (number == first && sentence[length->last].text == "from" &&
      IsOneOf(sentence[length->last + 1].text, {"the", "a", "any", "anywhere", "nearest", "our"})) {
    return std::nullopt;
  }
  const std::size_t last = SkipWords(sentence, length->last,
                                     {"radius", "away", "max", "maximum", "or", "so", "of", "from",
                                      "as", "the", "crow", "flies", "distance"});
  return Reading{
      .first = first,
      .last = last,
      .meanings = {{Kind::kWithin, NumberText(length->value) + std::string(length->unit)}},
      .weight = WeightOf(first, last, 8)};
}

}  // namespace waypost::ask
