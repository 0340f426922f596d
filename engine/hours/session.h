#pragma once

// Sessions as the artefact holds them: column elements, read in place from the mapped file.
//
// A session keeps its start and its length; one that runs past midnight is not cut. What a document
// states about its times is two lists (weekly sessions, dated sessions) and one byte of state:
//
//   Tuesdays 10:00 to 12:00      WeeklySession{.start = 600, .length = 120, .days = 1 << 1}
//   Sundays 22:00 to 02:00       WeeklySession{.start = 1320, .length = 240, .days = 1 << 6}
//   first Thursday of the month  DatedSession{.dates = id of {2026-12-03, 2027-01-07, ...}, ...}
//   Mondays, no times given      WeeklySession{.start = kNoTimes, .length = 0, .days = 1}
//
// Dates in elements are `DayStamp`s: days since 1970-01-01 cut to 16 bits (to the year 2149).

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include "engine/core/date.h"
#include "engine/core/ids.h"
#include "engine/hours/clock_time.h"

namespace waypost {

using DayStamp = std::uint16_t;
inline constexpr DayStamp kFromAlways = 0;    // as a first day: no bound
inline constexpr DayStamp kForEver = 0xFFFF;  // as a last day: no bound

// The stamp of a bound: days before 1970 are kFromAlways, days past 2149-06-05 are 0xFFFE, so that
// a stated bound never turns into "no bound" at the far end.
constexpr DayStamp DayStampOf(Date date) {
  const int day = DayNumber(date);
  if (day < 0) return kFromAlways;
  return static_cast<DayStamp>(day > 0xFFFE ? 0xFFFE : day);
}

// As `start`: the day is stated, its times (or one of the two) are not. `length` is 0 then.
inline constexpr std::uint16_t kNoTimes = 0xFFFF;

// Bits of WeeklySession::flags and DatedSession::flags.
enum SessionFlag : std::uint8_t {
  // Weekly: a weekday counts only if one of its dates does (rows with `until` or `count`, and daily
  // rows). Without it all weekdays count as soon as first_day is near; see time_window.h.
  kCountsByDate = 1,
  // Dated: the rule has occurrences after the horizon, which the date list does not show.
  kGoesOnPastHorizon = 2,
};

// A session on the same weekdays of every week.
struct WeeklySession {
  std::uint16_t start = kNoTimes;     // minute of the day, 0 to 1439, or kNoTimes
  std::uint16_t length = 0;           // minutes, 1 to 1440; 0 with kNoTimes
  DayStamp first_day = kFromAlways;   // `dtstart`
  DayStamp last_day = kForEver;       // `until`, or the day of the last of `count`
  DayStamp valid_from = kFromAlways;  // when the statement holds, not when the session runs
  DayStamp valid_to = kForEver;
  std::uint8_t days = 0;  // EnumSet<Weekday>::bits(): the weekdays it starts on
  std::uint8_t flags = 0;
  friend bool operator==(const WeeklySession&, const WeeklySession&) = default;
};
static_assert(sizeof(WeeklySession) == 14 && alignof(WeeklySession) == 2);
static_assert(offsetof(WeeklySession, length) == 2 && offsetof(WeeklySession, first_day) == 4);
static_assert(offsetof(WeeklySession, last_day) == 6 && offsetof(WeeklySession, valid_from) == 8);
static_assert(offsetof(WeeklySession, valid_to) == 10 && offsetof(WeeklySession, days) == 12);
static_assert(std::has_unique_object_representations_v<WeeklySession>);

// A session on the days of a date list.
struct DatedSession {
  DateListId dates = DateListId::None();  // the days it starts on
  std::uint16_t start = kNoTimes;         // as in WeeklySession
  std::uint16_t length = 0;
  DayStamp valid_from = kFromAlways;
  DayStamp valid_to = kForEver;
  std::uint8_t days = 0;  // the weekdays that occur in the list: a quick way to say no
  std::uint8_t flags = 0;
  std::uint16_t reserved = 0;  // 0
  friend bool operator==(const DatedSession&, const DatedSession&) = default;
};
static_assert(sizeof(DatedSession) == 16 && alignof(DatedSession) == 4);
static_assert(offsetof(DatedSession, start) == 4 && offsetof(DatedSession, length) == 6);
static_assert(offsetof(DatedSession, valid_from) == 8 && offsetof(DatedSession, days) == 12);
static_assert(std::is_trivially_copyable_v<DatedSession>);

// What the validation of an artefact checks of every element before any is used unchecked.
template <typename Session>
constexpr bool HasSoundTimes(const Session& session) {
  if (session.start == kNoTimes) return session.length == 0;
  return session.start < kMinutesPerDay && session.length >= 1 && session.length <= kMinutesPerDay;
}
constexpr bool IsSound(const WeeklySession& session) {
  return HasSoundTimes(session) && session.days != 0 && session.days <= 0x7F &&
         (session.flags & ~kCountsByDate) == 0;
}
constexpr bool IsSound(const DatedSession& session, std::size_t date_lists) {
  return HasSoundTimes(session) && session.dates.index() < date_lists && session.days <= 0x7F &&
         (session.flags & ~kGoesOnPastHorizon) == 0 && session.reserved == 0;
}

// One byte a document: what its lists of sessions cannot tell.
enum HoursState : std::uint8_t {
  kHasRows = 1,            // the feed has at least one row for it, understood or not
  kHasUnreadableRows = 2,  // at least one row was kept as text and states no time
};

// The days whose occurrences the date lists know: first and last inclusive.
struct Horizon {
  Date first;
  Date last;
  int days() const { return DayNumber(last) - DayNumber(first) + 1; }
  friend bool operator==(const Horizon&, const Horizon&) = default;
};
// The horizon of a build: from two days before its date to 400 days after it.
constexpr Horizon HorizonOf(Date as_of) {
  return {as_of - std::chrono::days(2), as_of + std::chrono::days(400)};
}

// All date lists of an index: a jagged column. List i holds days_since_horizon_first in
// values[offsets[i] .. offsets[i + 1]), ascending, no repeats. A view: the owner of the columns
// outlives it.
struct DateLists {
  Horizon horizon;
  std::span<const std::uint32_t>
      offsets;  // one more than there are lists; empty when there are none
  std::span<const std::uint16_t> values;

  // REQUIRES: id names a list.
  std::span<const std::uint16_t> operator[](DateListId id) const {
    const std::uint32_t begin = offsets[id.index()];
    return values.subspan(begin, offsets[id.index() + 1] - begin);
  }
};

// What one document states: the rows of its service and those of the service at its location.
struct DocumentHours {
  std::span<const WeeklySession> weekly;
  std::span<const DatedSession> dated;
  std::uint8_t state = 0;  // HoursState bits
};

}  // namespace waypost
