#include "index_builder/prepare/recurrence.h"

#include <algorithm>
#include <cstdint>

#include "index_builder/prepare/rule_days.h"

namespace waypost::prepare {
namespace {

using std::chrono::days;

// Years are stepped by at most this: beyond it only the first period can matter.
constexpr int kMostYears = 20000;

int YearOf(Date date) { return static_cast<int>(std::chrono::year_month_day(date).year()); }

// The first day of the week that `date` lies in.
Date WeekStart(Date date, Weekday wkst) {
  return date - days((WeekdayIndex(date) - static_cast<int>(wkst) + 7) % 7);
}

// Week 1 is the first with at least four days in the year.
Date FirstWeek(int year, Weekday wkst) { return WeekStart(std::chrono::year(year) / 1 / 4, wkst); }

// A run of days to look at: [first, last].
struct Run {
  Date first;
  Date last;
};

// Walks the days of a rule in ascending order and keeps those of the horizon.
class Walk {
 public:
  Walk(const Recurrence& rule, const Horizon& horizon)
      : rule_(rule),
        days_(rule),
        horizon_(horizon),
        begin_(rule.count ? *rule.dtstart
                          : std::max(rule.dtstart.value_or(horizon.first), horizon.first)),
        origin_(rule.dtstart.value_or(horizon.first)),
        left_(rule.count.value_or(-1)) {}

  Occurrences Go() && {
    switch (rule_.frequency) {
      case Frequency::kDaily:
        GoByStride(origin_, rule_.interval, 1);
        break;
      case Frequency::kWeekly:
        GoByStride(WeekStart(origin_, rule_.wkst), std::int64_t{7} * rule_.interval, 7);
        break;
      case Frequency::kMonthly:
        GoByMonths();
        break;
      case Frequency::kYearly:
        rule_.byweekno.empty() ? GoByYears() : GoByWeekNumbers();
        break;
    }
    const bool until_ends_it = rule_.until && *rule_.until <= horizon_.last;
    found_.may_go_on = !counted_out_ && !until_ends_it;
    return std::move(found_);
  }

 private:
  // Runs of `size` days every `stride` days.
  void GoByStride(Date first, std::int64_t stride, int size) {
    const std::int64_t skipped = std::max<std::int64_t>(0, (begin_ - first).count() / stride);
    for (Date run = first + days(skipped * stride); run <= horizon_.last; run += days(stride)) {
      if (!Take({run, run + days(size - 1)})) return;
    }
  }

  void GoByMonths() {
    const auto number = [](Date date) {
      return YearOf(date) * 12 +
             static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(date).month())) - 1;
    };
    const int interval = std::min(rule_.interval, 12 * kMostYears);
    const int first = number(origin_);
    const int skipped = std::max(0, (number(begin_) - first) / interval);
    for (int month = first + skipped * interval; month <= number(horizon_.last);
         month += interval) {
      const auto start = std::chrono::year(month / 12) / (month % 12 + 1);
      if (!Take({Date(start / 1), Date(start / std::chrono::last)})) return;
    }
  }

  // The first year at or after the origin, in step with it, that may hold days from `from` on.
  int FirstYear(int origin, int interval, int from) const {
    return origin + std::max(0, (from - origin) / interval) * interval;
  }

  void GoByYears() {
    const int interval = std::min(rule_.interval, kMostYears);
    int year = FirstYear(YearOf(origin_), interval, YearOf(begin_));
    for (; year <= YearOf(horizon_.last); year += interval) {
      if (!Take({std::chrono::year(year) / 1 / 1, std::chrono::year(year) / 12 / 31})) return;
    }
  }

  // The weeks of a year reach into its neighbours, so one year more is looked at on either side.
  void GoByWeekNumbers() {
    const int interval = std::min(rule_.interval, kMostYears);
    const int origin = YearOf(origin_) - interval;
    int year = FirstYear(origin, interval, YearOf(begin_) - 1);
    for (; year <= YearOf(horizon_.last) + 1; year += interval) {
      for (Date week : WeeksOf(year)) {
        if (!Take({week, week + days(6)})) return;
      }
    }
  }

  // The first days of the rule's weeks in `year`, ascending.
  std::vector<Date> WeeksOf(int year) const {
    const Date first = FirstWeek(year, rule_.wkst);
    const Date next_year = FirstWeek(year + 1, rule_.wkst);
    std::vector<Date> weeks;
    for (int number : rule_.byweekno) {
      const Date week = number > 0 ? first + days(7 * (number - 1)) : next_year + days(7 * number);
      if (week >= first && week < next_year) weeks.push_back(week);
    }
    std::sort(weeks.begin(), weeks.end());
    weeks.erase(std::unique(weeks.begin(), weeks.end()), weeks.end());
    return weeks;
  }

  // False when no later day is wanted.
  bool Take(const Run& run) {
    for (Date day = std::max(run.first, begin_); day <= run.last; day += days(1)) {
      if (day > horizon_.last || (rule_.until && day > *rule_.until)) return false;
      if (!days_.Has(day)) continue;
      if (day >= horizon_.first) found_.dates.push_back(day);
      if (left_ > 0 && --left_ == 0) {
        counted_out_ = true;
        return false;
      }
    }
    return true;
  }

  const Recurrence& rule_;
  RuleDays days_;
  const Horizon& horizon_;
  Date begin_;   // nothing before it is looked at
  Date origin_;  // intervals count from here
  std::int64_t left_;
  bool counted_out_ = false;
  Occurrences found_;
};

}  // namespace

EnumSet<Weekday> Recurrence::Weekdays() const {
  if (byday.empty()) return EnumSet<Weekday>::FromBits(0x7F);
  EnumSet<Weekday> weekdays;
  for (const record::ByDay& day : byday) weekdays.Add(day.weekday);
  return weekdays;
}

Occurrences OccurrencesOf(const Recurrence& rule, const Horizon& horizon) {
  return Walk(rule, horizon).Go();
}

std::optional<Date> FirstOccurrence(const Recurrence& rule, Date last) {
  Recurrence once = rule;
  once.until.reset();
  once.count = 1;
  const Occurrences found = OccurrencesOf(once, {*rule.dtstart, last});
  if (found.dates.empty()) return std::nullopt;
  return found.dates.front();
}

Date LastOfCount(const Recurrence& rule) {
  const EnumSet<Weekday> weekdays = rule.Weekdays();
  std::vector<Date> cycle;  // the first seven days' worth of occurrences
  for (Date day = *rule.dtstart; day < *rule.dtstart + days(7); day += days(1)) {
    if (weekdays.Has(static_cast<Weekday>(WeekdayIndex(day)))) cycle.push_back(day);
  }
  const auto index = static_cast<std::size_t>(*rule.count - 1);
  return cycle[index % cycle.size()] + days(7 * (index / cycle.size()));
}

}  // namespace waypost::prepare
