#include "engine/hours/time_window.h"

#include <algorithm>

#include "engine/hours/week_minutes.h"

namespace waypost {
namespace {

constexpr unsigned kAllDays = 0x7F;

constexpr unsigned DayBit(int weekday) { return 1U << static_cast<unsigned>(weekday); }

// Every day of the set moved `by` days on round the week; `by` is -1, 0 or 1.
constexpr unsigned MovedBy(unsigned days, int by) {
  if (by > 0) return ((days << 1) | (days >> 6)) & kAllDays;
  if (by < 0) return ((days >> 1) | (days << 6)) & kAllDays;
  return days;
}

// The weekdays of the day numbers first to last; none when last is before first.
unsigned WeekdaysBetween(int first, int last) {
  if (last < first) return 0;
  if (last - first >= kDaysPerWeek - 1) return kAllDays;
  unsigned days = 0;
  for (int day = first; day <= last; ++day) days |= DayBit(WeekdayIndex(DateOfDayNumber(day)));
  return days;
}

bool IsOutOfValidity(const Session& session, const TimeFilterPlan& plan) {
  return session.valid_to < plan.today() || session.valid_from > plan.last_day();
}

unsigned CountingWeekly(const Session& session, const TimeFilterPlan& plan) {
  if ((session.flags & kCountsByDate) == 0) {
    return session.first_day <= plan.last_day() ? session.days : 0U;
  }
  const int first = std::max({int{session.first_day}, int{session.valid_from}, plan.today()});
  const int last = std::min({int{session.last_day}, int{session.valid_to}, plan.last_day()});
  return session.days & WeekdaysBetween(first, last);
}

unsigned CountingDated(const Session& session, const TimeFilterPlan& plan, const DateLists& lists) {
  const std::span<const std::uint16_t> dates = lists[session.dates];
  const int first = plan.today() - plan.horizon_first();
  const int last = first + kDaysAhead - 1;
  const int base = plan.horizon_weekday();
  unsigned days = 0;
  for (auto date = std::lower_bound(dates.begin(), dates.end(), first);
       date != dates.end() && *date <= last && days != session.days; ++date) {
    days |= DayBit((base + *date) % kDaysPerWeek);
  }
  return days;
}

// The weekdays that a valid session puts into the week.
unsigned CountingDays(const Session& session, const TimeFilterPlan& plan, const DateLists& lists) {
  return session.IsWeekly() ? CountingWeekly(session, plan) : CountingDated(session, plan, lists);
}

// A session on some weekdays against the windows of its own day, of the day before and of the day
// after. Covers is decided by one session alone where it can be; where several meet a window,
// their union has to be looked at.
std::uint32_t JudgeWindows(const Session& session, unsigned days, const TimeFilterPlan& plan) {
  const int start = session.start;
  const int end = start + session.length;
  unsigned yes = 0;
  unsigned met = 0;
  unsigned met_twice = 0;
  for (int by = -1; by <= 1; ++by) {
    const int window_start = plan.window().start + by * kMinutesPerDay;
    const int window_end = plan.window().end + by * kMinutesPerDay;
    const bool meets = start < window_end && end > window_start;
    const bool is_within = start >= window_start && end <= window_end;
    const bool covers = start <= window_start && end >= window_end;
    const bool matches = plan.match() == TimeMatch::kOverlap  ? meets
                         : plan.match() == TimeMatch::kWithin ? is_within
                                                              : covers;
    if (matches) yes |= MovedBy(days, by);
    if (meets) {
      met_twice |= met & MovedBy(days, by);
      met |= MovedBy(days, by);
    }
  }
  return yes << DayFindings::kYes | met << DayFindings::kMet | met_twice << DayFindings::kMetTwice;
}

constexpr unsigned DaysOf(std::uint32_t findings, int position) {
  return findings >> position & kAllDays;
}

}  // namespace

DayWindow DayWindowOf(const std::optional<MinuteOfDay>& from,
                      const std::optional<MinuteOfDay>& to) {
  DayWindow window{.start = from.value_or(MinuteOfDay(0)).value(),
                   .end = to.value_or(MinuteOfDay(kMinutesPerDay)).value()};
  if (window.end == kMinutesPerDay - 1) window.end = kMinutesPerDay;
  if (window.end <= window.start) window.end += kMinutesPerDay;
  return window;
}

TimeFilterPlan::TimeFilterPlan(const TimeFilter& filter, const Horizon& horizon)
    : days_(filter.days.empty() ? EnumSet<Weekday>::FromBits(kAllDays) : filter.days),
      match_(filter.match),
      has_times_(filter.from.has_value() || filter.to.has_value()),
      window_(DayWindowOf(filter.from, filter.to)),
      today_(DayNumber(filter.today)),
      horizon_first_(DayNumber(horizon.first)),
      horizon_last_(DayNumber(horizon.last)),
      horizon_weekday_(WeekdayIndex(horizon.first)) {}

DayJudge::DayJudge(const TimeFilterPlan& plan, const Calendar& calendar)
    : plan_(plan),
      calendar_(calendar),
      covers_(plan.match() == TimeMatch::kCovers),
      asked_yes_(plan.days().bits() << DayFindings::kYes),
      asked_not_stated_(plan.days().bits() << DayFindings::kNotStated),
      memo_(calendar.sessions.size()) {}

std::uint32_t DayJudge::FindingsOf(const Session& session) const {
  if ((session.flags & kNotOfTheWeek) != 0) return 0;
  if (IsOutOfValidity(session, plan_)) return DayFindings::kOutOfValidity;
  std::uint32_t findings = 0;
  if (!session.IsWeekly() &&
      (plan_.starts_before_horizon() ||
       (plan_.ends_past_horizon() && (session.flags & kGoesOnPastHorizon) != 0))) {
    findings |= DayFindings::kBeyondHorizon;
  }
  const unsigned days = CountingDays(session, plan_, calendar_.lists);
  if (days == 0) return findings;
  findings |= DayFindings::kCounts;
  if (session.HasTimes()) return findings | JudgeWindows(session, days, plan_);
  return findings | days << (plan_.has_times() ? DayFindings::kNotStated : DayFindings::kYes);
}

// With the days that several sessions cover together.
std::uint32_t DayJudge::AllCovering(std::uint32_t all, const DocumentHours& hours) {
  unsigned met = 0;
  unsigned met_twice = DaysOf(all, DayFindings::kMetTwice);
  for (SessionId id : hours.sessions) {
    const unsigned one =
        DaysOf(memo_.Of(id, [&] { return FindingsOf(calendar_[id]); }), DayFindings::kMet);
    met_twice |= met & one;
    met |= one;
  }
  if ((met_twice & ~DaysOf(all, DayFindings::kYes)) == 0) return all;
  return all | CoveredByAll(hours) << DayFindings::kYes;
}

DayFacts DayJudge::FactsOf(const DocumentHours& hours) {
  const std::uint32_t all = Findings(hours);
  const unsigned yes = DaysOf(all, DayFindings::kYes);
  return {.yes = EnumSet<Weekday>::FromBits(yes),
          .not_stated = EnumSet<Weekday>::FromBits(DaysOf(all, DayFindings::kNotStated) & ~yes),
          .otherwise = Otherwise(all, hours.state)};
}

Fact DayJudge::Otherwise(std::uint32_t all, std::uint8_t state) {
  if ((all & DayFindings::kBeyondHorizon) != 0) return Fact::kNotStated;
  if ((all & DayFindings::kCounts) != 0) return Fact::kNo;
  const bool no_row = (state & kHasRows) == 0;
  const bool unreadable = (state & kHasUnreadableRows) != 0;
  const bool is_doubtful = no_row || unreadable || (all & DayFindings::kOutOfValidity) != 0;
  return is_doubtful ? Fact::kNotStated : Fact::kNo;
}

// The weekdays whose window all sessions together cover: they are put into one week before its
// windows are looked at.
unsigned DayJudge::CoveredByAll(const DocumentHours& hours) const {
  WeekMinutes minutes;
  for (SessionId id : hours.sessions) {
    const Session& session = calendar_[id];
    const bool is_of_week = (session.flags & kNotOfTheWeek) == 0;
    if (!is_of_week || !session.HasTimes() || IsOutOfValidity(session, plan_)) continue;
    const unsigned days = CountingDays(session, plan_, calendar_.lists);
    for (int day = 0; day < kDaysPerWeek; ++day) {
      if ((days & DayBit(day)) != 0) {
        minutes.Add(day * kMinutesPerDay + session.start, session.length);
      }
    }
  }
  const int length = plan_.window().end - plan_.window().start;
  unsigned covered = 0;
  for (int day = 0; day < kDaysPerWeek; ++day) {
    if (minutes.Contains(day * kMinutesPerDay + plan_.window().start, length)) {
      covered |= DayBit(day);
    }
  }
  return covered;
}

}  // namespace waypost
