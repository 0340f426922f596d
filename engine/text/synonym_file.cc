#include "engine/text/synonym_file.h"

#include <algorithm>

#include "engine/core/ascii.h"

namespace waypost::text {
namespace {

std::string_view WithoutSpace(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

// Entries between commas; empty ones are left out.
std::vector<std::string> EntriesOf(std::string_view text) {
  std::vector<std::string> entries;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(','));
    if (const auto entry = WithoutSpace(part); !entry.empty()) entries.emplace_back(entry);
    text.remove_prefix(std::min(text.size(), part.size() + 1));
  }
  return entries;
}

class Reader {
 public:
  explicit Reader(std::string_view name) : name_(name) {}

  absl::Status ReadLine(std::string_view line) {
    ++number_;
    if (line.size() > kMaxSynonymLine) return Fail("a line of more than 4,000 bytes");
    line = WithoutSpace(line.substr(0, line.find('#')));
    if (line.empty()) return absl::OkStatus();
    if (line.front() == '[') return ReadLanguage(line);
    if (rules_.size() >= kMaxSynonymRules) return Fail("more than 20,000 rules");
    return ReadRule(line);
  }

  std::vector<SynonymRule> Take() && { return std::move(rules_); }

 private:
  absl::Status ReadLanguage(std::string_view line) {
    const std::string_view language =
        line.back() == ']' ? WithoutSpace(line.substr(1, line.size() - 2)) : std::string_view();
    if (language.empty()) return Fail("a language stands as [en]");
    language_ = LowerCase(language);
    return absl::OkStatus();
  }

  absl::Status ReadRule(std::string_view line) {
    const std::size_t arrow = line.find("=>");
    const bool one_way = arrow != std::string_view::npos;
    if (one_way && line.find("=>", arrow + 2) != std::string_view::npos) {
      return Fail("\"=>\" twice; give each rule a line of its own");
    }
    SynonymRule rule{.from = EntriesOf(line.substr(0, arrow)),
                     .to = {},
                     .direction = one_way ? SynonymDirection::kOneWay : SynonymDirection::kBoth,
                     .language = language_};
    if (one_way) rule.to = EntriesOf(line.substr(arrow + 2));
    if (rule.from.size() + rule.to.size() > kMaxSynonymEntries) {
      return Fail("more than 50 words in one rule");
    }
    if (one_way && (rule.from.empty() || rule.to.empty())) {
      return Fail("\"=>\" needs a word on either side");
    }
    if (!one_way && rule.from.size() < 2) return Fail("a word alone has no synonym");
    rules_.push_back(std::move(rule));
    return absl::OkStatus();
  }

  absl::Status Fail(std::string_view what) const {
    return InvalidArgument(std::string(name_) + ":" + std::to_string(number_) + ": " +
                           std::string(what));
  }

  std::string_view name_;
  int number_ = 0;
  std::string language_ = "en";
  std::vector<SynonymRule> rules_;
};

}  // namespace

absl::StatusOr<std::vector<SynonymRule>> ParseSynonyms(std::string_view name,
                                                       std::string_view text) {
  Reader reader(name);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    RETURN_IF_ERROR(reader.ReadLine(line));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return std::move(reader).Take();
}

}  // namespace waypost::text
