#pragma once

// The definition in engine/hours/time_window.h, minute by minute and day by day: no masks, no bit
// sets, no shortcuts. The oracle of DayJudge.

#include <optional>
#include <vector>

#include "engine/core/fact.h"
#include "engine/hours/session.h"
#include "engine/hours/time_window.h"

namespace waypost {

// A row of either kind in plain words.
struct PlainRow {
  bool is_weekly = true;
  bool counts_by_date = false;
  std::vector<Weekday> weekdays;      // of a weekly row
  std::optional<Date> first, last;    // of a weekly row
  std::vector<Date> dates;            // of a dated row
  bool goes_on_past_horizon = false;  // of a dated row
  bool names_its_dates = false;       // of a dated row
  bool is_of_holiday = false;         // of a dated row: none of the week
  std::optional<Date> valid_from, valid_to;
  std::optional<int> start;  // nullopt: no times
  int length = 0;
};

struct PlainHours {
  std::vector<PlainRow> rows;
  bool has_unreadable_rows = false;
  bool has_ended_rows = false;
  EnumSet<HolidayDivision> divisions = {HolidayDivision::kEnglandAndWales};
};

Fact SlowMatchesDay(const TimeFilter& filter, const PlainHours& hours, const Horizon& horizon);

}  // namespace waypost
