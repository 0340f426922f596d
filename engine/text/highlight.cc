#include "engine/text/highlight.h"

#include <algorithm>

namespace waypost::text {

std::vector<ByteRange> MatchingRanges(std::string_view text, std::span<const std::string> terms,
                                      Analyser& analyser) {
  std::vector<ByteRange> ranges;
  analyser.ForEachToken(text, [&](const Token& token) {
    // Tokens that share their bytes ("½" is 1 and 2) are one range.
    if (!ranges.empty() && ranges.back().begin == token.begin) return;
    if (std::ranges::binary_search(terms, token.term)) ranges.push_back({token.begin, token.end});
  });
  return ranges;
}

std::vector<std::string> MatchedWords(std::string_view text, std::span<const std::string> terms,
                                      Analyser& analyser) {
  std::vector<bool> seen(terms.size(), false);
  std::vector<std::string> words;
  analyser.ForEachToken(text, [&](const Token& token) {
    const auto term = std::ranges::lower_bound(terms, token.term);
    if (term == terms.end() || *term != token.term) return;
    const auto place = static_cast<std::size_t>(term - terms.begin());
    if (seen[place]) return;
    seen[place] = true;
    words.emplace_back(text.substr(token.begin, token.end - token.begin));
  });
  return words;
}

}  // namespace waypost::text
