#include "tests/engine/hours/hours_columns.h"

#include <algorithm>
#include <utility>

namespace waypost {

HoursColumns::HoursColumns(const PlainHours& hours, const Horizon& horizon,
                           std::vector<BankHoliday> holidays)
    : horizon_(horizon), holidays_(std::move(holidays)) {
  if (hours.has_unreadable_rows) state_ |= kHasUnreadableRows;
  if (hours.has_ended_rows) state_ |= kHasEndedRows;
  const bool has_week_rows = std::any_of(hours.rows.begin(), hours.rows.end(),
                                         [](const PlainRow& row) { return !row.is_of_holiday; });
  if (has_week_rows || hours.has_unreadable_rows || hours.has_ended_rows) state_ |= kHasRows;
  state_ = static_cast<std::uint8_t>(state_ | hours.divisions.bits() << kDivisionsShift);
  for (const PlainRow& row : hours.rows) row.is_weekly ? AddWeekly(row) : AddDated(row);
}

void HoursColumns::AddWeekly(const PlainRow& row) {
  Session session;
  for (Weekday day : row.weekdays) {
    session.days = static_cast<std::uint8_t>(session.days | 1U << static_cast<unsigned>(day));
  }
  if (row.counts_by_date) session.flags = kCountsByDate;
  if (row.first) session.first_day = DayStampOf(*row.first);
  if (row.last) session.last_day = DayStampOf(*row.last);
  Add(row, session);
}

void HoursColumns::AddDated(const PlainRow& row) {
  Session session;
  session.dates = DateListId(static_cast<std::uint32_t>(offsets_.size() - 1));
  for (Date date : row.dates) {
    values_.push_back(static_cast<std::uint16_t>((date - horizon_.first).count()));
    session.days =
        static_cast<std::uint8_t>(session.days | 1U << static_cast<unsigned>(WeekdayIndex(date)));
  }
  offsets_.push_back(static_cast<std::uint32_t>(values_.size()));
  if (row.goes_on_past_horizon) session.flags |= kGoesOnPastHorizon;
  if (row.names_its_dates) session.flags |= kNamesItsDates;
  if (row.is_of_holiday) session.flags |= kNotOfTheWeek;
  Add(row, session);
}

void HoursColumns::Add(const PlainRow& row, Session session) {
  if (row.valid_from) session.valid_from = DayStampOf(*row.valid_from);
  if (row.valid_to) session.valid_to = DayStampOf(*row.valid_to);
  if (row.start) {
    session.start = static_cast<std::uint16_t>(*row.start);
    session.length = static_cast<std::uint16_t>(row.length);
  }
  ids_.push_back(SessionId::At(sessions_.size()));
  sessions_.push_back(session);
}

}  // namespace waypost
