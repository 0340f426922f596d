#include "server/web/cost_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/core/ascii.h"
#include "server/response/page_text.h"
#include "server/web/language_marks.h"

namespace waypost::server {
namespace {

// Larger sums are mistakes, and no whole number of pence.
constexpr double kLargestSum = 1e12;

// Words of a price that needs no sum, in lower case.
constexpr std::string_view kPriceWords[] = {
    "affordable", "charge",        "charged",  "charges", "contribution", "contributions",
    "cost",       "costs",         "ddim",     "donate",  "donation",     "donations",
    "fee",        "fees",          "free",     "funded",  "funding",      "gratis",
    "paid",       "pay",           "payable",  "payment", "payments",     "pence",
    "pound",      "pounds",        "price",    "priced",  "prices",       "subscription",
    "subsidised", "subscriptions", "voluntary"};

// "3.50" and "50p".
bool IsSum(std::string_view words, std::size_t at) {
  if (!IsDigit(words[at])) return false;
  const auto is_digit = [&](std::size_t place) {
    return place < words.size() && IsDigit(words[place]);
  };
  const std::string_view rest = words.substr(at + 1);
  if (rest.starts_with('.') && is_digit(at + 2) && is_digit(at + 3)) return true;
  return rest.starts_with('p') && (rest.size() == 1 || !IsLetter(rest[1]));
}

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
  if (cost.option.empty()) return amount.empty() && !SaysPrice(said) ? std::string() : said;
  // As on cards.
  if (said == text("card.free")) return text("card.free_says", {{"text", cost.option}});
  if (amount.empty() && !SaysPrice(cost.option) && !SaysPrice(said)) return {};
  if (said.empty() || said == cost.option) return cost.option;
  return text("service.cost_option", {{"option", cost.option}, {"cost", said}});
}

}  // namespace

bool SaysPrice(std::string_view words) {
  if (words.find("£") != std::string_view::npos || words.find("€") != std::string_view::npos) {
    return true;
  }
  std::string word;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (IsSum(words, at)) return true;
    if (IsLetter(words[at])) word += ToLower(words[at]);
    const bool is_end = !IsLetter(words[at]) || at + 1 == words.size();
    if (!is_end) continue;
    if (std::ranges::find(kPriceWords, word) != std::end(kPriceWords)) return true;
    word.clear();
  }
  return false;
}

std::string CostText(const InterfaceText& text, const CardFields& card) {
  if (card.free != true) return SaysPrice(card.cost) ? card.cost : std::string();
  if (card.cost.empty()) return std::string(text("card.free"));
  const bool says_so = LowerCase(card.cost).find("free") != std::string::npos;
  return says_so ? card.cost : text("card.free_says", {{"text", card.cost}});
}

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
