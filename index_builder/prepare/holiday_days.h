#pragma once

// What the holiday rows of a feed say of single days: closed, open at other times, or open as
// usual.
//
//   const HolidayDays days(service.holiday_schedules, horizon, owner, sink);
//   if (days.IsClosed(date)) ...
//
// A row without a last day is of its first. One that says "closed" closes, whatever else it says;
// one with both times gives the day those times in place of all others; one that says that it is
// not closed, without times, confirms the day's usual times. Where rows contradict one another
// about a day, closed comes first, then other times. Rows that say none of this, or whose days
// cannot be told, are reported and say nothing.

#include <span>
#include <vector>

#include "engine/core/date.h"
#include "engine/hours/session.h"
#include "index_builder/prepare/schedule_owner.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/schedule.h"

namespace waypost::prepare {

// Days in a row, inside the horizon.
struct DayRange {
  Date first;
  Date last;
  bool Has(Date day) const { return day >= first && day <= last; }
};

// Other times on some days.
struct HolidayOpening {
  DayRange days;
  MinuteOfDay opens;
  MinuteOfDay closes;
};

class HolidayDays {
 public:
  HolidayDays(std::span<const record::HolidaySchedule> rows, const Horizon& horizon,
              const ScheduleOwner& owner, record::ProblemSink& sink);

  // On these no usual session happens.
  bool IsClosed(Date day) const;
  bool HasOtherTimes(Date day) const;
  bool IsChanged(Date day) const { return IsClosed(day) || HasOtherTimes(day); }
  bool IsAsUsual(Date day) const;

  const std::vector<DayRange>& closed() const { return closed_; }
  const std::vector<HolidayOpening>& openings() const { return openings_; }
  // Nothing is said of any day.
  bool empty() const { return closed_.empty() && openings_.empty() && as_usual_.empty(); }

 private:
  std::vector<DayRange> closed_;
  std::vector<DayRange> as_usual_;
  std::vector<HolidayOpening> openings_;
};

}  // namespace waypost::prepare
