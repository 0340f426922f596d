#include "index_builder/record/html_tag.h"

#include <array>

#include "engine/core/ascii.h"

namespace waypost::record {
namespace {

bool IsNameByte(char c) { return IsLetter(c) || IsDigit(c) || c == ':' || c == '-' || c == '_'; }

// The ">" that ends a tag, from behind its name; npos when another "<" or the end comes first.
std::size_t TagEnd(std::string_view text, std::size_t from) {
  char quote = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return i;
    } else if (c == '<') {
      return std::string_view::npos;
    } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
      quote = c;
    }
  }
  return std::string_view::npos;
}

}  // namespace

HtmlTag ReadHtmlTag(std::string_view text) {
  HtmlTag tag;
  tag.closes = text.size() > 1 && text[1] == '/';
  const std::size_t begin = tag.closes ? 2 : 1;
  if (begin >= text.size() || !IsLetter(text[begin])) return {};
  std::size_t end = begin;
  while (end < text.size() && IsNameByte(text[end])) ++end;
  // "<https://x.org>" and "<a@x.org>" are addresses, not tags.
  if (end == text.size() || text[end - 1] == ':') return {};
  if (text[end] != '>' && text[end] != '/' && !IsSpace(text[end])) return {};
  const std::size_t close = TagEnd(text, end);
  if (close == std::string_view::npos) return {};
  tag.name = text.substr(begin, end - begin);
  tag.length = close + 1;
  return tag;
}

bool IsImageName(std::string_view name) {
  return name == "img" || name == "svg" || name == "picture" || name == "image" ||
         name == "video" || name == "object" || name == "embed";
}

bool IsSilentName(std::string_view name) {
  constexpr std::array<std::string_view, 14> kSilent = {
      "script", "style",  "head",   "title", "template", "noscript", "iframe",
      "svg",    "object", "select", "math",  "textarea", "video",    "audio"};
  for (std::string_view silent : kSilent) {
    if (name == silent) return true;
  }
  return false;
}

bool IsBlockName(std::string_view name) {
  constexpr std::array<std::string_view, 36> kBlocks = {
      "p",        "div",    "h1",      "h2",      "h3",     "h4",      "h5",      "h6",
      "ul",       "ol",     "li",      "dl",      "dt",     "dd",      "table",   "tr",
      "br",       "hr",     "section", "article", "header", "footer",  "aside",   "blockquote",
      "pre",      "form",   "nav",     "address", "main",   "caption", "details", "summary",
      "fieldset", "legend", "figure",  "center"};
  for (std::string_view block : kBlocks) {
    if (name == block) return true;
  }
  return false;
}

bool IsCellName(std::string_view name) { return name == "td" || name == "th"; }

}  // namespace waypost::record
