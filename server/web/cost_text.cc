#include "server/web/cost_text.h"

#include <algorithm>
#include <cmath>

#include "engine/core/ascii.h"
#include "server/response/page_text.h"
#include "server/web/language_marks.h"

namespace waypost::server {
namespace {

// Larger sums are mistakes, and no whole number of pence.
constexpr double kLargestSum = 1e12;

// "4", "4.50", "1,250".
std::string SumText(double amount) {
  const long long pence = std::llround(amount * 100);
  std::string text = WithCommas(static_cast<std::uint64_t>(pence / 100));
  const long long rest = pence % 100;
  if (rest == 0) return text;
  text += rest < 10 ? ".0" : ".";
  return text + std::to_string(rest);
}

// Sums without a currency are in pounds: all that is found here is in the United Kingdom.
std::string AmountText(const InterfaceText& text, const CostFacts& cost) {
  if (!cost.amount || !(*cost.amount >= 0 && *cost.amount < kLargestSum)) return {};
  if (*cost.amount == 0) return std::string(text("card.free"));
  const std::string sum = SumText(*cost.amount);
  return cost.currency.empty() || cost.currency == "GBP" ? "£" + sum : sum + " " + cost.currency;
}

// "£4 per session", "£4 (Concessions)".
std::string WithDescription(std::string amount, const std::string& description) {
  if (amount.empty() || description.empty()) return amount + description;
  if (LowerCase(description).find(LowerCase(WithoutMarks(amount))) != std::string::npos)
    return description;
  const bool goes_on = description.front() >= 'a' && description.front() <= 'z';
  return goes_on ? amount + " " + description : amount + " (" + description + ")";
}

std::string OptionText(const InterfaceText& text, const CostFacts& cost) {
  const std::string amount = AmountText(text, cost);
  // "Free: Free" says nothing more.
  const bool says_it =
      !amount.empty() &&
      LowerCase(cost.option).find(LowerCase(WithoutMarks(amount))) != std::string::npos;
  std::string said = WithDescription(says_it ? "" : amount, cost.amount_description);
  if (cost.option.empty()) return said;
  // As on cards.
  if (said == text("card.free")) return text("card.free_says", {{"text", cost.option}});
  if (said.empty() || said == cost.option) return cost.option;
  return text("service.cost_option", {{"option", cost.option}, {"cost", said}});
}

}  // namespace

std::vector<std::string> CostLines(const InterfaceText& text, const ServiceFacts& facts,
                                   Date today) {
  std::vector<std::string> lines;
  const auto add = [&](std::string line) {
    const bool is_known = std::ranges::find(lines, line) != lines.end();
    if (!line.empty() && !is_known) lines.push_back(std::move(line));
  };
  for (const CostFacts& cost : facts.costs) {
    if (!cost.valid_to || *cost.valid_to >= today) add(OptionText(text, cost));
  }
  add(facts.fees);
  return lines;
}

}  // namespace waypost::server
