#pragma once

// Sessions in plain English, for the one line of a result card:
//
//   Tuesdays 10am to 12pm
//   Mondays to Fridays 9am to 5pm; Saturdays 9:30am to 1pm
//   Every second Tuesday, 10am to 12pm
//   First Thursday of the month 2pm to 3pm
//   24 November 2026 7pm to 9pm
//
// Used when an index is built; allocates freely.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/core/enum_set.h"
#include "engine/hours/clock_time.h"

namespace waypost {

// The days of a session as a person would say them.
enum class PatternKind : std::uint8_t {
  kWeekly,        // `days`, every `interval` weeks
  kDaily,         // every `interval` days
  kMonthWeekday,  // `ordinals` of the month, every `interval` months
  kMonthDay,      // `month_days` of the month, every `interval` months
  kSingleDate,    // `date`
  kSetDates,      // anything else
};

// "2TU": the second Tuesday; -1 is the last. 0 is every such day of the month.
struct OrdinalWeekday {
  int ordinal = 0;
  Weekday weekday = Weekday::kMonday;
  friend bool operator==(const OrdinalWeekday&, const OrdinalWeekday&) = default;
};

struct SessionPattern {
  PatternKind kind = PatternKind::kWeekly;
  int interval = 1;
  EnumSet<Weekday> days;
  std::vector<OrdinalWeekday> ordinals;
  std::vector<int> month_days;       // negative: from the end of the month
  std::optional<Date> date;          // of kSingleDate
  std::optional<Date> first;         // said when set: "from 1 September 2026"
  std::optional<Date> last;          // "until 3 March 2027"
  std::optional<MinuteOfDay> start;  // nullopt: no times
  std::optional<int> length;         // minutes; nullopt: no end
};

// One pattern. Never empty.
std::string DescribeSession(const SessionPattern& pattern);

// Several, joined by "; ". Weekly ones that differ only in their days are said together; order is
// by first weekday, then start, other kinds after them in the given order. At most eight are said,
// then "and 3 more". Empty for none.
std::string DescribeSessions(std::span<const SessionPattern> patterns);

// "24 November", with the year when it is not that of `today`.
std::string DescribeDate(Date date, Date today);

// "Tuesday 24 November", the same.
std::string DescribeDay(Date date, Date today);

// "10am", "10:30am", "12pm", "midnight".
std::string DescribeTime(MinuteOfDay time);

// "10am to 12pm", "10pm to 2am", "all day". REQUIRES: 1 <= length <= kMinutesPerDay.
std::string DescribeTimes(MinuteOfDay start, int length);

}  // namespace waypost
