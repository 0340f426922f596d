// Bank holidays and holiday rows: answers worked out by hand from QUERY.md, "Dates".
//
// The clock stands at noon of Saturday 2026-11-21. Monday the 30th is a bank holiday of Scotland,
// Christmas Day, a Friday, of everybody.

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::Query;
using record::HolidaySchedule;
using record::Schedule;
using std::chrono::days;
using testing::DayOf2026;
using testing::WeeklyRow;

const Date kStAndrew = DayOf2026(11, 30);
const Date kChristmas = DayOf2026(12, 25);

record::Directory DirectoryOf(const record::Service& service) {
  record::Directory directory = testing::SmallDirectory({service});
  for (const char* division : {"england-and-wales", "scotland", "northern-ireland"}) {
    directory.gazetteer.bank_holidays.push_back({division, kChristmas, "Christmas Day"});
  }
  directory.gazetteer.bank_holidays.push_back({"scotland", kStAndrew, "St Andrew's Day"});
  return directory;
}

std::string Says(const record::Service& service, const Query& query) {
  const std::string answer = Ask(DirectoryOf(service), query);
  return answer == "x" ? "yes" : answer == "x?" ? "not stated" : answer.empty() ? "no" : answer;
}

// Located in England.
record::Service Open(std::vector<Schedule> rows, std::vector<HolidaySchedule> holidays = {}) {
  record::Service service = testing::ServiceAt("x", 51.5, -2.5);
  service.schedules = std::move(rows);
  service.holiday_schedules = std::move(holidays);
  return service;
}

Schedule Mondays() { return WeeklyRow({Weekday::kMonday}, 600, 720); }
Schedule Fridays() { return WeeklyRow({Weekday::kFriday}, 600, 720); }

HolidaySchedule Closed(Date first, std::optional<Date> last = std::nullopt) {
  return {.id = "", .closed = true, .start_date = first, .end_date = last};
}

HolidaySchedule AsUsual(Date day) { return {.id = "", .closed = false, .start_date = day}; }

HolidaySchedule Opens(Date day, int from, int to) {
  return {.id = "", .opens_at = MinuteOfDay(from), .closes_at = MinuteOfDay(to), .start_date = day};
}

Query On(Date date) { return {.on = date}; }
Query On(Date date, int from, int to) {
  return {.from = MinuteOfDay(from), .to = MinuteOfDay(to), .on = date};
}

TEST(ScanBankHolidays, PutUsualSessionsInDoubt) {
  EXPECT_EQ(Says(Open({Fridays()}), On(kChristmas)), "not stated");
  EXPECT_EQ(Says(Open({Fridays()}), On(kChristmas - days(7))), "yes");
  EXPECT_EQ(Says(Open({Fridays()}), On(kChristmas, 720, 800)), "no");
  EXPECT_EQ(Says(Open({Mondays()}), On(kChristmas)), "no");
  // The night before belongs to Thursday.
  EXPECT_EQ(Says(Open({WeeklyRow({Weekday::kThursday}, 1320, 120)}), On(kChristmas)), "yes");
}

TEST(ScanBankHolidays, NotARowThatNamesItsDate) {
  Schedule dinner;
  dinner.dtstart = kChristmas;
  EXPECT_EQ(Says(Open({dinner}), On(kChristmas)), "yes");
}

TEST(ScanBankHolidays, AreThoseOfTheNation) {
  EXPECT_EQ(Says(Open({Mondays()}), On(kStAndrew)), "yes");
  // Not located: those of the areas that it is for, else all.
  record::Service service = testing::Service("x");
  service.schedules = {Mondays()};
  EXPECT_EQ(Says(service, On(kStAndrew)), "not stated");
  service.areas.emplace_back();
  service.areas[0].name = "West";
  EXPECT_EQ(Says(service, On(kStAndrew)), "yes");
  service.areas[0].name = "UK";
  EXPECT_EQ(Says(service, On(kStAndrew)), "not stated");
}

TEST(ScanHolidayRows, CloseTheirDays) {
  EXPECT_EQ(Says(Open({Fridays()}, {Closed(kChristmas)}), On(kChristmas)), "no");
  EXPECT_EQ(Says(Open({Fridays()}, {Closed(kChristmas - days(7), kChristmas)}), On(kChristmas)),
            "no");
  EXPECT_EQ(Says(Open({Fridays()}, {Closed(kChristmas)}), On(kChristmas - days(7))), "yes");
  // A closed day is stated, also where nothing else is.
  EXPECT_EQ(Says(Open({}, {Closed(kChristmas)}), On(kChristmas)), "no");
  EXPECT_EQ(Says(Open({}, {Closed(kChristmas)}), On(kStAndrew)), "not stated");
}

TEST(ScanHolidayRows, OtherTimesStandInPlaceOfTheUsualOnes) {
  const record::Service service = Open({Fridays()}, {Opens(kChristmas, 900, 960)});
  EXPECT_EQ(Says(service, On(kChristmas)), "yes");
  EXPECT_EQ(Says(service, On(kChristmas, 600, 720)), "no");
  EXPECT_EQ(Says(service, On(kChristmas, 900, 960)), "yes");
  EXPECT_EQ(
      Says(Open({Fridays()}, {Opens(kChristmas, 900, 960), Closed(kChristmas)}), On(kChristmas)),
      "no");
}

TEST(ScanHolidayRows, NotClosedConfirmsTheUsualTimes) {
  EXPECT_EQ(Says(Open({Fridays()}, {AsUsual(kChristmas)}), On(kChristmas)), "yes");
  EXPECT_EQ(Says(Open({Mondays()}, {AsUsual(kChristmas)}), On(kChristmas)), "no");
  EXPECT_EQ(Says(Open({}, {AsUsual(kChristmas)}), On(kChristmas)), "not stated");
}

TEST(ScanHolidayRows, OfALocationAreOfIt) {
  record::Service service = Open({Fridays()});
  service.locations[0].holiday_schedules = {Closed(kChristmas)};
  EXPECT_EQ(Says(service, On(kChristmas)), "no");
  testing::AddLocation(service, "other", testing::Point(51.5, -2.5));
  EXPECT_EQ(Says(service, On(kChristmas)), "not stated");
}

TEST(ScanHolidayRows, WithoutAFirstDayOrAMeaningSayNothing) {
  HolidaySchedule nothing{.id = "", .start_date = kChristmas};
  EXPECT_EQ(Says(Open({Fridays()}, {nothing}), On(kChristmas)), "not stated");
  nothing.opens_at = MinuteOfDay(600);
  EXPECT_EQ(Says(Open({Fridays()}, {nothing}), On(kChristmas)), "not stated");
  HolidaySchedule backwards = Closed(kChristmas, kChristmas - days(1));
  EXPECT_EQ(Says(Open({Fridays()}, {backwards}), On(kChristmas)), "not stated");
  HolidaySchedule timeless{.id = "", .closed = true};
  EXPECT_EQ(Says(Open({Fridays()}, {timeless}), On(kChristmas)), "not stated");
}

// A row that a holiday row speaks of counts through its dates, 21 November to 15 January.
TEST(ScanHolidayRows, AreNoneOfTheWeek) {
  const Query fridays{.days = {Weekday::kFriday}};
  EXPECT_EQ(Says(Open({Fridays()}, {Closed(kChristmas)}), fridays), "yes");
  EXPECT_EQ(Says(Open({Fridays()}, {Closed(DayOf2026(11, 21), kChristmas + days(30))}), fridays),
            "no");
  const Query afternoons{.days = {Weekday::kFriday}, .from = MinuteOfDay(900)};
  EXPECT_EQ(Says(Open({Fridays()}, {Opens(kChristmas, 900, 960)}), afternoons), "no");
  EXPECT_EQ(Says(Open({}, {Opens(kChristmas, 900, 960)}), afternoons), "not stated");
}

}  // namespace
}  // namespace waypost::oracle
