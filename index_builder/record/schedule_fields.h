#pragma once

// A schedule row in the words of a feed, and its reading: what every source with opening hours
// shares.
//
//   ScheduleFields fields;
//   fields.weekday = "Tuesday"; fields.opens_at = "10:00"; fields.closes_at = "12:00";
//   std::vector<Schedule> rows = ReadSchedule(report, fields);   // freq WEEKLY, byday {TU}
//
// Mostly one row comes out; several when the times hold several openings ("10:00-13:00,14:00-17:00"
// in opens_at) and none when nothing at all is stated. A row with a part that cannot be understood
// comes out as `unreadable` with `as_published`, and is reported: it states no time. Dates are such
// parts too: "until the end of term" is not for ever. An end or an exception that is not known yet
// ("TBC", "ongoing") and a program's "no date" (0001-01-01) state nothing, and are reported.
//
// A weekday or a byday without freq is weekly. A weekday as well as a byday: byday decides.

#include <string_view>
#include <vector>

#include "index_builder/record/field_report.h"
#include "index_builder/record/schedule.h"

namespace waypost::record {

// All as published, "" when absent. Lists are comma separated.
struct ScheduleFields {
  std::string_view id, freq, interval, count, byday, weekday, bymonthday, byweekno, byyearday, wkst,
      dtstart, until, valid_from, valid_to, except, opens_at, closes_at, timezone, description,
      attending_type, schedule_link, notes;
};

std::vector<Schedule> ReadSchedule(const FieldReport& report, const ScheduleFields& fields);

// The row as an `unreadable` one, for a reader that knows that it must not be taken at its word.
// Whoever calls reports why; what is wrong with its parts is reported as by ReadSchedule.
Schedule KeepScheduleAsText(const FieldReport& report, const ScheduleFields& fields);

struct HolidayFields {
  std::string_view id, closed, opens_at, closes_at, start_date, end_date;
};

HolidaySchedule ReadHoliday(const FieldReport& report, const HolidayFields& fields);

}  // namespace waypost::record
