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
  const Window window = WindowOf(asked, faults);
  std::vector<Stretch> windows;
  for (int day = 0; day < static_cast<int>(kWeekdayCount); ++day) {
    if (asked.days.empty() || asked.days.Has(static_cast<Weekday>(day))) {
      windows.push_back({day * kMinutesPerDay + window.start, window.length});
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

void AddSession(Week& week, const Week::Session& session, ScanFaults faults) {
  const Stretch stretch = StretchOf(session, faults);
  for (int i = 0; i < stretch.length; ++i) week.open.set(MinuteAt(stretch, i));
  week.sessions.push_back(session);
}

void AddRow(Week& week, const Rota& rota, const record::Schedule& row, Date today,
            ScanFaults faults) {
  week.has_rows = true;
  if (!IsUnderstood(row) || !IsInForce(row, today)) {
    week.has_doubtful_row = true;
    return;
  }
  week.has_unknown_dates |= rota.MayHaveUnknownDates(row, today);
  const EnumSet<Weekday> weekdays = rota.WeekdaysOf(row, today);
  if (weekdays.empty()) return;
  week.has_counting_row = true;
  const std::optional<Times> times = TimesFrom(row.opens_at, row.closes_at);
  if (!times) {
    week.days_without_times |= weekdays;
    return;
  }
  for (int day = 0; day < static_cast<int>(kWeekdayCount); ++day) {
    const Weekday weekday = static_cast<Weekday>(day);
    if (weekdays.Has(weekday)) AddSession(week, {weekday, times->opens, times->length}, faults);
  }
}

// When no window is met.
Fact OtherwiseFact(const Week& week) {
  if (week.has_unknown_dates) return Fact::kNotStated;
  if (week.has_counting_row) return Fact::kNo;
  return week.has_rows && !week.has_doubtful_row ? Fact::kNo : Fact::kNotStated;
}

}  // namespace

bool Week::RunsPastMidnight() const {
  return std::any_of(sessions.begin(), sessions.end(),
                     [](const Session& s) { return s.opens + s.length > kMinutesPerDay; });
}

Window WindowOf(const AskedTime& asked, ScanFaults faults) {
  const int from = asked.from.value_or(MinuteOfDay(0)).value();
  int to = asked.to.value_or(MinuteOfDay(kMinutesPerDay)).value();
  if (to == kMinutesPerDay - 1) to = kMinutesPerDay;  // as a session's end
  int length = to > from ? to - from : to + kMinutesPerDay - from;
  if (faults.Has(ScanFault::kWindowEndsAtMidnight))
    length = std::min(length, kMinutesPerDay - from);
  return {from, length};
}

Week WeekOf(const Rota& rota, Date today, ScanFaults faults) {
  Week week;
  for (const record::Schedule* row : rota.rows()) AddRow(week, rota, *row, today, faults);
  return week;
}

Fact TimeFact(const Week& week, const AskedTime& asked, ScanFaults faults) {
  for (const Stretch window : WindowsOf(asked, faults)) {
    if (Matches(week, window, asked.match, faults)) return Fact::kYes;
  }
  const bool day_without_times = asked.days.empty()
                                     ? !week.days_without_times.empty()
                                     : week.days_without_times.Intersects(asked.days);
  if (!day_without_times) return OtherwiseFact(week);
  return asked.from || asked.to ? Fact::kNotStated : Fact::kYes;
}

}  // namespace waypost::oracle
