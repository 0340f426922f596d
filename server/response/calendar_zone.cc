#include "server/response/calendar_zone.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/closed_lists.h"

namespace waypost::server {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr int kYear = 366;
// So that all of the year before is told, from a change on.
constexpr int kDaysBefore = 2 * kYear;
constexpr int kDaysAfter = 11 * kYear;

// What the clocks show when they change.
Moment ShownAt(const ClockChange& change) { return change.moment + seconds(change.offset_before); }

std::chrono::year_month_day DayOf(const ClockChange& change) {
  return std::chrono::floor<days>(ShownAt(change));
}

// Changes that differ only in when they happen.
using Observance = std::vector<ClockChange>;

std::vector<Observance> ObservancesOf(const std::vector<ClockChange>& changes) {
  std::vector<Observance> observances;
  for (const ClockChange& change : changes) {
    const auto same = std::find_if(observances.begin(), observances.end(), [&](const auto& other) {
      return other.front().offset_before == change.offset_before &&
             other.front().offset_after == change.offset_after && other.front().name == change.name;
    });
    if (same == observances.end()) {
      observances.push_back({change});
    } else {
      same->push_back(change);
    }
  }
  return observances;
}

// The how-manyth of its weekday in its month; -1 where `from_end` and it is the last.
std::optional<int> OrdinalOf(std::chrono::year_month_day date, bool from_end) {
  const auto day = static_cast<int>(static_cast<unsigned>(date.day()));
  if (!from_end) return (day - 1) / kDaysPerWeek + 1;
  const auto last = (date.year() / date.month() / std::chrono::last).day();
  if (day + kDaysPerWeek <= static_cast<int>(static_cast<unsigned>(last))) return std::nullopt;
  return -1;
}

// Whether all changes are on that weekday of the month, at that time of day.
bool AgreeOn(const Observance& changes, bool from_end) {
  const auto time_of = [](const ClockChange& change) {
    return ShownAt(change) - std::chrono::floor<days>(ShownAt(change));
  };
  const std::chrono::year_month_day first = DayOf(changes.front());
  const std::optional<int> ordinal = OrdinalOf(first, from_end);
  int years = 0;
  return ordinal && std::all_of(changes.begin(), changes.end(), [&](const ClockChange& change) {
           const std::chrono::year_month_day day = DayOf(change);
           return day.year() == first.year() + std::chrono::years(years++) &&
                  day.month() == first.month() && OrdinalOf(day, from_end) == ordinal &&
                  WeekdayIndex(day) == WeekdayIndex(first) &&
                  time_of(change) == time_of(changes.front());
         });
}

// "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"; "" where there is none, or no longer any by `last`.
std::string YearlyRule(const Observance& changes, Date last) {
  if (changes.size() < 2 || changes.back().moment + days(kYear) < last) return "";
  for (const bool from_end : {true, false}) {
    if (!AgreeOn(changes, from_end)) continue;
    const std::chrono::year_month_day first = DayOf(changes.front());
    return "FREQ=YEARLY;BYMONTH=" + std::to_string(static_cast<unsigned>(first.month())) +
           ";BYDAY=" + std::to_string(*OrdinalOf(first, from_end)) +
           std::string(NameOf(static_cast<Weekday>(WeekdayIndex(first))));
  }
  return "";
}

// "+0100".
std::string OffsetText(int offset) {
  const int size = std::abs(offset);
  std::string text = std::to_string(size / 3600 * 100 + size / 60 % 60);
  text.insert(0, 4 - text.size(), '0');
  if (size % 60 != 0) text += std::to_string(100 + size % 60).substr(1);
  return (offset < 0 ? "-" : "+") + text;
}

std::string LocalText(const ClockChange& change) {
  std::string text = IcsUtc(ShownAt(change));
  text.pop_back();  // of UTC
  return text;
}

void WriteObservance(const Observance& changes, Date last, IcsText& ics) {
  const ClockChange& first = changes.front();
  const std::string_view kind = first.offset_after > first.offset_before ? "DAYLIGHT" : "STANDARD";
  ics.Begin(kind).Line("DTSTART", LocalText(first));
  ics.Line("TZOFFSETFROM", OffsetText(first.offset_before));
  ics.Line("TZOFFSETTO", OffsetText(first.offset_after));
  ics.Text("TZNAME", first.name);
  const std::string rule = YearlyRule(changes, last);
  if (!rule.empty()) {
    ics.Line("RRULE", rule);
  } else {
    for (std::size_t i = 1; i < changes.size(); ++i) ics.Line("RDATE", LocalText(changes[i]));
  }
  ics.End(kind);
}

// The time that holds before any change, as a change that changes nothing.
ClockChange TimeFrom(int day, const absl::TimeZone& zone) {
  const Moment midnight = MomentOf(day, 0, zone);
  const auto offset = static_cast<int>((Moment(DateOfDayNumber(day)) - midnight).count());
  return {.moment = midnight, .offset_before = offset, .offset_after = offset, .name = ""};
}

}  // namespace

void WriteTimeZone(std::string_view name, int first_day, const absl::TimeZone& zone, IcsText& ics) {
  const Date last = DateOfDayNumber(first_day + kDaysAfter);
  const std::vector<ClockChange> changes =
      ClockChanges(DateOfDayNumber(first_day - kDaysBefore), last, zone);
  ics.Begin("VTIMEZONE").Line("TZID", name);
  if (changes.empty() || changes.front().moment > MomentOf(first_day, 0, zone)) {
    WriteObservance({TimeFrom(first_day - kDaysBefore, zone)}, last, ics);
  }
  for (const Observance& changes_alike : ObservancesOf(changes)) {
    WriteObservance(changes_alike, last, ics);
  }
  ics.End("VTIMEZONE");
}

}  // namespace waypost::server
