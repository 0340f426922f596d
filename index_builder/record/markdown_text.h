#pragma once

// The few marks of Markdown that appear in feeds, taken out of plain text.
//
//   MarkdownText("See [our site](https://x.org) **today**")   "See our site (https://x.org) today"
//   MarkdownText("![logo](data:image/png;base64,AAAA)")       "logo", an image
//
// Only marks that cannot be meant otherwise go: images, links to web or mail addresses, pairs of
// "**" or "__" around words on one line, "#" to "######" with a space at the beginning of a line. A
// single
// "*" or "_" stays ("5 * 3", "*terms apply", "first_name"). O(length).

#include <string>
#include <string_view>

namespace waypost::record {

struct MarkdownMarks {
  std::string text;
  bool had_marks = false;
  bool had_image = false;
};

MarkdownMarks MarkdownText(std::string_view text);

// False when nothing in `text` can be a mark; cheap.
bool MayHaveMarks(std::string_view text);

}  // namespace waypost::record
