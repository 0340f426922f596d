#pragma once

// Where a text says what was asked.
//
//   const std::vector<std::string> terms = {"coffe"};                  // ascending
//   MatchingRanges("Coffee & cake", terms, analyser);                  // {0, 6}
//   MatchedWords("Coffee & cake, COFFEE mornings", terms, analyser);   // {"Coffee"}

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/analyser.h"

namespace waypost::text {

// Bytes [begin, end) of a text.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

// The tokens of `text` whose term is in `terms`: ascending, disjoint, on character boundaries.
// REQUIRES: `terms` ascending. O(bytes + tokens * log terms).
std::vector<ByteRange> MatchingRanges(std::string_view text, std::span<const std::string> terms,
                                      Analyser& analyser);

// Those tokens as `text` writes them, one per term, in order of first appearance.
std::vector<std::string> MatchedWords(std::string_view text, std::span<const std::string> terms,
                                      Analyser& analyser);

}  // namespace waypost::text
