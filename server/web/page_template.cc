#include "server/web/page_template.h"

#include <map>
#include <utility>

#include "engine/query/parse_values.h"
#include "server/web/embedded_files.h"

namespace waypost::server {
namespace {

constexpr std::string_view kFolder = "templates/";
constexpr std::string_view kSuffix = ".mustache";
constexpr int kDeepest = 8;  // templates that include each other end here

std::string_view FileOf(std::string_view name) {
  std::string file(kFolder);
  file.append(name).append(kSuffix);
  std::string_view text = EmbeddedText(file);
  // The end of the file's last line is none of what includes it.
  if (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

// `text` with every stretch from `open` to `close` replaced by what `replace` makes of its inside.
template <typename Replace>
std::string Replaced(std::string_view text, std::string_view open, std::string_view close,
                     const Replace& replace) {
  std::string out;
  while (true) {
    const std::size_t begin = text.find(open);
    const std::size_t end = begin == text.npos ? begin : text.find(close, begin);
    if (end == text.npos) return out.append(text);
    const std::size_t inside = begin + open.size();
    out.append(text.substr(0, begin));
    out.append(replace(query::Trim(text.substr(inside, end - inside))));
    text.remove_prefix(end + close.size());
  }
}

std::string WithIncluded(std::string_view text, int depth) {
  if (depth > kDeepest) return {};
  return Replaced(text, "{{>", "}}",
                  [&](std::string_view name) { return WithIncluded(FileOf(name), depth + 1); });
}

std::string Prepared(std::string_view name, Language language) {
  const InterfaceText& text = InterfaceText::Of(language);
  return Replaced(WithIncluded(FileOf(name), 0), "[[", "]]",
                  [&](std::string_view key) { return EscapedHtml(text(key)); });
}

using Templates = std::map<std::pair<std::string, Language>, std::string>;

Templates PrepareAll() {
  Templates all;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    std::string_view name = file.name;
    if (!name.starts_with(kFolder)) continue;
    name.remove_prefix(kFolder.size());
    name.remove_suffix(kSuffix.size());
    for (const Language language : kLanguages) {
      all[{std::string(name), language}] = Prepared(name, language);
    }
  }
  return all;
}

}  // namespace

std::string EscapedHtml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

const std::string& PageTemplate(std::string_view name, Language language) {
  static const Templates kTemplates = PrepareAll();
  static const std::string kNone;
  const auto found = kTemplates.find({std::string(name), language});
  return found == kTemplates.end() ? kNone : found->second;
}

}  // namespace waypost::server
