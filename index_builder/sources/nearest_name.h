#pragma once

// The name somebody probably meant, for messages about unknown keys and columns.
//
//   NearestName("titel", {"title", "url"})   "title"
//   Unknown("key", "titel", {"title", "url"})   unknown key "titel"; did you mean "title"?
//
// Distance is the number of single-byte insertions, deletions, replacements and swaps of neighbours
// (restricted Damerau-Levenshtein), letters without case; nearest is what differs by at most a
// third of its length. O(names * length^2), length bounded to 64.

#include <span>
#include <string>
#include <string_view>

namespace waypost::sources {

// "" when nothing is near. Of equals, the first.
std::string_view NearestName(std::string_view name, std::span<const std::string_view> known);

// A message: what is unknown, the nearest known name, or all known ones when none is near.
std::string Unknown(std::string_view what, std::string_view name,
                    std::span<const std::string_view> known);

}  // namespace waypost::sources
