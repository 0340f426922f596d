#include "tests/engine/hours/hours_columns.h"

namespace waypost {
namespace {

template <typename Session>
void SetTimesAndValidity(const PlainRow& row, Session& session) {
  if (row.valid_from) session.valid_from = DayStampOf(*row.valid_from);
  if (row.valid_to) session.valid_to = DayStampOf(*row.valid_to);
  if (!row.start) return;
  session.start = static_cast<std::uint16_t>(*row.start);
  session.length = static_cast<std::uint16_t>(row.length);
}

}  // namespace

HoursColumns::HoursColumns(const PlainHours& hours, const Horizon& horizon) : horizon_(horizon) {
  if (hours.has_unreadable_rows) state_ |= kHasUnreadableRows;
  if (!hours.rows.empty() || hours.has_unreadable_rows) state_ |= kHasRows;
  for (const PlainRow& row : hours.rows) row.is_weekly ? AddWeekly(row) : AddDated(row);
}

void HoursColumns::AddWeekly(const PlainRow& row) {
  WeeklySession session;
  for (Weekday day : row.weekdays) {
    session.days = static_cast<std::uint8_t>(session.days | 1U << static_cast<unsigned>(day));
  }
  if (row.counts_by_date) session.flags = kCountsByDate;
  if (row.first) session.first_day = DayStampOf(*row.first);
  if (row.last) session.last_day = DayStampOf(*row.last);
  SetTimesAndValidity(row, session);
  weekly_.push_back(session);
}

void HoursColumns::AddDated(const PlainRow& row) {
  DatedSession session;
  session.dates = DateListId(static_cast<std::uint32_t>(offsets_.size() - 1));
  for (Date date : row.dates) {
    values_.push_back(static_cast<std::uint16_t>((date - horizon_.first).count()));
    session.days =
        static_cast<std::uint8_t>(session.days | 1U << static_cast<unsigned>(WeekdayIndex(date)));
  }
  offsets_.push_back(static_cast<std::uint32_t>(values_.size()));
  if (row.goes_on_past_horizon) session.flags = kGoesOnPastHorizon;
  SetTimesAndValidity(row, session);
  dated_.push_back(session);
}

}  // namespace waypost
