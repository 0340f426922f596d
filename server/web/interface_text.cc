#include "server/web/interface_text.h"

#include "engine/core/lines.h"
#include "engine/query/parse_values.h"
#include "server/response/page_text.h"
#include "server/web/embedded_files.h"
#include "server/web/language_marks.h"

namespace waypost::server {
namespace {

constexpr std::string_view kEnglishFile = "words/en.txt";
constexpr std::string_view kWelshFile = "words/cy.txt";

}  // namespace

std::string_view CodeOf(Language language) { return language == Language::kWelsh ? "cy" : "en"; }

std::map<std::string, std::string, std::less<>> ReadWords(std::string_view file) {
  std::map<std::string, std::string, std::less<>> words;
  for (const std::string_view line : LinesOf(file)) {
    const std::size_t equals = line.find('=');
    if (line.starts_with('#') || equals == std::string_view::npos) continue;
    const std::string_view key = query::Trim(line.substr(0, equals));
    words.insert_or_assign(std::string(key), std::string(query::Trim(line.substr(equals + 1))));
  }
  return words;
}

std::string FillIn(std::string_view text, InterfaceText::Values values) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const std::string_view name = text.substr(open + 1, close - open - 1);
    out += text.substr(0, open);
    for (const auto& [known, value] : values) {
      if (known == name) out += value;
    }
    text.remove_prefix(close + 1);
  }
  return out.append(text);
}

InterfaceText::InterfaceText(Language language)
    : language_(language), texts_(ReadWords(EmbeddedText(kEnglishFile))) {
  if (language == Language::kEnglish) return;
  const auto own = ReadWords(EmbeddedText(kWelshFile));
  for (auto& [key, text] : texts_) {
    const auto found = own.find(key);
    if (found == own.end()) {
      missing_.push_back(key);
      text = MarkedAs(Language::kEnglish, text);
    } else {
      text = MarkedAs(language, found->second);
    }
  }
}

const InterfaceText& InterfaceText::Of(Language language) {
  static const InterfaceText kEnglish(Language::kEnglish);
  static const InterfaceText kWelsh(Language::kWelsh);
  return language == Language::kWelsh ? kWelsh : kEnglish;
}

std::string_view InterfaceText::operator()(std::string_view key) const {
  const auto found = texts_.find(key);
  return found == texts_.end() ? key : std::string_view(found->second);
}

std::string InterfaceText::operator()(std::string_view key, Values values) const {
  return FillIn((*this)(key), values);
}

std::string InterfaceText::Counted(std::string_view key, std::uint64_t n) const {
  std::string form(key);
  form += n == 1 ? ".one" : ".other";
  return (*this)(form, {{"n", WithCommas(n)}});
}

std::vector<std::string_view> InterfaceText::Missing() const { return missing_; }

}  // namespace waypost::server
