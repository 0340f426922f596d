#include "server/web/crisis_lines.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "engine/core/ascii.h"

namespace waypost::server {
namespace {

// "press 55" is no number to call, 999 and 111 are.
constexpr std::size_t kFewestDigits = 3;

struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string digits;
};

// The first run of digits in `line` from `at` on that is long enough, with single spaces between
// them; at the end of the line when there is none.
Number NextNumber(std::string_view line, std::size_t at) {
  for (; at < line.size(); ++at) {
    Number number{.begin = at, .end = at};
    const auto is_digit = [&](std::size_t place) {
      return place < line.size() && IsDigit(line[place]);
    };
    while (is_digit(number.end) ||
           (!number.digits.empty() && is_digit(number.end + 1) && line[number.end] == ' ')) {
      if (is_digit(number.end)) number.digits += line[number.end];
      ++number.end;
    }
    if (number.digits.size() >= kFewestDigits) return number;
    if (number.end > at) at = number.end - 1;
  }
  return {.begin = line.size(), .end = line.size()};
}

PageData Part(std::string_view text, const std::string& dial) {
  PageData part;
  Set(part, "text", text);
  Set(part, "dial", dial);
  return part;
}

}  // namespace

std::vector<PageData> CrisisLines(const Sensitivity& sensitivity) {
  std::vector<PageData> lines;
  for (const std::string_view line : sensitivity.crisis_lines) {
    std::vector<PageData> parts;
    for (std::size_t at = 0; at < line.size();) {
      const Number number = NextNumber(line, at);
      if (number.begin > at) parts.push_back(Part(line.substr(at, number.begin - at), ""));
      if (number.end > number.begin) {
        parts.push_back(Part(line.substr(number.begin, number.end - number.begin), number.digits));
      }
      at = number.end;
    }
    PageData item;
    SetList(item, "parts", std::move(parts));
    lines.push_back(std::move(item));
  }
  return lines;
}

}  // namespace waypost::server
