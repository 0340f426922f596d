#pragma once

// What both readers of places (read_place.cc, read_unknown_place.cc) ask of a sentence. Pure.

#include <optional>
#include <string>
#include <utility>

#include "engine/ask/place_words.h"
#include "engine/ask/reading.h"
#include "engine/query/parse_query.h"
#include "engine/query/resolved_query.h"

namespace waypost::ask {

inline std::string_view Written(std::string_view text, const Sentence& sentence, std::size_t first,
                                std::size_t last) {
  return text.substr(sentence[first].begin, sentence[last - 1].end - sentence[first].begin);
}

// "Wendover or thereabouts", "Wendover way", "Wendover area", "Wendover Tuesday mornings": still
// the end of a name.
inline bool EndsLoosely(const Sentence& sentence, std::size_t at) {
  if (EndsClause(sentence, at)) return true;
  const std::string_view word = sentence[at].text;
  if (IsWeekday(word) || IsPartOfDay(word)) return true;
  const std::size_t next = at + (sentence[at].text == "or" ? 1 : 0);
  return IsOneOf(sentence[next].text, {"thereabouts", "nearby", "way", "area", "side", "ish",
                                       "direction", "surrounding"}) &&
         !sentence[next].is_capital;
}

inline std::optional<query::Place> Resolved(const Index& index, const std::string& text) {
  const auto near = query::ParseNear(text);
  if (!near.ok()) return std::nullopt;
  auto place = query::ResolvePlace(index, *near);
  if (!place.ok()) return std::nullopt;
  return *std::move(place);
}

inline Reading PlaceReading(std::size_t first, std::size_t last, Meaning meaning, int weight) {
  return {.first = first,
          .last = last,
          .meanings = {std::move(meaning)},
          .weight = weight,
          .can_be_denied = true};
}

}  // namespace waypost::ask
