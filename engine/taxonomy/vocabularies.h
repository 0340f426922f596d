#pragma once

// The vocabularies that have a meaning of their own: which filter takes terms of which, and what
// may map to what. All others are lists that feeds bring along.
//
//   IsOf(kNeedVocabularies, "waypostNeeds")            // true
//   MayMap("waypostNeeds", "esdServiceTypes")          // true
//   MayMap("waypostPersonas", "esdServiceTypes")       // false: a persona has needs

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace waypost {

inline constexpr std::array<std::string_view, 1> kServiceTypeVocabularies = {"esdServiceTypes"};
inline constexpr std::array<std::string_view, 2> kNeedVocabularies = {"esdNeeds", "waypostNeeds"};
inline constexpr std::array<std::string_view, 2> kCircumstanceVocabularies = {
    "esdCircumstances", "waypostCircumstances"};
inline constexpr std::array<std::string_view, 1> kPersonaVocabularies = {"waypostPersonas"};

inline bool IsOf(std::span<const std::string_view> vocabularies, std::string_view name) {
  return std::ranges::find(vocabularies, name) != vocabularies.end();
}

// Needs and circumstances map to service types, personas to needs and circumstances; so no walk
// along mappings is longer than two. Of other vocabularies anything may map to anything: nobody
// walks there.
inline bool MayMap(std::string_view from, std::string_view to) {
  if (IsOf(kPersonaVocabularies, from)) {
    return IsOf(kNeedVocabularies, to) || IsOf(kCircumstanceVocabularies, to);
  }
  if (IsOf(kNeedVocabularies, from) || IsOf(kCircumstanceVocabularies, from)) {
    return IsOf(kServiceTypeVocabularies, to);
  }
  return true;
}

}  // namespace waypost
