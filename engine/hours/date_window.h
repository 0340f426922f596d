#pragma once

// The questions `on`, `open_at` and `next_days`: does a document have a session on that very date?
//
//   DateJudge judge(DateQuestion::OpenAt(now), calendar);      // once per query
//   Fact fact = judge.Matches(hours_of_document);               // per document
//
// The definition (the tests hold the code to a day-by-day version of it):
//
// * An occurrence is one session on one day on which it starts: see occurrence.h. It keeps its
//   length, past midnight too.
// * `on` has a window of that date, as `day` has one of a weekday (DayWindowOf), and occurrences
//   meet it as `time_match` says, those of the day before and after too. `open_at` is the window of
//   one minute, so that the closing minute is closed. `next_days` looks for a start from now to the
//   end of the day n days ahead.
// * A day without times says yes to `on` without `from` and `to`, and to `next_days` from tomorrow
//   on; else, on an asked date, not stated.
// * An occurrence on a day that is a bank holiday of one of the document's divisions is in doubt,
//   unless its session names its dates: it says not stated where it would say yes.
// * Nothing is known of dates outside the horizon: asked of those, every document says not stated.
//   Where only a part of what is asked lies outside, what would be no is not stated; so it is where
//   a date list may have a day just outside whose session runs into the window.
// * Otherwise the answer is no if on each asked date some session's statement holds (valid_from,
//   valid_to), or if a row has ended that held for ever and all others are understood and hold;
//   else not stated.
//
// A judge is for one question and one thread.

#include <cstdint>
#include <optional>

#include "engine/core/fact.h"
#include "engine/hours/local_minute.h"
#include "engine/hours/occurrence.h"
#include "engine/hours/session.h"
#include "engine/hours/session_memo.h"
#include "engine/hours/time_window.h"

namespace waypost {

inline constexpr int kMaxNextDays = 366;

// A window of calendar time.
struct DateQuestion {
  enum class Kind : std::uint8_t { kOn, kOpenAt, kNextDays };

  static DateQuestion On(Date date, const std::optional<MinuteOfDay>& from,
                         const std::optional<MinuteOfDay>& to, TimeMatch match);
  static DateQuestion OpenAt(const LocalMinute& minute);
  // REQUIRES: 0 <= days <= kMaxNextDays.
  static DateQuestion NextDays(const LocalMinute& now, int days);

  Kind kind = Kind::kOn;
  TimeMatch match = TimeMatch::kOverlap;
  bool has_times = true;  // of kOn: `from` or `to` is asked
  int first = 0;          // the asked dates, as day numbers
  int last = 0;
  int start = 0;  // minutes from the midnight of `first`
  int end = 0;
};

class DateJudge {
 public:
  // Borrows the columns of `calendar`.
  DateJudge(const DateQuestion& question, const Calendar& calendar);

  Fact Matches(const DocumentHours& hours) {
    if (!is_known_) return Fact::kNotStated;
    std::uint32_t all = 0;
    for (SessionId id : hours.sessions) {
      all |= memo_.Of(id, [&] { return FindingsOf(calendar_[id]); });
    }
    // The lowest eight bits: certain for documents of those divisions.
    return (all >> hours.divisions().bits() & 1) != 0 ? Fact::kYes : UnlessYes(all, hours);
  }

  // The first occurrence that answers yes or, where none does by itself, the first that has a part
  // in the answer. nullopt where there is none, and for dates outside the horizon.
  std::optional<Occurrence> Found(const DocumentHours& hours) const;

 private:
  // What an occurrence does for the answer, bank holidays aside.
  enum class Part : std::uint8_t { kNone, kPossible, kYes };

  Part PartOf(const Session& session, int day) const;
  std::uint32_t FindingsOf(const Session& session) const;
  Fact UnlessYes(std::uint32_t all, const DocumentHours& hours) const;
  // What the occurrence on that day does. REQUIRES: session.HasTimes().
  bool MeetsWindow(const Session& session, int day) const;
  bool MatchesAlone(const Session& session, int day) const;
  Fact CoveredByAll(const DocumentHours& hours) const;
  bool Covers(const DocumentHours& hours, bool with_doubtful) const;
  bool IsStatedThroughout(const DocumentHours& hours) const;
  static bool IsAllOver(std::uint32_t all, const DocumentHours& hours);
  int FirstDay() const;
  int LastDay() const;

  DateQuestion question_;
  Calendar calendar_;
  bool is_known_;  // some asked date is inside the horizon
  bool is_all_known_;
  SessionMemo memo_;
};

}  // namespace waypost
