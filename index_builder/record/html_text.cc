#include "index_builder/record/html_text.h"

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "engine/core/ascii.h"
#include "index_builder/record/html_tag.h"
#include "index_builder/record/safe_text.h"

namespace waypost::record {
namespace {

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
  return LowerCase(ReadHtmlTag({piece.data, piece.length}).name);
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
    const HtmlTag tag = ReadHtmlTag(html.substr(at));
    if (tag.length > 0 && LowerCase(tag.name) == name) return at + tag.length;
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
    const HtmlTag tag = ReadHtmlTag(html.substr(i));
    const std::string name = LowerCase(tag.name);
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

}  // namespace

std::string HtmlText(const ReducedHtml& reduced, bool* had_image) {
  const bool keep_lines = !reduced.has_blocks;
  if (reduced.tags > kMaxParsedTags) return ScannedText(reduced.html, keep_lines, had_image);
  return ParsedText(keep_lines ? "<pre>" + reduced.html : reduced.html, had_image);
}

}  // namespace waypost::record
