#include "tests/oracle/holiday_rows.h"

#include <algorithm>

namespace waypost::oracle {

using record::HolidaySchedule;

std::vector<const HolidaySchedule*> HolidayRowsOf(const Document& document) {
  std::vector<const HolidaySchedule*> rows;
  for (const HolidaySchedule& row : document.service->holiday_schedules) rows.push_back(&row);
  if (document.at != nullptr) {
    for (const HolidaySchedule& row : document.at->holiday_schedules) rows.push_back(&row);
  }
  return rows;
}

HolidayWord WordOn(const HolidaySchedule& row, Date day) {
  if (!row.start_date) return HolidayWord::kNothing;
  const Date last = row.end_date.value_or(*row.start_date);
  if (day < *row.start_date || day > last) return HolidayWord::kNothing;
  if (row.closed && *row.closed) return HolidayWord::kClosed;
  if (row.opens_at && row.closes_at) return HolidayWord::kOtherTimes;
  const bool says_no_time = !row.opens_at && !row.closes_at;
  return row.closed && says_no_time ? HolidayWord::kAsUsual : HolidayWord::kNothing;
}

HolidayWord WordOn(const std::vector<const HolidaySchedule*>& rows, Date day) {
  HolidayWord word = HolidayWord::kNothing;
  for (const HolidaySchedule* row : rows) word = std::max(word, WordOn(*row, day));
  return word;
}

}  // namespace waypost::oracle
