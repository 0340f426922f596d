#include "server/response/calendar_series.h"

#include <algorithm>

#include "engine/core/closed_lists.h"
#include "engine/hours/clock_time.h"
#include "engine/hours/occurrence.h"

namespace waypost::server {
namespace {

std::string WeeklyRule(std::uint8_t weekdays) {
  std::string days;
  for (int i = 0; i < kDaysPerWeek; ++i) {
    if ((weekdays >> i & 1) == 0) continue;
    days.append(days.empty() ? "" : ",").append(NameOf(static_cast<Weekday>(i)));
  }
  return "FREQ=WEEKLY;BYDAY=" + days;
}

std::optional<int> LastDayOf(const Session& session) {
  const int last = std::min(session.last_day, session.valid_to);
  if (last == kForEver) return std::nullopt;
  return last;
}

std::string RuleOf(const Session& session, const RuleColumns& rules) {
  if (session.IsWeekly()) return WeeklyRule(session.days);
  return std::string(rules.rule[session.dates]);
}

std::vector<CalendarSeries> SingleDays(const Session& session, int first, const DateLists& lists) {
  std::vector<CalendarSeries> days;
  ForEachDay(session, first, kForEver, lists, [&](int day) {
    days.push_back({.first = day});
    return true;
  });
  return days;
}

}  // namespace

std::vector<CalendarSeries> SeriesOf(const Session& session, const DateLists& lists,
                                     const RuleColumns& rules) {
  const int horizon_first = DayNumber(lists.horizon.first);
  const std::optional<int> first = NextDay(session, horizon_first, kForEver, lists);
  if (!first) return {};
  CalendarSeries series{.first = *first, .rule = RuleOf(session, rules)};
  if (series.rule.empty()) return SingleDays(session, *first, lists);
  series.last = LastDayOf(session);
  if (session.IsWeekly()) return {series};
  for (const std::uint16_t closure : rules.closures[session.dates]) {
    if (horizon_first + closure > series.first) series.left_out.push_back(horizon_first + closure);
  }
  return {series};
}

}  // namespace waypost::server
