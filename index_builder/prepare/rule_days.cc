#include "index_builder/prepare/rule_days.h"

namespace waypost::prepare {
namespace {

int Number(std::chrono::day day) { return static_cast<int>(static_cast<unsigned>(day)); }

// The how-manyth of its weekday the `position`th day of a period of `size` days is, and of how
// many.
struct Nth {
  int position;
  int size;
};
Nth NthWeekday(int position, int size) {
  const int before = (position - 1) / 7;
  return {before + 1, before + 1 + (size - position) / 7};
}

}  // namespace

RuleDays::RuleDays(const Recurrence& rule)
    : ordinals_count_in_years_(rule.frequency == Frequency::kYearly) {
  for (const record::ByDay& byday : rule.byday) AddWeekday(byday);
  for (int day : rule.bymonthday) month_days_.Add(day);
  for (int day : rule.byyearday) year_days_.Add(day);
  const bool names_days =
      !rule.byday.empty() || !rule.bymonthday.empty() || !rule.byyearday.empty();
  if (!names_days && rule.dtstart) AddImplied(rule);
  if (rule.byday.empty() && every_weekday_.none()) every_weekday_.set();
}

void RuleDays::AddWeekday(const record::ByDay& byday) {
  const auto weekday = static_cast<std::size_t>(byday.weekday);
  if (byday.ordinal == 0) {
    every_weekday_.set(weekday);
  } else {
    numbered_weekdays_[weekday].Add(byday.ordinal);
  }
}

void RuleDays::AddImplied(const Recurrence& rule) {
  const std::chrono::year_month_day start(*rule.dtstart);
  switch (rule.frequency) {
    case Frequency::kDaily:
      return;
    case Frequency::kYearly:
      if (rule.byweekno.empty()) {
        month_ = start.month();
        month_days_.Add(Number(start.day()));
        return;
      }
      [[fallthrough]];
    case Frequency::kWeekly:
      every_weekday_.set(static_cast<std::size_t>(WeekdayIndex(*rule.dtstart)));
      return;
    case Frequency::kMonthly:
      month_days_.Add(Number(start.day()));
  }
}

bool RuleDays::Has(Date date) const {
  const std::chrono::year_month_day ymd(date);
  if (month_ && ymd.month() != *month_) return false;
  const int month_day = Number(ymd.day());
  const int month_size = Number((ymd.year() / ymd.month() / std::chrono::last).day());
  if (!month_days_.empty() && !month_days_.Has(month_day, month_size)) return false;

  const Date new_year = ymd.year() / 1 / 1;
  const int year_day = static_cast<int>((date - new_year).count()) + 1;
  const int year_size = ymd.year().is_leap() ? 366 : 365;
  if (!year_days_.empty() && !year_days_.Has(year_day, year_size)) return false;

  const auto weekday = static_cast<std::size_t>(WeekdayIndex(date));
  if (every_weekday_.test(weekday)) return true;
  const Nth nth = ordinals_count_in_years_ ? NthWeekday(year_day, year_size)
                                           : NthWeekday(month_day, month_size);
  return numbered_weekdays_[weekday].Has(nth.position, nth.size);
}

}  // namespace waypost::prepare
