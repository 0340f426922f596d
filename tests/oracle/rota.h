#pragma once

// Everything that a document states about its times, the rows of service and location together,
// asked day by day.
//
//   const Rota rota(document, known, faults);
//   for (const Start& start : rota.StartsOn(day)) ...
//
// Holidays are reckoned in: on a day that is closed nothing starts, on one with other times only
// what these say. Bank holidays are not: who asks has to know where the document is (date_facts.h).

#include <optional>
#include <vector>

#include "engine/core/enum_set.h"
#include "engine/hours/clock_time.h"
#include "tests/oracle/document.h"
#include "tests/oracle/holiday_rows.h"
#include "tests/oracle/known_days.h"
#include "tests/oracle/scan_faults.h"

namespace waypost::oracle {

// From a minute of the day, 1 to 1440 minutes long; may run past midnight.
struct Times {
  int opens = 0;
  int length = 0;
};

// Closing at or before the opening is the next day. nullopt when one of the two is not stated.
std::optional<Times> TimesFrom(const std::optional<MinuteOfDay>& opens,
                               const std::optional<MinuteOfDay>& closes);

// A session on the day on which it starts.
struct Start {
  Date day;
  std::optional<Times> times;  // nullopt: the day is stated, its times (or one of the two) are not
  bool names_its_day = false;  // the publisher spoke of this very day
};

class Rota {
 public:
  // `document` must outlive the object.
  Rota(const Document& document, const KnownDays& known, ScanFaults faults);

  const std::vector<const record::Schedule*>& rows() const { return rows_; }

  // Of days that are not known only those of every-week rows.
  std::vector<Start> StartsOn(Date day) const;

  // What lists of dates could hold on a day that is not known: each session that has a list.
  std::vector<Start> MayStartOn(Date day) const;

  // True when some statement that still has days holds on that day, be it that nothing happens.
  bool IsStatedOn(Date day) const;

  // True when a row has ended, and all others are understood and hold from `first` to `last`.
  bool IsAllOver(Date first, Date last) const;

  // The weekdays that a row puts into the week: its own when it is a plain weekly one, else those
  // of its dates among the 56 days from `today`. REQUIRES: IsUnderstood(row), and so below.
  EnumSet<Weekday> WeekdaysOf(const record::Schedule& row, Date today) const;

  // True when the row has dates among the 56 days from `today` that are not known.
  bool MayHaveUnknownDates(const record::Schedule& row, Date today) const;

 private:
  HolidayWord WordOn(Date day) const;
  bool IsListed(const record::Schedule& row) const;
  bool HasListEntries(const record::Schedule& row) const;
  bool IsGone(const record::Schedule& row) const;
  bool HappensOn(const record::Schedule& row, Date day) const;

  KnownDays known_;
  ScanFaults faults_;
  std::vector<const record::Schedule*> rows_;
  std::vector<const record::HolidaySchedule*> holidays_;
  // Every-week rows with a day of which a holiday row speaks.
  std::vector<const record::Schedule*> touched_;
};

}  // namespace waypost::oracle
