#pragma once

// Folding of one raw token: case, accents, ligatures, digits, apostrophes (rules in analyser.h).

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace waypost::text {

enum class Apostrophes : std::uint8_t {
  kDropPossessive,  // a final 's goes, other apostrophes go: "children's" is "children"
  kDrop,            // only the apostrophe goes: "childrens"
};

// `token` folded, in the pieces it falls into: one nearly always, two for "½", never none: a token
// that folds to nothing stands for itself. An "&" stays. Any bytes are accepted. O(bytes).
std::vector<std::string> FoldToken(std::string_view token, Apostrophes apostrophes);

}  // namespace waypost::text
