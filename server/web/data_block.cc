#include "server/web/data_block.h"

#include <utility>

namespace waypost::server {
namespace {

constexpr std::string_view kLineSeparator = "\u2028";
constexpr std::string_view kParagraphSeparator = "\u2029";

// Takes the first character of `text` that must be escaped off it, and says how; "" for any other.
std::string_view TakeEscape(std::string_view& text) {
  constexpr std::pair<std::string_view, std::string_view> kEscapes[] = {
      {"<", "\\u003c"},
      {">", "\\u003e"},
      {"&", "\\u0026"},
      {kLineSeparator, "\\u2028"},
      {kParagraphSeparator, "\\u2029"}};
  for (const auto& [character, escape] : kEscapes) {
    if (!text.starts_with(character)) continue;
    text.remove_prefix(character.size());
    return escape;
  }
  return {};
}

}  // namespace

std::string JsonForHtml(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  while (!json.empty()) {
    const std::string_view escape = TakeEscape(json);
    if (escape.empty()) {
      out += json.front();
      json.remove_prefix(1);
    } else {
      out += escape;
    }
  }
  return out;
}

void AddDataBlock(std::string_view type, std::string_view json, std::string& page) {
  const std::size_t end_of_head = page.find("</head>");
  if (end_of_head == std::string::npos) return;
  std::string block("<script type=\"");
  block.append(type).append("\">").append(JsonForHtml(json)).append("</script>\n");
  page.insert(end_of_head, block);
}

}  // namespace waypost::server
