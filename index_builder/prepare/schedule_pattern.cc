#include "index_builder/prepare/schedule_pattern.h"

namespace waypost::prepare {
namespace {

PatternKind KindOf(const Recurrence& rule) {
  switch (rule.frequency) {
    case Frequency::kWeekly:
      return PatternKind::kWeekly;
    case Frequency::kDaily:
      if (!rule.bymonthday.empty()) return PatternKind::kSetDates;
      if (rule.byday.empty()) return PatternKind::kDaily;
      return rule.interval == 1 ? PatternKind::kWeekly : PatternKind::kSetDates;
    case Frequency::kMonthly:
      if (rule.byday.empty()) return PatternKind::kMonthDay;
      return rule.bymonthday.empty() ? PatternKind::kMonthWeekday : PatternKind::kSetDates;
    case Frequency::kYearly:
      break;
  }
  return PatternKind::kSetDates;
}

}  // namespace

SessionPattern PatternOf(const Recurrence& rule) {
  SessionPattern pattern{.kind = KindOf(rule), .interval = rule.interval};
  pattern.days = rule.Weekdays();
  pattern.month_days = rule.bymonthday;
  if (pattern.month_days.empty() && rule.dtstart) {
    const std::chrono::year_month_day start(*rule.dtstart);
    pattern.month_days = {static_cast<int>(static_cast<unsigned>(start.day()))};
  }
  for (const record::ByDay& day : rule.byday) {
    pattern.ordinals.push_back({day.ordinal, day.weekday});
  }
  pattern.first = rule.dtstart;
  pattern.last = rule.until;
  const bool every_week = pattern.kind == PatternKind::kWeekly && rule.interval == 1;
  if (rule.count && every_week) pattern.last = LastOfCount(rule);
  return pattern;
}

SessionPattern PatternOf(const SingleDate& single) {
  SessionPattern pattern{.kind = PatternKind::kSingleDate};
  pattern.date = single.date;
  return pattern;
}

SessionTimes TimesOf(const std::optional<MinuteOfDay>& opens,
                     const std::optional<MinuteOfDay>& closes) {
  const auto in_day = [](const std::optional<MinuteOfDay>& time, int most) {
    return time && time->value() >= 0 && time->value() <= most;
  };
  if (!in_day(opens, kMinutesPerDay - 1)) return {};
  SessionTimes times{.start = opens, .length = std::nullopt};
  if (!in_day(closes, kMinutesPerDay)) return times;
  int end = closes->value();
  if (end == kMinutesPerDay - 1) end = kMinutesPerDay;
  if (end <= opens->value()) end += kMinutesPerDay;
  times.length = end - opens->value();
  return times;
}

}  // namespace waypost::prepare
