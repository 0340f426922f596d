#pragma once

// The questions `day`, `from`, `to`, `time_match`: does a document have a session then?
//
//   TimeFilter filter{.days = {Weekday::kTuesday}, .from = MinuteOfDay(13 * 60), .today = today};
//   TimeFilterPlan plan(filter, calendar.lists.horizon);        // once per query
//   DayJudge judge(plan, calendar);
//   Fact fact = judge.FactsOf(hours_of_document).OfAny(plan.days());   // per document
//
// The definition (the tests hold the code to a minute-by-minute version of it):
//
// * Windows. Each asked weekday d (all seven when none is asked) has one window, from `from`
// (00:00)
//   to `to` (24:00) of d. `to` at or before `from` ends the next day; a `to` of 23:59 is midnight.
//   The week is a circle: Sunday's window may end on Monday.
// * Rows that count. A row is out of validity when valid_to < today or valid_from > today + 55. A
// weekly
//   session counts for its weekdays unless its first day is after today + 55; with kCountsByDate,
//   for those of its weekdays that fall on a day of [first_day, last_day], of its validity and of
//   [today, today + 55]. A dated session counts for the weekday of each of its dates in
//   [today, today + 55]. A row *counts* when it is not out of validity and has a weekday left.
// * Sessions. A row that counts stands for the session [start, start + length) on each of its
// weekdays,
//   running on past midnight by the clock: Sunday 22:00 to 02:00 overlaps Monday 00:00 to 01:00,
//   and day=MO finds it.
// * overlap: a session and a window share a minute. within: a session lies inside a window. covers:
//   a window lies inside the union of all sessions (those that touch or overlap join).
// * A day without times says yes for its weekday when neither `from` nor `to` is asked, whatever
// the
//   match; otherwise it says not stated for its weekday.
// * The answer is yes if an asked day says yes; else not stated if one says not stated; else no if
// a
//   row counts. If none counts: not stated when there is no row, or one is out of validity or was
//   not understood; else no.
// * Where [today, today + 55] leaves the horizon, dated sessions are not known there: what would be
// no
//   is not stated if a valid dated row goes on past the horizon (or today is before its first day).
//
// What a session says is worked out once per question, so a document costs a table look-up for each
// of its sessions (bench/hours_bench.cc). A plan may be shared by threads, a judge may not.

#include <array>
#include <cstdint>
#include <optional>

#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/core/enum_set.h"
#include "engine/core/fact.h"
#include "engine/hours/clock_time.h"
#include "engine/hours/session.h"
#include "engine/hours/session_memo.h"

namespace waypost {

enum class TimeMatch : std::uint8_t { kOverlap, kWithin, kCovers };

// Dated sessions count when they occur within this many days, today being the first.
inline constexpr int kDaysAhead = 56;

struct TimeFilter {
  EnumSet<Weekday> days;            // empty: any day
  std::optional<MinuteOfDay> from;  // nullopt: 00:00
  std::optional<MinuteOfDay> to;    // nullopt: 24:00
  TimeMatch match = TimeMatch::kOverlap;
  Date today;
};

// A window of the day as minutes from its midnight: `start` 0 to 1439, `end` above it and at most
// a day later. An end of 23:59 is midnight; one at or before the start is the next day's.
struct DayWindow {
  int start = 0;
  int end = kMinutesPerDay;
};
DayWindow DayWindowOf(const std::optional<MinuteOfDay>& from, const std::optional<MinuteOfDay>& to);

// A TimeFilter as comparable numbers.
class TimeFilterPlan {
 public:
  TimeFilterPlan(const TimeFilter& filter, const Horizon& horizon);

  EnumSet<Weekday> days() const { return days_; }  // never empty
  bool has_times() const { return has_times_; }
  TimeMatch match() const { return match_; }
  const DayWindow& window() const { return window_; }
  int today() const { return today_; }  // day number
  int last_day() const { return today_ + kDaysAhead - 1; }
  int horizon_first() const { return horizon_first_; }      // day number
  int horizon_weekday() const { return horizon_weekday_; }  // of its first day; Monday is 0
  bool starts_before_horizon() const { return today_ < horizon_first_; }
  bool ends_past_horizon() const { return last_day() > horizon_last_; }

 private:
  EnumSet<Weekday> days_;
  TimeMatch match_;
  bool has_times_;
  DayWindow window_;
  int today_;
  int horizon_first_;
  int horizon_last_;
  int horizon_weekday_;
};

// The answer for every weekday at once, whatever days the plan asks for: what the facet `day`
// counts.
struct DayFacts {
  EnumSet<Weekday> yes;
  EnumSet<Weekday> not_stated;  // disjoint from `yes`; all others say `otherwise`
  Fact otherwise = Fact::kNo;   // kNo or kNotStated

  Fact Of(Weekday day) const {
    return yes.Has(day) ? Fact::kYes : not_stated.Has(day) ? Fact::kNotStated : otherwise;
  }
  // Kleene's OR over `days`. REQUIRES: `days` is not empty.
  Fact OfAny(EnumSet<Weekday> days) const {
    if (yes.Intersects(days)) return Fact::kYes;
    return not_stated.Intersects(days) ? Fact::kNotStated : otherwise;
  }
};

// What one session says to a plan, or several: bits of theirs joined by OR.
struct DayFindings {
  // Each of these is seven bits, one a weekday, from that position on.
  static constexpr int kYes = 0;
  static constexpr int kNotStated = 7;
  static constexpr int kMet = 14;       // covers: it meets the window of the day
  static constexpr int kMetTwice = 21;  // and does so on two of its days
  static constexpr std::uint32_t kCounts = 1U << 28;
  static constexpr std::uint32_t kOutOfValidity = 1U << 29;
  static constexpr std::uint32_t kBeyondHorizon = 1U << 30;
};

// Answers one question for document after document.
class DayJudge {
 public:
  // Borrows the columns of `calendar`.
  DayJudge(const TimeFilterPlan& plan, const Calendar& calendar);

  Fact Matches(const DocumentHours& hours) {
    const std::uint32_t all = Findings(hours);
    if ((all & asked_yes_) != 0) return Fact::kYes;
    if ((all & asked_not_stated_) != 0) return Fact::kNotStated;
    return Otherwise(all, hours.state);
  }
  DayFacts FactsOf(const DocumentHours& hours);

 private:
  std::uint32_t Findings(const DocumentHours& hours) {
    std::uint32_t all = 0;
    for (SessionId id : hours.sessions) {
      all |= memo_.Of(id, [&] { return FindingsOf(calendar_[id]); });
    }
    return covers_ ? AllCovering(all, hours) : all;
  }
  std::uint32_t FindingsOf(const Session& session) const;
  std::uint32_t AllCovering(std::uint32_t all, const DocumentHours& hours);
  unsigned CoveredByAll(const DocumentHours& hours) const;
  // What days say that none of the sessions speaks of.
  static Fact Otherwise(std::uint32_t all, std::uint8_t state);

  TimeFilterPlan plan_;
  Calendar calendar_;
  bool covers_;
  std::uint32_t asked_yes_;
  std::uint32_t asked_not_stated_;
  SessionMemo memo_;
};

}  // namespace waypost
