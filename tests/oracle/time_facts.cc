#include "tests/oracle/time_facts.h"

#include <algorithm>

#include "tests/oracle/schedule_rule.h"

namespace waypost::oracle {
namespace {

using query::TimeMatch;

// A stretch of the week, which is a circle: it may run over its end.
struct Stretch {
  int start = 0;
  int length = 0;
};

// The minute of the week `offset` minutes into the stretch.
std::size_t MinuteAt(Stretch stretch, int offset) {
  return static_cast<std::size_t>((stretch.start + offset) % kMinutesPerWeek);
}

Stretch StretchOf(const Week::Session& session, ScanFaults faults) {
  Stretch stretch{static_cast<int>(session.weekday) * kMinutesPerDay + session.opens,
                  session.length};
  if (faults.Has(ScanFault::kMidnightHalfLost)) {
    stretch.length = std::min(stretch.length, kMinutesPerDay - session.opens);
  }
  return stretch;
}

// The window of each asked day.
std::vector<Stretch> WindowsOf(const AskedTime& asked, ScanFaults faults) {
  const int from = asked.from.value_or(MinuteOfDay(0)).value();
  int to = asked.to.value_or(MinuteOfDay(kMinutesPerDay)).value();
  if (to == kMinutesPerDay - 1) to = kMinutesPerDay;  // as a session's end
  int length = to > from ? to - from : to + kMinutesPerDay - from;
  if (faults.Has(ScanFault::kWindowEndsAtMidnight))
    length = std::min(length, kMinutesPerDay - from);
  std::vector<Stretch> windows;
  for (int day = 0; day < static_cast<int>(kWeekdayCount); ++day) {
    if (asked.days.empty() || asked.days.Has(static_cast<Weekday>(day))) {
      windows.push_back({day * kMinutesPerDay + from, length});
    }
  }
  return windows;
}

bool IsInside(Stretch inner, Stretch outer) {
  const int offset = (inner.start - outer.start + kMinutesPerWeek) % kMinutesPerWeek;
  return offset + inner.length <= outer.length;
}

bool Overlaps(const Week& week, Stretch window) {
  for (int i = 0; i < window.length; ++i) {
    if (week.open.test(MinuteAt(window, i))) return true;
  }
  return false;
}

bool Covers(const Week& week, Stretch window) {
  for (int i = 0; i < window.length; ++i) {
    if (!week.open.test(MinuteAt(window, i))) return false;
  }
  return true;
}

bool HasSessionWithin(const Week& week, Stretch window, ScanFaults faults) {
  return std::any_of(week.sessions.begin(), week.sessions.end(), [&](const Week::Session& session) {
    return IsInside(StretchOf(session, faults), window);
  });
}

bool Matches(const Week& week, Stretch window, TimeMatch match, ScanFaults faults) {
  switch (match) {
    case TimeMatch::kOverlap:
      return Overlaps(week, window);
    case TimeMatch::kWithin:
      return HasSessionWithin(week, window, faults);
    case TimeMatch::kCovers:
      return Covers(week, window);
  }
  return false;
}

int LengthOf(MinuteOfDay opens, MinuteOfDay closes) {
  // "23:59" is how feeds write the end of the day.
  const int end = closes.value() == kMinutesPerDay - 1 ? kMinutesPerDay : closes.value();
  return end > opens.value() ? end - opens.value() : end + kMinutesPerDay - opens.value();
}

void AddSession(Week& week, const Week::Session& session, ScanFaults faults) {
  const Stretch stretch = StretchOf(session, faults);
  for (int i = 0; i < stretch.length; ++i) week.open.set(MinuteAt(stretch, i));
  week.sessions.push_back(session);
}

void AddRow(Week& week, const record::Schedule& row, Date today, ScanFaults faults) {
  week.has_rows = true;
  if (!IsUnderstood(row) || !IsInForce(row, today)) {
    week.has_doubtful_row = true;
    return;
  }
  const EnumSet<Weekday> weekdays = WeekdaysOf(row, today, faults);
  if (weekdays.empty()) return;
  week.has_counting_row = true;
  if (!row.opens_at || !row.closes_at) {
    week.days_without_times |= weekdays;
    return;
  }
  for (int day = 0; day < static_cast<int>(kWeekdayCount); ++day) {
    const Weekday weekday = static_cast<Weekday>(day);
    if (!weekdays.Has(weekday)) continue;
    AddSession(week, {weekday, row.opens_at->value(), LengthOf(*row.opens_at, *row.closes_at)},
               faults);
  }
}

}  // namespace

bool Week::RunsPastMidnight() const {
  return std::any_of(sessions.begin(), sessions.end(),
                     [](const Session& s) { return s.opens + s.length > kMinutesPerDay; });
}

Week WeekOf(const Document& document, Date today, ScanFaults faults) {
  Week week;
  for (const record::Schedule* row : SchedulesOf(document)) AddRow(week, *row, today, faults);
  return week;
}

Fact TimeFact(const Week& week, const AskedTime& asked, ScanFaults faults) {
  if (!week.has_counting_row) {
    return week.has_rows && !week.has_doubtful_row ? Fact::kNo : Fact::kNotStated;
  }
  for (const Stretch window : WindowsOf(asked, faults)) {
    if (Matches(week, window, asked.match, faults)) return Fact::kYes;
  }
  const bool day_without_times = asked.days.empty()
                                     ? !week.days_without_times.empty()
                                     : week.days_without_times.Intersects(asked.days);
  if (!day_without_times) return Fact::kNo;
  return asked.from || asked.to ? Fact::kNotStated : Fact::kYes;
}

}  // namespace waypost::oracle
