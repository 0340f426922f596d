#include "index_builder/record/html_text.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "index_builder/record/safe_text.h"

namespace waypost::record {
namespace {

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A tag at the front of a text: what it takes up and its name as written ("" when there is no tag).
struct Tag {
  std::size_t length = 0;
  bool closes = false;
  std::string_view name;
};

bool IsNameByte(char c) {
  return IsLetter(c) || IsDigit(c) || c == ':' || c == '-' || c == '_';
}

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

Tag ReadTag(std::string_view text) {
  Tag tag;
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

// Where the entity that begins at the front of `text` ("&amp;", "&#160;") ends, or 0.
std::size_t EntityLength(std::string_view text) {
  constexpr std::size_t kLongest = 33;  // "&CounterClockwiseContourIntegral;"
  std::size_t i = 1;
  if (i < text.size() && text[i] == '#') ++i;
  while (i < text.size() && i < kLongest && (IsLetter(text[i]) || IsDigit(text[i]))) ++i;
  if (i < 3 || i >= text.size() || text[i] != ';') return 0;
  return i + 1;
}

std::string LowerName(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool IsImageName(std::string_view name) {
  return name == "img" || name == "svg" || name == "picture" || name == "image" || name == "video" ||
         name == "object" || name == "embed";
}

// Elements whose content is not text for a reader.
bool IsSilentName(std::string_view name) {
  constexpr std::array<std::string_view, 14> kSilent = {
      "script", "style",  "head",   "title", "template", "noscript", "iframe",
      "svg",    "object", "select", "math",  "textarea", "video",    "audio"};
  for (std::string_view silent : kSilent) {
    if (name == silent) return true;
  }
  return false;
}

// Elements that do not continue the line they stand in.
bool IsBlockName(std::string_view name) {
  constexpr std::array<std::string_view, 36> kBlocks = {
      "p",       "div",     "h1",      "h2",      "h3",      "h4",         "h5",     "h6",     "ul",
      "ol",      "li",      "dl",      "dt",      "dd",      "table",      "tr",     "br",     "hr",
      "section", "article", "header",  "footer",  "aside",   "blockquote", "pre",    "form",   "nav",
      "address", "main",    "caption", "details", "summary", "fieldset",   "legend", "figure", "center"};
  for (std::string_view block : kBlocks) {
    if (name == block) return true;
  }
  return false;
}

bool IsCellName(std::string_view name) { return name == "td" || name == "th"; }

void StartLine(std::string& text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
}

// White space in HTML source is one space.
void AppendText(std::string_view text, bool verbatim, std::string& out) {
  for (char c : text) {
    if (IsSpace(c) && !(verbatim && c == '\n')) {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
    } else {
      out += c;
    }
  }
}

struct GumboDeleter {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

std::string ElementName(const GumboNode& node) {
  const GumboElement& element = node.v.element;
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  const GumboStringPiece piece = element.original_tag;
  if (piece.data == nullptr) return "";
  return LowerName(ReadTag({piece.data, piece.length}).name);
}

// A place in the walk: a node, and which of its children comes next.
struct Step {
  const GumboNode* node;
  unsigned next_child;
  bool block;
  bool verbatim;
};

bool IsParent(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_DOCUMENT;
}

const GumboVector& ChildrenOf(const GumboNode& node) {
  return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
}

// Writes what `node` itself says; true when its children follow.
bool Enter(const GumboNode& node, bool verbatim, std::string& out, bool* had_image, Step& step) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
      node.type == GUMBO_NODE_CDATA) {
    AppendText(node.v.text.text, verbatim, out);
    return false;
  }
  if (!IsParent(node)) return false;
  step = {&node, 0, false, verbatim};
  if (node.type == GUMBO_NODE_DOCUMENT) return true;
  const std::string name = ElementName(node);
  if (IsImageName(name)) *had_image = true;
  if (IsSilentName(name)) return false;
  step.block = IsBlockName(name);
  step.verbatim = verbatim || name == "pre";
  if (step.block) StartLine(out);
  if (IsCellName(name)) AppendText(" ", false, out);
  return true;
}

// Depth first with a stack of our own: feeds must not choose how deep ours goes.
std::string TreeText(const GumboNode& root, bool* had_image) {
  std::string out;
  std::vector<Step> stack;
  Step step{};
  if (Enter(root, false, out, had_image, step)) stack.push_back(step);
  while (!stack.empty()) {
    Step& top = stack.back();
    const GumboVector& children = ChildrenOf(*top.node);
    if (top.next_child == children.length) {
      if (top.block) StartLine(out);
      stack.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[top.next_child++]);
    if (Enter(*child, top.verbatim, out, had_image, step)) stack.push_back(step);
  }
  return out;
}

std::string ParsedText(const std::string& html, bool* had_image) {
  const std::unique_ptr<GumboOutput, GumboDeleter> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()));
  return output == nullptr ? std::string() : TreeText(*output->document, had_image);
}

// Entities of a text without tags; line ends stay.
std::string DecodedText(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  bool had_image = false;
  return ParsedText("<pre>" + std::string(text), &had_image);
}

// Where the text goes on behind `</name>`; at the end when there is no such tag.
std::size_t BehindEndTag(std::string_view html, std::size_t from, std::string_view name) {
  for (std::size_t at = html.find("</", from); at != std::string_view::npos;
       at = html.find("</", at + 2)) {
    const Tag tag = ReadTag(html.substr(at));
    if (tag.length > 0 && LowerName(tag.name) == name) return at + tag.length;
  }
  return html.size();
}

// The same text by one pass over the bytes, without a tree. Every "<" begins a whole tag.
std::string ScannedText(std::string_view html, bool keep_lines, bool* had_image) {
  std::string out;
  std::string run;
  const auto flush = [&] {
    AppendText(DecodedText(run), keep_lines, out);
    run.clear();
  };
  for (std::size_t i = 0; i < html.size();) {
    const std::size_t next = std::min(html.find('<', i), html.size());
    run += html.substr(i, next - i);
    i = next;
    if (i == html.size()) break;
    const Tag tag = ReadTag(html.substr(i));
    const std::string name = LowerName(tag.name);
    i += std::max<std::size_t>(tag.length, 1);
    if (IsImageName(name)) *had_image = true;
    if (IsBlockName(name) || IsCellName(name)) flush();
    if (IsBlockName(name)) StartLine(out);
    if (IsCellName(name)) AppendText(" ", false, out);
    if (!tag.closes && IsSilentName(name)) i = BehindEndTag(html, i, name);
  }
  flush();
  return out;
}

// Appends what takes the place of the "<" at the front of `text` and returns how much of it is done.
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
  } else if (const Tag tag = ReadTag(text); tag.length > 0) {
    const std::string name = LowerName(tag.name);
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

std::string HtmlText(const ReducedHtml& reduced, bool* had_image) {
  const bool keep_lines = !reduced.has_blocks;
  if (reduced.tags > kMaxParsedTags) return ScannedText(reduced.html, keep_lines, had_image);
  return ParsedText(keep_lines ? "<pre>" + reduced.html : reduced.html, had_image);
}

}  // namespace waypost::record
