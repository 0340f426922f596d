#pragma once

// Sessions as the artefact holds them: column elements, read in place from the mapped file.
//
// A session keeps its start and its length; one that runs past midnight is not cut. Equal sessions
// are stored once, and what a document states about its times is a list of them and one byte:
//
//   Tuesdays 10:00 to 12:00      Session{.start = 600, .length = 120, .days = 1 << 1}
//   Sundays 22:00 to 02:00       Session{.start = 1320, .length = 240, .days = 1 << 6}
//   first Thursday of the month  Session{.dates = id of {2026-12-03, 2027-01-07, ...}, ...}
//   Mondays, no times given      Session{.start = kNoTimes, .length = 0, .days = 1}
//
// Dates in elements are `DayStamp`s: days since 1970-01-01 cut to 16 bits (to the year 2149).

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include "engine/core/date.h"
#include "engine/core/ids.h"
#include "engine/hours/bank_holidays.h"
#include "engine/hours/clock_time.h"
#include "engine/hours/day_stamp.h"

namespace waypost {

// As `start`: the day is stated, its times (or one of the two) are not. `length` is 0 then.
inline constexpr std::uint16_t kNoTimes = 0xFFFF;

// Bits of Session::flags.
enum SessionFlag : std::uint8_t {
  // Weekly: a weekday counts only if one of its dates does (rows with `until` or `count`, and daily
  // rows). Without it all weekdays count as soon as first_day is near; see time_window.h.
  kCountsByDate = 1,
  // Dated: the rule has occurrences after the horizon, which the date list does not show.
  kGoesOnPastHorizon = 2,
  // Dated: the publisher named the dates, so a bank holiday among them is no silence.
  kNamesItsDates = 4,
  // Dated: times of a holiday, or that it is closed then; no session of the week.
  kNotOfTheWeek = 8,
};

// A session on the same weekdays of every week, or on the days of a date list.
struct Session {
  DateListId dates = DateListId::None();  // the days it starts on; none: weekly
  std::uint16_t start = kNoTimes;         // minute of the day, 0 to 1439, or kNoTimes
  std::uint16_t length = 0;               // minutes, 1 to 1440; 0 with kNoTimes
  DayStamp first_day = kFromAlways;       // `dtstart`
  DayStamp last_day = kForEver;           // `until`, or the day of the last of `count`
  DayStamp valid_from = kFromAlways;      // when the statement holds, not when the session runs
  DayStamp valid_to = kForEver;
  // EnumSet<Weekday>::bits(): the weekdays it starts on; of a date list those that occur in it.
  std::uint8_t days = 0;
  std::uint8_t flags = 0;
  std::uint16_t reserved = 0;  // 0

  bool IsWeekly() const { return dates.is_none(); }
  bool HasTimes() const { return start != kNoTimes; }
  friend auto operator<=>(const Session&, const Session&) = default;
};
static_assert(sizeof(Session) == 20 && alignof(Session) == 4);
static_assert(offsetof(Session, start) == 4 && offsetof(Session, length) == 6);
static_assert(offsetof(Session, first_day) == 8 && offsetof(Session, last_day) == 10);
static_assert(offsetof(Session, valid_from) == 12 && offsetof(Session, valid_to) == 14);
static_assert(offsetof(Session, days) == 16 && offsetof(Session, flags) == 17);
static_assert(std::is_trivially_copyable_v<Session>);

// What the validation of an artefact checks of every element before any is used unchecked.
constexpr bool IsSound(const Session& session, std::size_t date_lists) {
  if (session.reserved != 0 || session.days > 0x7F) return false;
  if (session.IsWeekly()) {
    if (session.days == 0 || (session.flags & ~kCountsByDate) != 0) return false;
  } else {
    constexpr unsigned kFlags = kGoesOnPastHorizon | kNamesItsDates | kNotOfTheWeek;
    if (session.dates.index() >= date_lists || (session.flags & ~kFlags) != 0) return false;
  }
  if (!session.HasTimes()) return session.length == 0;
  return session.start < kMinutesPerDay && session.length >= 1 && session.length <= kMinutesPerDay;
}

// One byte a document: what its list of sessions cannot tell.
enum HoursState : std::uint8_t {
  kHasRows = 1,            // the feed has at least one row for it, understood or not
  kHasUnreadableRows = 2,  // at least one row was kept as text and states no time
  // At least one row was understood, holds for ever, and has no day left in the horizon.
  kHasEndedRows = 4,
};
// Above them: the bank holidays that may be its own, EnumSet<HolidayDivision>::bits(). Several
// where its nation is not known.
inline constexpr unsigned kDivisionsShift = 3;
inline constexpr std::uint8_t kMostHoursState = 0x3F;

// The days whose occurrences the date lists know: first and last inclusive.
struct Horizon {
  Date first;
  Date last;
  int days() const { return DayNumber(last) - DayNumber(first) + 1; }
  bool Has(int day) const { return day >= DayNumber(first) && day <= DayNumber(last); }
  friend bool operator==(const Horizon&, const Horizon&) = default;
};
inline constexpr int kLongestHorizon = 4000;  // days
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

  std::size_t size() const { return offsets.empty() ? 0 : offsets.size() - 1; }
  // REQUIRES: id names a list.
  std::span<const std::uint16_t> operator[](DateListId id) const {
    const std::uint32_t begin = offsets[id.index()];
    return values.subspan(begin, offsets[id.index() + 1] - begin);
  }
};

// What all documents of an index share about time. Views, as DateLists.
struct Calendar {
  std::span<const Session> sessions;  // by SessionId
  DateLists lists;
  BankHolidays holidays;

  const Session& operator[](SessionId id) const { return sessions[id.index()]; }
};

// What one document states: the rows of its service and those of the service at that location.
struct DocumentHours {
  std::span<const SessionId> sessions;
  std::uint8_t state = 0;  // HoursState bits and divisions

  EnumSet<HolidayDivision> divisions() const {
    return EnumSet<HolidayDivision>::FromBits(std::uint32_t{state} >> kDivisionsShift);
  }
};

}  // namespace waypost
