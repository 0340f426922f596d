#include "tests/engine/hours/random_hours.h"

namespace waypost {

using std::chrono::days;

PlainHours RandomHours::Hours() {
  PlainHours hours;
  hours.has_unreadable_rows = OneIn(6);
  hours.has_ended_rows = OneIn(10);
  hours.divisions =
      EnumSet<HolidayDivision>::FromBits(static_cast<std::uint32_t>(Between(1, kAllDivisions)));
  for (int left = Between(0, 4); left > 0; --left) hours.rows.push_back(Row());
  return hours;
}

PlainRow RandomHours::Row() {
  PlainRow row;
  row.is_weekly = !OneIn(3);
  row.is_weekly ? MakeWeekly(row) : MakeDated(row);
  if (OneIn(5)) row.valid_from = as_of_ + days(Between(-20, 80));
  if (OneIn(5)) row.valid_to = as_of_ + days(Between(-20, 80));
  // A date list holds no day outside its validity.
  std::erase_if(row.dates, [&](Date day) {
    return (row.valid_from && day < *row.valid_from) || (row.valid_to && day > *row.valid_to);
  });
  if (OneIn(6)) return row;
  row.start = AnyMinute();
  row.length = OneIn(8) ? 1440 : OneIn(3) ? Between(1, 1440) : Between(1, 5) * 120;
  return row;
}

void RandomHours::MakeWeekly(PlainRow& row) {
  for (int left = Between(1, 4); left > 0; --left) row.weekdays.push_back(AnyWeekday());
  row.counts_by_date = OneIn(3);
  if (OneIn(4)) row.first = as_of_ + days(Between(-30, 75));
  if (row.counts_by_date && OneIn(2)) row.last = as_of_ + days(Between(-10, 75));
}

void RandomHours::MakeDated(PlainRow& row) {
  const int step = OneIn(3) ? Between(1, 40) : Between(1, 4) * 7;
  for (int day = Between(-2, 200); day <= 400 && !OneIn(25); day += step) {
    row.dates.push_back(as_of_ + days(day));
  }
  row.goes_on_past_horizon = OneIn(2);
  row.names_its_dates = OneIn(3);
  row.is_of_holiday = row.names_its_dates && OneIn(3);
}

}  // namespace waypost
