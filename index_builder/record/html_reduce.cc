#include <algorithm>

#include "engine/core/ascii.h"
#include "index_builder/record/html_tag.h"
#include "index_builder/record/html_text.h"

namespace waypost::record {
namespace {

// Where the entity that begins at the front of `text` ("&amp;", "&#160;") ends, or 0.
std::size_t EntityLength(std::string_view text) {
  constexpr std::size_t kLongest = 33;  // "&CounterClockwiseContourIntegral;"
  std::size_t i = 1;
  if (i < text.size() && text[i] == '#') ++i;
  while (i < text.size() && i < kLongest && (IsLetter(text[i]) || IsDigit(text[i]))) ++i;
  if (i < 3 || i >= text.size() || text[i] != ';') return 0;
  return i + 1;
}

// Appends what takes the place of the "<" at the front of `text` and returns how much of it is
// done.
std::size_t ReduceTag(std::string_view text, bool* no_comment_end, ReducedHtml& reduced) {
  if (text.starts_with("<![CDATA[")) {
    reduced.dropped = true;
    return std::string_view("<![CDATA[").size();
  }
  if (text.size() > 1 && (text[1] == '!' || text[1] == '?')) {
    std::size_t end = std::string_view::npos;
    if (text.starts_with("<!--") && !*no_comment_end) {
      end = text.find("-->", 4);
      *no_comment_end = end == std::string_view::npos;
      if (!*no_comment_end) end += 2;
    }
    if (end == std::string_view::npos) end = text.find('>');
    if (end != std::string_view::npos) {
      reduced.dropped = true;
      return end + 1;
    }
  } else if (const HtmlTag tag = ReadHtmlTag(text); tag.length > 0) {
    const std::string name = LowerCase(tag.name);
    ++reduced.tags;
    reduced.has_blocks = reduced.has_blocks || IsBlockName(name) || IsCellName(name);
    reduced.html += tag.closes ? "</" : "<";
    reduced.html += name;
    reduced.html += '>';
    return tag.length;
  }
  reduced.html += "&lt;";
  return 1;
}

}  // namespace

ReducedHtml ReduceHtml(std::string_view text) {
  ReducedHtml reduced;
  reduced.html.reserve(text.size());
  // Without a ">" behind it no "<" begins a tag; nothing is searched for beyond the last one.
  const std::size_t tags_end = text.rfind('>') + 1;
  bool no_comment_end = false;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '<') {
      if (i < tags_end) {
        i += ReduceTag(text.substr(i, tags_end - i), &no_comment_end, reduced);
      } else {
        reduced.html += "&lt;";
        ++i;
      }
    } else if (text[i] == '&') {
      const std::size_t length = EntityLength(text.substr(i));
      reduced.has_entities = reduced.has_entities || length > 0;
      reduced.html += length > 0 ? text.substr(i, length) : std::string_view("&amp;");
      i += std::max<std::size_t>(length, 1);
    } else {
      const std::size_t next = std::min(text.find_first_of("<&", i), text.size());
      reduced.html += text.substr(i, next - i);
      i = next;
    }
  }
  return reduced;
}

}  // namespace waypost::record
