#pragma once

// Names and codes of areas, made comparable.
//
//   FoldAreaName("Bristol, City of")            "bristol city of"
//   FoldAreaName("Barking & Dagenham")          "barking and dagenham"
//   FoldAreaName("Saint Helens")                "st helens"
//   AreaNameStem("Bristol City Council")        "bristol"
//   AreaNameStem("Kingston upon Hull, City of") "kingston upon hull"
//
// ASCII letters become lower case, the accents of Latin letters are dropped, apostrophes go, other
// punctuation becomes a space. O(length), no locale.

#include <string>
#include <string_view>

namespace waypost::sources {

std::string FoldAreaName(std::string_view name);

// The folded name without the words that say only what kind of authority it is: council, borough,
// district, county, metropolitan, city of, london borough of, ...; the folded name when nothing
// else would be left.
std::string AreaNameStem(std::string_view name);

// One letter and eight digits: "E06000023".
bool IsGssCode(std::string_view text);

// A code that stands for "none of these": E99999999, S99999999, ...
bool IsPseudoCode(std::string_view code);

}  // namespace waypost::sources
