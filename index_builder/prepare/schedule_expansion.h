#pragma once

// Schedule rows of a feed as searchable hours: weekly sessions, dated sessions with their dates
// over the horizon of the build, and one line of English.
//
//   const ScheduleOwner owner{"bristol", "schedule", id};
//   ExpandedHours hours = ExpandSchedules({service.schedules, service.holiday_schedules}, options,
//                                         owner, sink);
//
// What each row becomes:
//
// * Weekly: WEEKLY with `byday` (or `byday` and no `freq`), interval 1 or none, bounded by
// `dtstart`,
//   `until` and the last of `count`; WEEKLY without `byday` on the weekday of `dtstart`; DAILY with
//   interval 1 or none and no `bymonthday`.
// * Dated: a weekly row with dates in `except`, or with a day in the horizon that a holiday row
//   speaks of; any other rule of RFC 5545 that names its days; a `dtstart` without `freq` and
//   `byday` (and `until` the same day or none, `count` 1 or none), which is that one day.
// * Not understood, since nothing is guessed: interval above 1, `count`, or a rule without days,
// and
//   no `dtstart`; `count` from a `dtstart` before 1900; times without days or dates; no `freq` but
//   an interval, ordinals or days of the month; hourly rules; combinations and numbers that RFC
//   5545 forbids, `count` beside `until` (kForbiddenRule).
// * Text: neither rule, day, date nor time (a description, notes). Not understood, not reported.
//
// A row that is not understood states no time: it sets kHasUnreadableRows and is reported (rows
// that are already `unreadable` were reported by their reader). `dtstart` off its own rule is no
// occurrence: the first match at or after it is (kStartOffRule is reported). `count` counts from
// there; `except` and the days that holiday rows close or change are removed afterwards. Other
// times on a holiday are dated sessions that are none of the week (kNotOfTheWeek).
//
// Times: closes at or before opens means the next day; 23:59 and 24:00 are midnight, so 00:00 to
// 23:59 is the whole day. With only one of the two it is a day without times (the English line says
// "from 10am"). An offset does not move the time: it is read as local.
//
// Pure apart from the sink: same rows, same result. Safe from several threads with a sink each.

#include <span>
#include <string>
#include <vector>

#include "engine/core/date.h"
#include "engine/hours/session.h"
#include "index_builder/prepare/schedule_owner.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/schedule.h"

namespace waypost::prepare {

struct DatedRow {
  Session session;          // `dates` is None: the caller keeps equal lists once (SessionPool)
  std::vector<Date> dates;  // ascending, no repeats, inside the horizon; may be empty
  // What makes the dates, for calendar files: the rule of RFC 5545 without its bounds, and the days
  // of it in the horizon that are left out. Empty where there is no rule but the dates.
  std::string rule;
  std::vector<Date> closures;
  friend bool operator==(const DatedRow&, const DatedRow&) = default;
};

struct ExpandedHours {
  // Rows that differ only in their weekdays are one element.
  std::vector<Session> weekly;
  std::vector<DatedRow> dated;
  std::uint8_t state = 0;  // HoursState bits
  // "Tuesdays 10am to 12pm"; "" when no row states a time. Rows that ended or whose validity passed
  // before `as_of` are not said.
  std::string english;
  friend bool operator==(const ExpandedHours&, const ExpandedHours&) = default;
};

struct ExpansionOptions {
  Date as_of;
  Horizon horizon;  // HorizonOf(as_of) in a build
};

struct StatedRows {
  std::span<const record::Schedule> schedules;
  std::span<const record::HolidaySchedule> holidays = {};
};

// O(rows * horizon days). Never fails: what cannot be expanded is reported.
ExpandedHours ExpandSchedules(const StatedRows& rows, const ExpansionOptions& options,
                              const ScheduleOwner& owner, record::ProblemSink& sink);

}  // namespace waypost::prepare
