#include "tests/oracle/world_schedules.h"

#include <algorithm>
#include <array>

namespace waypost::oracle {
namespace {

using record::ByDay;
using record::Schedule;
using std::chrono::days;

Weekday RandomWeekday(Random& random) { return static_cast<Weekday>(random.Within(0, 6)); }

Date Around(Date today, int earliest, int latest, Random& random) {
  return today + days(random.Within(earliest, latest));
}

void AddDays(Schedule& row, int most, Random& random) {
  for (int i = random.Within(1, most); i > 0; --i) {
    const ByDay by{0, RandomWeekday(random)};
    if (std::find(row.byday.begin(), row.byday.end(), by) == row.byday.end()) {
      row.byday.push_back(by);
    }
  }
}

// An end by date or by number, sometimes already reached.
void AddEnd(Schedule& row, Date today, Random& random) {
  if (random.Chance(50)) {
    row.until = Around(today, -20, 70, random);
  } else {
    if (!row.dtstart) row.dtstart = Around(today, -60, 20, random);
    row.count = random.Within(1, 12);
  }
}

void MakeWeekly(Schedule& row, Date today, Random& random) {
  row.freq = "WEEKLY";
  if (random.Chance(8)) {
    row.dtstart = Around(today, -100, 40, random);  // its weekday is the day
  } else {
    AddDays(row, 3, random);
  }
  if (random.Chance(10)) row.dtstart = Around(today, -100, 90, random);
  if (random.Chance(15)) AddEnd(row, today, random);
}

void MakeFortnightly(Schedule& row, Date today, Random& random) {
  row.freq = "WEEKLY";
  row.interval = random.Pick(std::array<int, 4>{2, 2, 3, 10});
  row.dtstart = Around(today, -150, 60, random);
  AddDays(row, 2, random);
  if (random.Chance(20)) row.wkst = random.Chance(50) ? Weekday::kSunday : Weekday::kMonday;
  if (random.Chance(25)) AddEnd(row, today, random);
}

void MakeMonthly(Schedule& row, Date today, Random& random) {
  row.freq = "MONTHLY";
  switch (random.Weighted({60, 20, 10, 10})) {
    case 0:
      row.byday.push_back(
          {random.Pick(std::array<int, 6>{1, 2, 3, 4, 5, -1}), RandomWeekday(random)});
      break;
    case 1:
      row.bymonthday = {random.Pick(std::array<int, 5>{1, 15, 28, 31, -1})};
      break;
    case 2:
      row.byday.push_back({0, RandomWeekday(random)});
      break;
    default:
      row.dtstart = Around(today, -200, 30, random);
  }
  if (random.Chance(30)) {
    row.dtstart = Around(today, -200, 30, random);
    if (random.Chance(50)) row.interval = random.Within(2, 3);
  }
  if (random.Chance(20)) AddEnd(row, today, random);
}

void MakeDaily(Schedule& row, Date today, Random& random) {
  row.freq = "DAILY";
  if (random.Chance(60)) {
    row.dtstart = Around(today, -40, 50, random);
    row.interval = random.Pick(std::array<int, 3>{1, 2, 7});
  }
  if (random.Chance(40)) AddEnd(row, today, random);
}

// One day, often at the edges of the 56 days that count.
void MakeSingle(Schedule& row, Date today, Random& random) {
  const int day = random.Chance(50) ? random.Pick(std::array<int, 5>{-1, 0, 54, 55, 56})
                                    : random.Within(-10, 70);
  row.dtstart = today + days(day);
}

void MakeNotUnderstood(Schedule& row, Random& random) {
  switch (random.Weighted({50, 15, 15, 20})) {
    case 0:
      row.unreadable = true;
      row.as_published = "most mornings";
      break;
    case 1:
      row.freq = "WEEKLY";
      row.byday.push_back({2, RandomWeekday(random)});
      break;
    case 2:
      row.freq = "WEEKLY";
      row.interval = 2;
      row.byday.push_back({0, RandomWeekday(random)});
      break;
    default:
      row.freq = "WEEKLY";
  }
}

void AddValidity(Schedule& row, Date today, Random& random) {
  switch (random.Weighted({76, 8, 8, 8})) {
    case 1:
      row.valid_to = Around(today, -30, 2, random);
      break;
    case 2:
      row.valid_from = Around(today, 20, 80, random);
      break;
    case 3:
      row.valid_from = Around(today, -60, 10, random);
      row.valid_to = Around(today, 0, 60, random);
      break;
    default:
      break;
  }
}

void MoveToEdge(Schedule& row, const KnownDays& known, Random& random) {
  const Date edge = random.Chance(40) ? known.first : known.last;
  const Date day = edge + days(random.Within(-2, 2));
  switch (random.Within(0, 3)) {
    case 0:
      if (row.dtstart) row.dtstart = day;
      break;
    case 1:
      if (!row.count) row.until = day;
      break;
    case 2:
      row.valid_to = day;
      break;
    default:
      row.valid_from = day;
  }
}

void AddExceptions(Schedule& row, Date today, Random& random) {
  for (int i = random.Within(1, 10); i > 0; --i) row.except.push_back(Around(today, 0, 56, random));
  std::sort(row.except.begin(), row.except.end());
}

}  // namespace

void AddTimes(std::optional<MinuteOfDay>& opens_at, std::optional<MinuteOfDay>& closes_at,
              Random& random) {
  const auto quarter = [&](int first_hour, int last_hour) {
    return MinuteOfDay(random.Within(first_hour * 4, last_hour * 4) * 15);
  };
  switch (random.Weighted({50, 18, 6, 5, 10, 4, 3})) {
    case 0:
      opens_at = quarter(7, 15);
      closes_at = MinuteOfDay(opens_at->value() + random.Within(1, 24) * 15);
      break;
    case 1:  // past midnight
      opens_at = quarter(18, 23);
      closes_at = quarter(0, 6);
      break;
    case 2:
      opens_at = quarter(17, 23);
      closes_at = MinuteOfDay(random.Pick(std::array<int, 3>{0, 1439, 1440}));
      break;
    case 3:  // all day, or from one morning to the next
      opens_at = MinuteOfDay(random.Chance(60) ? 0 : 540);
      closes_at = random.Chance(50) ? MinuteOfDay(1439) : opens_at;
      break;
    case 4:
      break;
    case 5:  // in the small hours, in which clocks change
      opens_at = quarter(0, 2);
      closes_at = MinuteOfDay(opens_at->value() + random.Within(1, 6) * 15);
      break;
    default:
      opens_at = quarter(7, 20);
  }
}

Schedule MakeSchedule(const KnownDays& known, Date today, Random& random) {
  Schedule row;
  switch (random.Weighted({40, 16, 14, 4, 14, 12})) {
    case 0:
      MakeWeekly(row, today, random);
      break;
    case 1:
      MakeFortnightly(row, today, random);
      break;
    case 2:
      MakeMonthly(row, today, random);
      break;
    case 3:
      MakeDaily(row, today, random);
      break;
    case 4:
      MakeSingle(row, today, random);
      break;
    default:
      MakeNotUnderstood(row, random);
  }
  if (!row.unreadable) AddTimes(row.opens_at, row.closes_at, random);
  AddValidity(row, today, random);
  if (random.Chance(4)) MoveToEdge(row, known, random);
  if (random.Chance(8)) AddExceptions(row, today, random);
  if (random.Chance(5)) row.utc_offset_minutes = 0;
  return row;
}

Schedule SequelOf(const Schedule& row, Random& random) {
  Schedule sequel = row;
  if (!row.opens_at || !row.closes_at) return sequel;
  sequel.opens_at = MinuteOfDay(row.closes_at->value() % kMinutesPerDay);
  sequel.closes_at =
      MinuteOfDay((row.closes_at->value() + random.Within(1, 24) * 15) % kMinutesPerDay);
  return sequel;
}

}  // namespace waypost::oracle
