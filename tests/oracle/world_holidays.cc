#include "tests/oracle/world_holidays.h"

#include <array>

#include "tests/oracle/known_days.h"
#include "tests/oracle/world_schedules.h"

namespace waypost::oracle {
namespace {

using record::BankHoliday;
using record::HolidaySchedule;
using std::chrono::days;

void AddHoliday(std::vector<BankHoliday>& holidays, Date date, Random& random) {
  constexpr std::array<const char*, 4> kDivisions = {"england-and-wales", "scotland",
                                                     "northern-ireland", "atlantis"};
  const bool of_all = random.Chance(40);
  const std::size_t only = random.Weighted({40, 30, 25, 5});
  for (std::size_t i = 0; i < kDivisions.size(); ++i) {
    if (of_all || i == only) holidays.push_back({kDivisions.at(i), date, "Holiday"});
  }
}

}  // namespace

std::vector<BankHoliday> MakeBankHolidays(Date as_of, Date today, Random& random) {
  std::vector<BankHoliday> holidays;
  for (int i = random.Within(4, 12); i > 0; --i) {
    AddHoliday(holidays, today + days(random.Within(-3, 30)), random);
  }
  const KnownDays known = KnownDaysOf(as_of);
  for (const Date edge : {known.first, known.last}) {
    if (random.Chance(30)) AddHoliday(holidays, edge + days(random.Within(-1, 1)), random);
  }
  return holidays;
}

HolidaySchedule MakeHolidaySchedule(const record::Directory& directory, Date today,
                                    Random& random) {
  HolidaySchedule row;
  const auto& holidays = directory.gazetteer.bank_holidays;
  const KnownDays known = KnownDaysOf(directory.as_of);
  row.start_date = today + days(random.Within(-5, 30));
  if (random.Chance(50)) row.start_date = random.Pick(holidays).date;
  if (random.Chance(5)) row.start_date = known.first - days(random.Within(-1, 3));
  if (random.Chance(5)) row.start_date = known.last - days(random.Within(-1, 3));
  if (random.Chance(60)) row.end_date = *row.start_date + days(random.Within(0, 9));
  switch (random.Weighted({35, 30, 25, 10})) {
    case 0:
      row.closed = true;
      if (random.Chance(20)) AddTimes(row.opens_at, row.closes_at, random);
      break;
    case 1:
      if (random.Chance(50)) row.closed = false;
      AddTimes(row.opens_at, row.closes_at, random);
      break;
    case 2:
      row.closed = false;
      break;
    default:  // says nothing
      switch (random.Within(0, 2)) {
        case 0:
          row.start_date.reset();
          break;
        case 1:
          row.end_date = *row.start_date - days(1);
          break;
        default:
          break;
      }
  }
  return row;
}

}  // namespace waypost::oracle
