// The order `soonest`, and which session and which venue a result shows: worked out by hand from
// QUERY.md, "Order". The clock stands at noon of Saturday 2026-11-21.

#include <gtest/gtest.h>

#include "tests/oracle/asking.h"
#include "tests/oracle/scan.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using query::Query;
using query::Sort;
using record::Schedule;
using testing::DayOf2026;
using testing::Service;
using testing::WeeklyRow;

std::vector<Weekday> On(Weekday day) { return {day}; }

record::Service Open(const std::string& id, const Schedule& row) {
  record::Service service = Service(id);
  service.schedules = {row};
  return service;
}

Schedule Dated(Date day) {
  Schedule row;
  row.dtstart = day;
  return row;
}

// What the only service has next.
std::string Next(const record::Service& service) {
  const record::Directory directory = testing::SmallDirectory({service});
  const auto answer = Scan(directory, {}, {DayOf2026(11, 21), MinuteOfDay(720)});
  return answer.ok() && answer->hits.size() == 1 ? answer->hits[0].next_session : "error";
}

TEST(ScanSoonest, RunningByEndThenByStartThenNone) {
  const std::vector<record::Service> services = {
      Service("a-none"),
      Open("b-past", Dated(DayOf2026(11, 20))),
      Open("c-sunday", WeeklyRow(On(Weekday::kSunday), 600, 720)),
      Open("d-at-two", WeeklyRow(On(Weekday::kSaturday), 840, 900)),
      Open("e-to-three", WeeklyRow(On(Weekday::kSaturday), 600, 900)),
      Open("f-to-one", WeeklyRow(On(Weekday::kSaturday), 700, 780)),
      Open("g-just-over", WeeklyRow(On(Weekday::kSaturday), 600, 720)),
      Open("h-just-now", WeeklyRow(On(Weekday::kSaturday), 720, 721))};
  EXPECT_EQ(Ask(services, {.sort = Sort::kSoonest}),
            "h-just-now f-to-one e-to-three d-at-two c-sunday g-just-over a-none b-past");
}

TEST(ScanSoonest, OfADayWithoutTimesTheFirstMinuteToCome) {
  const std::vector<record::Service> services = {
      Open("a-at-one", WeeklyRow(On(Weekday::kSaturday), 780, 800)),
      Open("b-today", WeeklyRow(On(Weekday::kSaturday), -1, -1)),
      Open("c-tomorrow", WeeklyRow(On(Weekday::kSunday), -1, -1)),
      Open("d-early-tomorrow", WeeklyRow(On(Weekday::kSunday), 1, 60))};
  EXPECT_EQ(Ask(services, {.sort = Sort::kSoonest}),
            "b-today a-at-one c-tomorrow d-early-tomorrow");
}

TEST(ScanSoonest, ShowsTheNextSession) {
  EXPECT_EQ(Next(Service("x")), "");
  EXPECT_EQ(Next(Open("x", WeeklyRow(On(Weekday::kMonday), 600, 720))), "2026-11-23 10:00+120");
  EXPECT_EQ(Next(Open("x", WeeklyRow(On(Weekday::kFriday), 800, 780))), "2026-11-20 13:20+1420");
  EXPECT_EQ(Next(Open("x", WeeklyRow(On(Weekday::kSaturday), -1, -1))), "2026-11-21");
  EXPECT_EQ(Next(Open("x", Dated(DayOf2026(11, 21) + std::chrono::days(400)))), "2027-12-26");
  EXPECT_EQ(Next(Open("x", Dated(DayOf2026(11, 21) + std::chrono::days(401)))), "");
}

TEST(ScanSoonest, TellsVenuesEquallyNearApart) {
  record::Service service = Service("x");
  for (const auto& [id, day] :
       {std::pair{"a", Weekday::kWednesday}, {"b", Weekday::kMonday}, {"c", Weekday::kTuesday}}) {
    testing::AddLocation(service, id, testing::Point(51.5, -2.5)).schedules = {
        WeeklyRow(On(day), 600, 720)};
  }
  const record::Directory directory = testing::SmallDirectory({service});
  const auto shown = [&](const Query& query) {
    return Scan(directory, query, {DayOf2026(11, 21), MinuteOfDay(720)})->hits.at(0).location_id;
  };
  EXPECT_EQ(shown({}), "b");
  EXPECT_EQ(shown({.near = NearPoint(51.5, -2.5)}), "b");
  EXPECT_EQ(shown({.on = DayOf2026(11, 24)}), "c");
}

}  // namespace
}  // namespace waypost::oracle
