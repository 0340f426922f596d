#include "server/web/who_for.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "engine/core/ascii.h"
#include "engine/core/lines.h"
#include "server/web/fact_text.h"

namespace waypost::server {
namespace {

// The closed list of rows of eligibility in version 1 of the standard.
constexpr std::string_view kListed[] = {"adult", "child", "family",     "female",
                                        "male",  "teen",  "transgender"};
constexpr std::size_t kMostOnCard = 160;  // bytes

std::string InPlainWords(const InterfaceText& text, std::string_view line) {
  const std::string word = LowerCase(line);
  if (std::ranges::find(kListed, word) == std::end(kListed)) return std::string(line);
  return std::string(text("eligible." + word));
}

std::vector<std::string> WordLines(const InterfaceText& text, const EligibilityFacts& eligibility) {
  std::vector<std::string> lines;
  const auto add = [&](std::string_view words) {
    std::string line = InPlainWords(text, words);
    const bool is_known = std::ranges::find(lines, line) != lines.end();
    if (!line.empty() && !is_known) lines.push_back(std::move(line));
  };
  for (const std::string_view line : LinesOf(eligibility.description)) add(line);
  for (const std::string& row : eligibility.rows) add(row);
  return lines;
}

// Whole words, marked when cut.
std::string Shortened(std::string line) {
  if (line.size() <= kMostOnCard) return line;
  const std::size_t space = line.rfind(' ', kMostOnCard);
  if (space == std::string::npos) return line;
  line.resize(line.find_last_not_of(" .,;:-", space) + 1);
  return line + "…";
}

}  // namespace

std::vector<std::string> WhoForLines(const Index& index, const InterfaceText& text, DocId doc,
                                     const EligibilityFacts& eligibility) {
  std::vector<std::string> lines = WordLines(text, eligibility);
  const std::string ages = AgesText(index, text, doc);
  std::erase(lines, ages);
  if (!ages.empty()) lines.insert(lines.begin(), ages);
  return lines;
}

std::string WhoForLine(const Index& index, const InterfaceText& text, DocId doc) {
  const auto eligibility = ReadEligibility(index, index.documents().service[doc]);
  std::string line = AgesText(index, text, doc);
  if (!eligibility.ok()) return line;
  const std::vector<std::string> words = WordLines(text, *eligibility);
  if (words.empty() || words.front() == line) return line;
  if (!line.empty()) line += "; ";
  return line + Shortened(words.front());
}

}  // namespace waypost::server
