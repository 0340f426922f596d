#pragma once

// Opening hours and sessions as a feed states them, in one neutral form.
//
// A `Schedule` is one row: one opening and closing time and the rule for its days. Several openings
// a day are several rows. Nothing is expanded here; `prepare/` turns rows into weekly minutes and
// dated occurrences.

#include <optional>
#include <string>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/hours/clock_time.h"

namespace waypost::record {

// "TU" is {0, Tuesday}; "2TU" the second, "-1TU" the last Tuesday of the month.
struct ByDay {
  int ordinal = 0;
  Weekday weekday = Weekday::kMonday;
  friend bool operator==(const ByDay&, const ByDay&) = default;
};

struct Schedule {
  std::string id;
  std::string freq;  // upper case as published ("WEEKLY", "MONTHLY", "DAILY", ...); "" not stated
  std::optional<int> interval;
  std::optional<int> count;
  std::vector<ByDay> byday;
  std::vector<int> bymonthday;
  std::vector<int> byweekno;
  std::vector<int> byyearday;
  std::optional<Weekday> wkst;
  std::optional<Date> dtstart;
  std::optional<Date> until;
  std::optional<Date> valid_from;  // when this row's information holds; not when the service runs
  std::optional<Date> valid_to;
  std::vector<Date> except;               // dates on which the session does not happen, as stated
  std::optional<MinuteOfDay> opens_at;    // 0 to 1439
  std::optional<MinuteOfDay> closes_at;   // 0 to 1440; at or before opens_at means the next day
  std::optional<int> utc_offset_minutes;  // when the times carry "Z" or an offset
  std::string description;
  std::string attending_type;  // free text
  std::string schedule_link;
  std::string notes;
  // What could not be understood, as published; then the row states no time (`unreadable`).
  std::string as_published;
  bool unreadable = false;

  friend bool operator==(const Schedule&, const Schedule&) = default;
};

// Exceptional days of an ORUK 1.0 feed.
struct HolidaySchedule {
  std::string id;
  std::optional<bool> closed;
  std::optional<MinuteOfDay> opens_at;
  std::optional<MinuteOfDay> closes_at;
  std::optional<Date> start_date;
  std::optional<Date> end_date;

  friend bool operator==(const HolidaySchedule&, const HolidaySchedule&) = default;
};

}  // namespace waypost::record
