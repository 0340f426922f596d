#pragma once

// Schedule rows of a feed as searchable hours: weekly sessions, dated sessions with their dates
// over the horizon of the build, and one line of English.
//
//   ExpandedHours hours = ExpandSchedules(service.schedules, options, {"bristol", "schedule", id},
//   sink);
//
// What each row becomes:
//
// | Row | Becomes |
// |---|---|
// | WEEKLY with `byday`, or with `byday` and no `freq`; interval 1 or none | weekly; `dtstart`,
// `until` and the last of `count` bound it | | the same with dates in `except` | dated | | WEEKLY
// without `byday` but with `dtstart` | as above, on the weekday of `dtstart` | | DAILY, interval 1
// or none, no `bymonthday` | weekly on all its days | | any other rule of RFC 5545 that names its
// days | dated | | no `freq`, no `byday`, a `dtstart` (and `until` the same day or none, `count` 1
// or none) | dated: that one day | | interval above 1, `count`, or a rule without days, and no
// `dtstart` | not understood: the week, month or day is not known, and nothing is guessed | |
// `count` from a `dtstart` before 1900 | not understood | | times without days or dates; no `freq`
// but an interval, ordinals or days of the month; hourly rules | not understood | | combinations
// and numbers that RFC 5545 forbids, `count` beside `until` | not understood, kForbiddenRule | |
// neither rule, day, date nor time (a description, notes) | text: not understood, not reported |
//
// A row that is not understood states no time: it sets kHasUnreadableRows and is reported (rows
// that are already `unreadable` were reported by their reader). `dtstart` off its own rule is no
// occurrence: the first match at or after it is (kStartOffRule is reported). `count` counts from
// there; `except` removes days afterwards.
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
#include "index_builder/record/problem.h"
#include "index_builder/record/schedule.h"

namespace waypost::prepare {

struct DatedRow {
  DatedSession session;     // `dates` is None: the caller keeps equal lists once (DateListPool)
  std::vector<Date> dates;  // ascending, no repeats, inside the horizon; may be empty
  friend bool operator==(const DatedRow&, const DatedRow&) = default;
};

struct ExpandedHours {
  // Rows that differ only in their weekdays are one element.
  std::vector<WeeklySession> weekly;
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

// Whose rows they are, for problems.
struct ScheduleOwner {
  std::string source;
  std::string entity = "schedule";
  std::string id;  // of the service
};

// O(rows * horizon days). Never fails: what cannot be expanded is reported.
ExpandedHours ExpandSchedules(std::span<const record::Schedule> rows,
                              const ExpansionOptions& options, const ScheduleOwner& owner,
                              record::ProblemSink& sink);

}  // namespace waypost::prepare
