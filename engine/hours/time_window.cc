#include "engine/hours/time_window.h"

#include <algorithm>

#include "engine/hours/week_minutes.h"

namespace waypost {
namespace {

constexpr unsigned kAllDays = 0x7F;
constexpr int kDaysPerWeek = 7;

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

template <typename Session>
bool IsOutOfValidity(const Session& session, const TimeFilterPlan& plan) {
  return session.valid_to < plan.today() || session.valid_from > plan.last_day();
}

unsigned CountingDays(const WeeklySession& session, const TimeFilterPlan& plan) {
  if ((session.flags & kCountsByDate) == 0) {
    return session.first_day <= plan.last_day() ? session.days : 0U;
  }
  const int first = std::max({int{session.first_day}, int{session.valid_from}, plan.today()});
  const int last = std::min({int{session.last_day}, int{session.valid_to}, plan.last_day()});
  return session.days & WeekdaysBetween(first, last);
}

unsigned CountingDays(const DatedSession& session, const TimeFilterPlan& plan,
                      const DateLists& lists) {
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

// What the rows of a document say so far.
struct Findings {
  unsigned yes = 0;
  unsigned not_stated = 0;
  bool any_counts = false;
  bool any_out_of_validity = false;
  bool any_beyond_horizon = false;
  bool needs_union = false;  // what one session alone does not cover, several may
};

// Overlap and within: each session is judged by itself against the windows of its own day, of the
// day before and of the day after. Without branches: on real rows they are taken about half the
// time.
template <TimeMatch kMatch>
class SessionJudge {
 public:
  SessionJudge(const TimeFilterPlan& plan, Findings& findings)
      : window_start_(plan.window_start()), window_end_(plan.window_end()), findings_(findings) {}

  void Judge(unsigned days, int start, int length) {
    unsigned found = 0;
    for (int by = -1; by <= 1; ++by) {
      const int window_start = window_start_ + by * kMinutesPerDay;
      const int window_end = window_end_ + by * kMinutesPerDay;
      const bool matches = kMatch == TimeMatch::kWithin
                               ? (start >= window_start) & (start + length <= window_end)
                               : (start < window_end) & (start + length > window_start);
      found |= MovedBy(days, by) * static_cast<unsigned>(matches);
    }
    findings_.yes |= found;
  }
  void Finish() {}

 private:
  int window_start_;
  int window_end_;
  Findings& findings_;
};

// Covers, by one session alone: mostly that decides. Where two sessions or more have a part of a
// window each, their union has to be looked at.
class CoverJudge {
 public:
  CoverJudge(const TimeFilterPlan& plan, Findings& findings)
      : window_start_(plan.window_start()), window_end_(plan.window_end()), findings_(findings) {}

  void Judge(unsigned days, int start, int length) {
    for (int by = -1; by <= 1; ++by) {
      const int window_start = window_start_ + by * kMinutesPerDay;
      const int window_end = window_end_ + by * kMinutesPerDay;
      const bool covers = (start <= window_start) & (start + length >= window_end);
      const bool meets = (start < window_end) & (start + length > window_start);
      const unsigned met = MovedBy(days, by) * static_cast<unsigned>(meets);
      findings_.yes |= MovedBy(days, by) * static_cast<unsigned>(covers);
      met_twice_ |= met_ & met;
      met_ |= met;
    }
  }
  void Finish() { findings_.needs_union = (met_twice_ & ~findings_.yes) != 0; }

 private:
  int window_start_;
  int window_end_;
  Findings& findings_;
  unsigned met_ = 0;        // days whose window some session meets
  unsigned met_twice_ = 0;  // and more than one does
};

// Covers: all sessions are put into one week before its windows are looked at.
class UnionJudge {
 public:
  UnionJudge(const TimeFilterPlan& plan, Findings& findings) : plan_(plan), findings_(findings) {}

  void Judge(unsigned days, int start, int length) {
    for (int day = 0; day < kDaysPerWeek; ++day) {
      if ((days & DayBit(day)) != 0) minutes_.Add(day * kMinutesPerDay + start, length);
    }
  }
  void Finish() {
    const int length = plan_.window_end() - plan_.window_start();
    for (int day = 0; day < kDaysPerWeek; ++day) {
      if (minutes_.Contains(day * kMinutesPerDay + plan_.window_start(), length)) {
        findings_.yes |= DayBit(day);
      }
    }
  }

 private:
  const TimeFilterPlan& plan_;
  Findings& findings_;
  WeekMinutes minutes_;
};

template <typename Judge>
class RowReader {
 public:
  explicit RowReader(const TimeFilterPlan& plan) : plan_(plan), judge_(plan, findings_) {}

  Findings Read(const DocumentHours& hours, const DateLists& lists) {
    for (const WeeklySession& session : hours.weekly) {
      if (IsValid(session)) Take(CountingDays(session, plan_), session.start, session.length);
    }
    for (const DatedSession& session : hours.dated) {
      if (!IsValid(session)) continue;
      Take(CountingDays(session, plan_, lists), session.start, session.length);
      NoteHorizon(session);
    }
    judge_.Finish();
    return findings_;
  }

 private:
  template <typename Session>
  bool IsValid(const Session& session) {
    if (!IsOutOfValidity(session, plan_)) return true;
    findings_.any_out_of_validity = true;
    return false;
  }

  void Take(unsigned days, int start, int length) {
    if (days == 0) return;
    findings_.any_counts = true;
    if (start != kNoTimes) return judge_.Judge(days, start, length);
    (plan_.has_times() ? findings_.not_stated : findings_.yes) |= days;
  }

  void NoteHorizon(const DatedSession& session) {
    findings_.any_beyond_horizon |=
        plan_.starts_before_horizon() ||
        (plan_.ends_past_horizon() && (session.flags & kGoesOnPastHorizon) != 0);
  }

  const TimeFilterPlan& plan_;
  Findings findings_;
  Judge judge_;
};

Findings FindingsOf(const TimeFilterPlan& plan, const DocumentHours& hours,
                    const DateLists& lists) {
  switch (plan.match()) {
    case TimeMatch::kOverlap:
      return RowReader<SessionJudge<TimeMatch::kOverlap>>(plan).Read(hours, lists);
    case TimeMatch::kWithin:
      return RowReader<SessionJudge<TimeMatch::kWithin>>(plan).Read(hours, lists);
    case TimeMatch::kCovers:
      break;
  }
  const Findings alone = RowReader<CoverJudge>(plan).Read(hours, lists);
  return alone.needs_union ? RowReader<UnionJudge>(plan).Read(hours, lists) : alone;
}

Fact Otherwise(const Findings& findings, std::uint8_t state) {
  if (findings.any_beyond_horizon) return Fact::kNotStated;
  if (findings.any_counts) return Fact::kNo;
  const bool no_row = (state & kHasRows) == 0;
  const bool unreadable = (state & kHasUnreadableRows) != 0;
  return no_row || unreadable || findings.any_out_of_validity ? Fact::kNotStated : Fact::kNo;
}

}  // namespace

TimeFilterPlan::TimeFilterPlan(const TimeFilter& filter, const Horizon& horizon)
    : days_(filter.days.empty() ? EnumSet<Weekday>::FromBits(kAllDays) : filter.days),
      match_(filter.match),
      has_times_(filter.from.has_value() || filter.to.has_value()),
      window_start_(filter.from.value_or(MinuteOfDay(0)).value()),
      window_end_(filter.to.value_or(MinuteOfDay(kMinutesPerDay)).value()),
      today_(DayNumber(filter.today)),
      horizon_first_(DayNumber(horizon.first)),
      horizon_last_(DayNumber(horizon.last)),
      horizon_weekday_(WeekdayIndex(horizon.first)) {
  if (window_end_ == kMinutesPerDay - 1) window_end_ = kMinutesPerDay;
  if (window_end_ <= window_start_) window_end_ += kMinutesPerDay;
}

DayFacts FactsByDay(const TimeFilterPlan& plan, const DocumentHours& hours,
                    const DateLists& lists) {
  const Findings findings = FindingsOf(plan, hours, lists);
  return {.yes = EnumSet<Weekday>::FromBits(findings.yes),
          .not_stated = EnumSet<Weekday>::FromBits(findings.not_stated & ~findings.yes),
          .otherwise = Otherwise(findings, hours.state)};
}

Fact MatchesDay(const TimeFilterPlan& plan, const DocumentHours& hours, const DateLists& lists) {
  return FactsByDay(plan, hours, lists).OfAny(plan.days());
}

}  // namespace waypost
