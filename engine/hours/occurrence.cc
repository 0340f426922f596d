#include "engine/hours/occurrence.h"

#include <algorithm>
#include <bit>

namespace waypost {
namespace {

std::optional<int> NextWeeklyDay(const Session& session, int first, int last) {
  first = std::max({first, int{session.first_day}, int{session.valid_from}});
  last = std::min({last, session.last_day == kForEver ? last : int{session.last_day},
                   session.valid_to == kForEver ? last : int{session.valid_to}});
  // The week turned so that it begins with the weekday of `first`.
  const unsigned twice = session.days | unsigned{session.days} << kDaysPerWeek;
  const unsigned turned = twice >> WeekdayIndex(DateOfDayNumber(first));
  if (session.days == 0 || first > last) return std::nullopt;
  const int day = first + std::countr_zero(turned);
  return day <= last ? std::optional(day) : std::nullopt;
}

}  // namespace

std::optional<int> NextDay(const Session& session, int first, int last, const DateLists& lists) {
  if (session.IsWeekly()) return NextWeeklyDay(session, first, last);
  const std::span<const std::uint16_t> dates = lists[session.dates];
  const int origin = DayNumber(lists.horizon.first);
  const auto date = std::lower_bound(dates.begin(), dates.end(), first - origin);
  if (date == dates.end() || *date > last - origin) return std::nullopt;
  return origin + *date;
}

std::vector<Occurrence> OccurrencesBetween(const DocumentHours& hours, const Calendar& calendar,
                                           int first, int last, std::size_t most) {
  std::vector<Occurrence> found;
  for (SessionId id : hours.sessions) {
    const Session& session = calendar[id];
    std::size_t left = most;
    ForEachDay(session, first, last, calendar.lists, [&](int day) {
      const auto doubtful = DoubtfulIn(session, day, calendar.holidays);
      found.push_back({day, session.start, session.length, doubtful.Intersects(hours.divisions())});
      return --left > 0;
    });
  }
  std::sort(found.begin(), found.end());
  // Of equal ones the certain one, which comes first.
  const auto is_same = [](const Occurrence& a, const Occurrence& b) {
    return a.day == b.day && a.start == b.start && a.length == b.length;
  };
  found.erase(std::unique(found.begin(), found.end(), is_same), found.end());
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace waypost
