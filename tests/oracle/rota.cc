#include "tests/oracle/rota.h"

#include <algorithm>

#include "tests/oracle/schedule_rule.h"

namespace waypost::oracle {
namespace {

using record::HolidaySchedule;
using record::Schedule;
using std::chrono::days;

Start StartOf(const Schedule& row, Date day) {
  return {day, TimesFrom(row.opens_at, row.closes_at), NamesItsDate(row)};
}

Start StartOf(const HolidaySchedule& row, Date day) {
  return {day, TimesFrom(row.opens_at, row.closes_at), true};
}

}  // namespace

std::optional<Times> TimesFrom(const std::optional<MinuteOfDay>& opens,
                               const std::optional<MinuteOfDay>& closes) {
  if (!opens || !closes) return std::nullopt;
  // "23:59" is how feeds write the end of the day.
  const int end = closes->value() == kMinutesPerDay - 1 ? kMinutesPerDay : closes->value();
  const int start = opens->value();
  return Times{start, end > start ? end - start : end + kMinutesPerDay - start};
}

Rota::Rota(const Document& document, const KnownDays& known, ScanFaults faults)
    : known_(known),
      faults_(faults),
      rows_(SchedulesOf(document)),
      holidays_(HolidayRowsOf(document)) {
  if (holidays_.empty()) return;
  for (const Schedule* row : rows_) {
    if (!IsUnderstood(*row) || !IsEveryWeek(*row)) continue;
    for (Date day = known_.first; day <= known_.last; day += days(1)) {
      if (WordOn(day) == HolidayWord::kNothing || !IsDateOf(*row, day, faults_)) continue;
      touched_.push_back(row);
      break;
    }
  }
}

HolidayWord Rota::WordOn(Date day) const {
  if (!known_.Has(day)) return HolidayWord::kNothing;
  const HolidayWord word = oracle::WordOn(holidays_, day);
  const bool loses_it =
      (word == HolidayWord::kClosed && faults_.Has(ScanFault::kClosedDayIsOpen)) ||
      (word == HolidayWord::kAsUsual && faults_.Has(ScanFault::kConfirmedDayInDoubt));
  return loses_it ? HolidayWord::kNothing : word;
}

// Whether its days are those of a list.
bool Rota::IsListed(const Schedule& row) const {
  return !IsEveryWeek(row) || std::find(touched_.begin(), touched_.end(), &row) != touched_.end();
}

// A row for ever that ended before the days that are known has no list either.
bool Rota::HasListEntries(const Schedule& row) const {
  if (!IsListed(row)) return false;
  if (row.valid_from || row.valid_to || MayGoOnAfter(row, known_.last, faults_)) return true;
  for (Date day = known_.first; day <= known_.last; day += days(1)) {
    if (HappensOn(row, day)) return true;
  }
  return false;
}

bool Rota::HappensOn(const Schedule& row, Date day) const {
  if (!known_.Has(day) && IsListed(row)) return false;
  if (!IsDateOf(row, day, faults_)) return false;
  const HolidayWord word = WordOn(day);
  if (word == HolidayWord::kOtherTimes) return faults_.Has(ScanFault::kUsualTimesBesideOthers);
  return word != HolidayWord::kClosed;
}

std::vector<Start> Rota::StartsOn(Date day) const {
  std::vector<Start> starts;
  const HolidayWord word = WordOn(day);
  for (const Schedule* row : rows_) {
    if (!IsUnderstood(*row) || !HappensOn(*row, day)) continue;
    starts.push_back(StartOf(*row, day));
    starts.back().names_its_day |= word == HolidayWord::kAsUsual;
  }
  if (word != HolidayWord::kOtherTimes) return starts;
  for (const HolidaySchedule* row : holidays_) {
    if (oracle::WordOn(*row, day) == HolidayWord::kOtherTimes) starts.push_back(StartOf(*row, day));
  }
  return starts;
}

std::vector<Start> Rota::MayStartOn(Date day) const {
  std::vector<Start> starts;
  for (const Schedule* row : rows_) {
    if (IsUnderstood(*row) && HasListEntries(*row)) starts.push_back(StartOf(*row, day));
  }
  for (const HolidaySchedule* row : holidays_) {
    for (Date known = known_.first; known <= known_.last; known += days(1)) {
      if (oracle::WordOn(*row, known) != HolidayWord::kOtherTimes) continue;
      starts.push_back(StartOf(*row, day));
      break;
    }
  }
  return starts;
}

bool Rota::IsStatedOn(Date day) const {
  return WordOn(day) >= HolidayWord::kOtherTimes ||
         std::any_of(rows_.begin(), rows_.end(), [&](const Schedule* row) {
           return IsUnderstood(*row) && HoldsOn(*row, day) && !IsGone(*row);
         });
}

// A row for ever without any day left.
bool Rota::IsGone(const Schedule& row) const { return IsListed(row) && !HasListEntries(row); }

bool Rota::IsAllOver(Date first, Date last) const {
  const bool any_gone = std::any_of(rows_.begin(), rows_.end(), [&](const Schedule* row) {
    return IsUnderstood(*row) && IsGone(*row);
  });
  return any_gone && std::all_of(rows_.begin(), rows_.end(), [&](const Schedule* row) {
           return IsUnderstood(*row) && HoldsOn(*row, first) && HoldsOn(*row, last);
         });
}

EnumSet<Weekday> Rota::WeekdaysOf(const Schedule& row, Date today) const {
  if (!IsListed(row) && IsPlainWeekly(row, today)) return StatedWeekdays(row);
  EnumSet<Weekday> weekdays;
  const int ahead = faults_.Has(ScanFault::kFiftySevenDays) ? kDaysAhead + 1 : kDaysAhead;
  for (Date day = today; day < today + days(ahead); day += days(1)) {
    if (HappensOn(row, day)) weekdays.Add(static_cast<Weekday>(WeekdayIndex(day)));
  }
  return weekdays;
}

bool Rota::MayHaveUnknownDates(const Schedule& row, Date today) const {
  const Date last = today + days(kDaysAhead - 1);
  if (today >= known_.first && last <= known_.last) return false;
  if (!HasListEntries(row)) return false;
  return today < known_.first || MayGoOnAfter(row, known_.last, faults_);
}

}  // namespace waypost::oracle
