#pragma once

// The lines of a text: what stands between its line ends.
//
//   LinesOf("a\n\nb")     // "a", "", "b"
//   LinesOf("")           // none
//
// The views are into the text. O(length).

#include <string_view>
#include <vector>

namespace waypost {

inline std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    lines.push_back(text.substr(0, text.find('\n')));
    if (lines.back().size() == text.size()) break;
    text.remove_prefix(lines.back().size() + 1);
    if (text.empty()) lines.emplace_back();
  }
  return lines;
}

}  // namespace waypost
