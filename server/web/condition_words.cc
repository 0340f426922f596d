#include "server/web/condition_words.h"

#include <cmath>

#include "engine/hours/english.h"
#include "engine/query/format_query.h"
#include "server/response/page_text.h"

namespace waypost::server {

std::string LengthText(const InterfaceText& text, const query::Within& within) {
  std::string amount = query::FormatWithin(within);
  const bool is_miles = amount.ends_with("mi");
  const bool is_kilometres = amount.ends_with("km");
  amount.resize(amount.size() - (is_miles || is_kilometres ? 2 : 1));
  std::string unit(is_miles ? "length.mile" : is_kilometres ? "length.kilometre" : "length.metre");
  if (amount != "1") unit += "s";
  return text(unit, {{"n", amount}});
}

std::string AgeText(const InterfaceText& text, const query::AgeSpan& age) {
  if (age.is_instant) {
    return text.Counted("condition.age_months", static_cast<unsigned>(std::lround(age.first * 12)));
  }
  const long first = std::lround(age.first);
  const long last = std::lround(age.last) - 1;
  if (first == last) return text("condition.age", {{"n", std::to_string(first)}});
  return text("condition.ages", {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
}

std::string WindowText(const InterfaceText& text, const query::Query& query) {
  if (!query.from) return text("condition.to", {{"time", DescribeTime(*query.to)}});
  const std::string from = DescribeTime(*query.from);
  if (!query.to) return text("condition.from", {{"time", from}});
  return text("condition.between", {{"from", from}, {"to", DescribeTime(*query.to)}});
}

std::string AtMinuteText(const InterfaceText& text, std::string_view key,
                         const LocalMinute& minute) {
  return text(key, {{"time", DescribeTime(minute.time)}, {"date", LongDate(minute.date)}});
}

std::string CheckedWithinText(const InterfaceText& text, const query::Age& age) {
  return age.months > 0
             ? text.Counted("condition.checked_months", static_cast<unsigned>(age.months))
             : text.Counted("condition.checked_days", static_cast<unsigned>(age.days));
}

}  // namespace waypost::server
