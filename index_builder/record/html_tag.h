#pragma once

// HTML tags as they stand in a text, and what their names mean for somebody who only reads.

#include <cstddef>
#include <string>
#include <string_view>

namespace waypost::record {

// A tag at the front of a text: how much of it the tag takes up, and its name as written. `length`
// is 0 when no tag begins there: "a < b", "<3", "<https://x.org>" and "<a@x.org>" are not tags.
struct HtmlTag {
  std::size_t length = 0;
  bool closes = false;
  std::string_view name;
};

// REQUIRES: `text` begins with "<". O(length of the tag).
HtmlTag ReadHtmlTag(std::string_view text);

// Of lower-case names: pictures and films; elements whose content is not text for a reader;
// elements that do not continue the line they stand in; cells of a row.
bool IsImageName(std::string_view name);
bool IsSilentName(std::string_view name);
bool IsBlockName(std::string_view name);
bool IsCellName(std::string_view name);

}  // namespace waypost::record
