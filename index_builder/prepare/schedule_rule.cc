#include "index_builder/prepare/schedule_rule.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

namespace waypost::prepare {
namespace {

using record::ProblemKind;
using record::Schedule;

constexpr std::array<std::string_view, 4> kFrequencyNames = {"DAILY", "WEEKLY", "MONTHLY",
                                                             "YEARLY"};

std::string_view FrequencyName(Frequency frequency) {
  return kFrequencyNames[static_cast<std::size_t>(frequency)];
}

std::optional<Frequency> FrequencyOf(std::string_view freq) {
  const auto name = std::find(kFrequencyNames.begin(), kFrequencyNames.end(), freq);
  if (name == kFrequencyNames.end()) return std::nullopt;
  return static_cast<Frequency>(name - kFrequencyNames.begin());
}

bool HasOrdinals(const Schedule& row) {
  return std::any_of(row.byday.begin(), row.byday.end(),
                     [](const record::ByDay& day) { return day.ordinal != 0; });
}

// True when every value lies in [-most, -1] or [1, most].
bool AreWithin(const std::vector<int>& values, int most) {
  return std::all_of(values.begin(), values.end(),
                     [most](int value) { return value != 0 && value >= -most && value <= most; });
}

bool OrdinalsAreWithin(const Schedule& row, int most) {
  return std::all_of(row.byday.begin(), row.byday.end(), [most](const record::ByDay& day) {
    return day.ordinal >= -most && day.ordinal <= most;
  });
}

NotUnderstood Refuse(std::string field, std::string reason) {
  return {.field = std::move(field), .reason = std::move(reason)};
}
NotUnderstood Forbid(std::string field, std::string reason) {
  return {
      .kind = ProblemKind::kForbiddenRule, .field = std::move(field), .reason = std::move(reason)};
}

std::optional<NotUnderstood> ForbiddenNumber(const Schedule& row) {
  if (row.interval && *row.interval < 1) return Forbid("interval", "an interval is at least 1");
  if (row.count && *row.count < 1) return Forbid("count", "a count is at least 1");
  if (row.count && row.until) return Forbid("count", "count and until exclude each other");
  if (!OrdinalsAreWithin(row, 53)) return Forbid("byday", "an ordinal is at most 53");
  if (!AreWithin(row.bymonthday, 31)) return Forbid("bymonthday", "not a day of a month");
  if (!AreWithin(row.byweekno, 53)) return Forbid("byweekno", "not a week of a year");
  if (!AreWithin(row.byyearday, 366)) return Forbid("byyearday", "not a day of a year");
  return std::nullopt;
}

// Which parts may stand with which frequency: the table of RFC 5545, section 3.3.10.
std::optional<NotUnderstood> ForbiddenPart(const Schedule& row, Frequency frequency) {
  const bool yearly = frequency == Frequency::kYearly;
  if (HasOrdinals(row) && frequency != Frequency::kMonthly && !yearly) {
    return Forbid("byday", "numbered weekdays need a month or a year");
  }
  if (HasOrdinals(row) && !row.byweekno.empty()) {
    return Forbid("byday", "numbered weekdays exclude weeks of the year");
  }
  if (!row.bymonthday.empty() && frequency == Frequency::kWeekly) {
    return Forbid("bymonthday", "days of the month exclude a weekly rule");
  }
  if (!row.byweekno.empty() && !yearly) return Forbid("byweekno", "needs a yearly rule");
  if (!row.byyearday.empty() && !yearly) return Forbid("byyearday", "needs a yearly rule");
  return std::nullopt;
}

bool NamesItsDays(const Schedule& row, Frequency frequency) {
  if (frequency == Frequency::kDaily || !row.byday.empty()) return true;
  if (frequency == Frequency::kWeekly) return false;
  return !row.bymonthday.empty() || !row.byyearday.empty();
}

// Sessions are counted one by one from the start, so it must not lie in another age.
constexpr Date kEarliestCounted = std::chrono::year(1900) / 1 / 1;

// What only a start date can tell.
std::optional<NotUnderstood> MissingStart(const Schedule& row, Frequency frequency) {
  if (row.dtstart && row.count && *row.dtstart < kEarliestCounted) {
    return Refuse("dtstart", "a count that starts before 1900");
  }
  if (row.dtstart) return std::nullopt;
  if (row.interval.value_or(1) > 1) {
    return Refuse("dtstart", "an interval without a start date does not say which ones");
  }
  if (row.count) return Refuse("dtstart", "a count without a start date does not say when it ends");
  if (!NamesItsDays(row, frequency)) return Refuse("byday", "neither days nor a start date");
  return std::nullopt;
}

RuleReading ReadRecurrence(const Schedule& row, Frequency frequency) {
  if (auto forbidden = ForbiddenNumber(row)) return *forbidden;
  if (auto forbidden = ForbiddenPart(row, frequency)) return *forbidden;
  if (auto missing = MissingStart(row, frequency)) return *missing;
  Recurrence rule{.frequency = frequency,
                  .interval = row.interval.value_or(1),
                  .byday = row.byday,
                  .bymonthday = row.bymonthday,
                  .byweekno = row.byweekno,
                  .byyearday = row.byyearday,
                  .wkst = row.wkst.value_or(Weekday::kMonday),
                  .dtstart = row.dtstart,
                  .until = row.until,
                  .count = row.count};
  if (frequency == Frequency::kWeekly && rule.byday.empty()) {
    rule.byday = {{0, static_cast<Weekday>(WeekdayIndex(*row.dtstart))}};
  }
  return rule;
}

bool HasAnyPartOfARule(const Schedule& row) {
  return row.interval.value_or(1) != 1 || row.count.value_or(1) != 1 || !row.bymonthday.empty() ||
         !row.byweekno.empty() || !row.byyearday.empty();
}

RuleReading ReadWithoutFrequency(const Schedule& row) {
  if (!row.byday.empty()) return ReadRecurrence(row, Frequency::kWeekly);
  if (HasAnyPartOfARule(row)) return Refuse("freq", "parts of a rule, but no frequency");
  if (row.dtstart) return SingleDate{*row.dtstart};
  NotUnderstood text{.report = row.opens_at || row.closes_at || row.until,
                     .field = "byday",
                     .reason = "times, but neither days nor dates"};
  return text;
}

void Append(std::string& text, std::string_view name, const std::vector<int>& values) {
  if (values.empty()) return;
  text += (text.empty() ? "" : ";") + std::string(name) + "=";
  for (std::size_t i = 0; i < values.size(); ++i) {
    text += (i > 0 ? "," : "") + std::to_string(values[i]);
  }
}

void Append(std::string& text, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  text += (text.empty() ? "" : ";") + std::string(name) + "=" + std::string(value);
}

std::string DaysText(const std::vector<record::ByDay>& byday) {
  std::string text;
  for (const record::ByDay& day : byday) {
    if (!text.empty()) text += ",";
    if (day.ordinal != 0) text += std::to_string(day.ordinal);
    text += NameOf(day.weekday);
  }
  return text;
}

}  // namespace

RuleReading ReadRule(const Schedule& row) {
  if (row.unreadable) return NotUnderstood{.report = false, .field = "", .reason = ""};
  if (row.freq.empty()) return ReadWithoutFrequency(row);
  const std::optional<Frequency> frequency = FrequencyOf(row.freq);
  if (!frequency) return Refuse("freq", "not a frequency of days, weeks, months or years");
  return ReadRecurrence(row, *frequency);
}

std::string RuleText(const Schedule& row) {
  std::string text;
  Append(text, "FREQ", row.freq);
  if (row.interval) Append(text, "INTERVAL", std::to_string(*row.interval));
  if (row.count) Append(text, "COUNT", std::to_string(*row.count));
  if (row.until) Append(text, "UNTIL", FormatIsoDate(*row.until));
  Append(text, "BYDAY", DaysText(row.byday));
  Append(text, "BYMONTHDAY", row.bymonthday);
  Append(text, "BYWEEKNO", row.byweekno);
  Append(text, "BYYEARDAY", row.byyearday);
  if (row.wkst) Append(text, "WKST", NameOf(*row.wkst));
  return text;
}

std::string CalendarRule(const Recurrence& rule) {
  // Weeks of a year count in steps from the year of the rule's start, which is not always that of
  // an occurrence.
  if (!rule.byweekno.empty() && rule.interval > 1) return "";
  Schedule row{.freq = std::string(FrequencyName(rule.frequency)),
               .byday = rule.byday,
               .bymonthday = rule.bymonthday,
               .byweekno = rule.byweekno,
               .byyearday = rule.byyearday};
  if (rule.interval > 1) row.interval = rule.interval;
  if (rule.wkst != Weekday::kMonday) row.wkst = rule.wkst;
  return RuleText(row);
}

}  // namespace waypost::prepare
