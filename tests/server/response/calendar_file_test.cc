#include "server/response/calendar_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using testing::DayOf2026;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;
using testing::WeeklyRow;

// The file of the first service, its lines unfolded and ended by "\n".
std::string FileOf(const Asking& asking) {
  const ServiceOrdinal service(0);
  std::string text = WriteCalendarFile(
      asking.index(), {.name = "a name", .services = {&service, 1}}, asking.serving().zone);
  std::erase(text, '\r');
  for (std::size_t fold = text.find("\n "); fold != std::string::npos; fold = text.find("\n ")) {
    text.erase(fold, 2);
  }
  return text;
}

std::string EventsOf(const std::string& file) {
  const std::size_t begin = file.find("BEGIN:VEVENT");
  return begin == std::string::npos ? "" : file.substr(begin);
}

// The values of all lines of that name.
std::multiset<std::string> ValuesOf(const std::string& file, const std::string& name) {
  std::multiset<std::string> values;
  std::istringstream lines(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(name)) values.insert(line.substr(name.size()));
  }
  return values;
}

record::Service ServiceWith(std::vector<record::Schedule> rows) {
  record::Service service = testing::ServiceAt("a", 51.5, -2.5);
  service.schedules = std::move(rows);
  return service;
}

TEST(WriteCalendarFile, SaysAllOfASession) {
  record::Service service = StatedService();
  service.schedules.resize(1);
  service.cost_options.clear();
  const std::string file = FileOf(Asking({service}));
  EXPECT_THAT(file, HasSubstr("BEGIN:VCALENDAR\nVERSION:2.0\n"));
  EXPECT_THAT(file, HasSubstr("\nX-WR-CALNAME:a name\n"));
  EXPECT_EQ(ValuesOf(file, "UID:").size(), 1U);
  const std::string events = EventsOf(file);
  EXPECT_THAT(events, HasSubstr("DTSTART;TZID=Europe/London:20261121T100000\n"
                                "DTEND;TZID=Europe/London:20261121T120000\n"
                                "RRULE:FREQ=WEEKLY;BYDAY=SA\n"
                                "UID:"));
  EXPECT_THAT(events, HasSubstr("DTSTAMP:20261121T000000Z\n"
                                "SUMMARY:Memory Café\n"
                                "LOCATION:The Hall\\, 1 High Street\\, Westton\\, WE1 1AA\n"
                                "URL:https://cafe.example.org\n"
                                "DESCRIPTION:Coffee and company\\n0114 496 0000\n"
                                "TRANSP:TRANSPARENT\n"
                                "END:VEVENT\nEND:VCALENDAR\n"));
}

TEST(WriteCalendarFile, ASingleDateIsASingleEvent) {
  record::Service service = StatedService();
  service.schedules.erase(service.schedules.begin());
  const std::string events = EventsOf(FileOf(Asking({service})));
  EXPECT_THAT(events, HasSubstr("DTSTART;TZID=Europe/London:20261201T190000\n"
                                "DTEND;TZID=Europe/London:20261201T210000\nUID:"));
}

TEST(WriteCalendarFile, ADayWithoutTimesIsADay) {
  record::Schedule row = WeeklyRow({Weekday::kMonday}, -1, -1);
  row.until = DayOf2026(12, 31);
  row.except = {DayOf2026(12, 28)};
  const std::string events = EventsOf(FileOf(Asking({ServiceWith({row})})));
  EXPECT_THAT(events, HasSubstr("DTSTART;VALUE=DATE:20261123\n"
                                "RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231\n"
                                "EXDATE;VALUE=DATE:20261228\n"));
  EXPECT_THAT(events, Not(HasSubstr("DTEND")));
}

TEST(WriteCalendarFile, UntilIsTheEndOfTheLastDayThere) {
  record::Schedule row = WeeklyRow({Weekday::kMonday}, 600, 660);
  row.until = Date(std::chrono::year(2027) / 5 / 3);
  EXPECT_THAT(FileOf(Asking({ServiceWith({row})})), HasSubstr(";UNTIL=20270503T225959Z\n"));
}

// RFC 5545 repeats the length in hours: eight on the night that has seven.
TEST(WriteCalendarFile, ANightOfAClockChangeIsToldByItself) {
  const record::Schedule row = WeeklyRow({Weekday::kSaturday}, 22 * 60, 6 * 60);
  const std::string file = FileOf(Asking({ServiceWith({row})}));
  EXPECT_THAT(file, HasSubstr("RECURRENCE-ID;TZID=Europe/London:20270327T220000\n"
                              "DTSTART;TZID=Europe/London:20270327T220000\n"
                              "DTEND;TZID=Europe/London:20270328T060000\n"));
  EXPECT_THAT(file, HasSubstr("RECURRENCE-ID;TZID=Europe/London:20271030T220000\n"));
  EXPECT_THAT(ValuesOf(file, "RECURRENCE-ID"), SizeIs(2));
  EXPECT_EQ(ValuesOf(file, "UID:").count(*ValuesOf(file, "UID:").begin()), 3U);
}

TEST(WriteCalendarFile, ATimeThatTheClocksLeaveOutIsTheNextThatTheyShow) {
  const record::Schedule row = WeeklyRow({Weekday::kSunday}, 90, 4 * 60);
  EXPECT_THAT(FileOf(Asking({ServiceWith({row})})),
              HasSubstr("RECURRENCE-ID;TZID=Europe/London:20270328T013000\n"
                        "DTSTART;TZID=Europe/London:20270328T020000\n"
                        "DTEND;TZID=Europe/London:20270328T040000\n"));
}

// A series takes its length from its first session, here that of the night with nine hours.
TEST(WriteCalendarFile, ASeriesMayBeginOnSuchANight) {
  record::Directory directory =
      testing::SmallDirectory({ServiceWith({WeeklyRow({Weekday::kSaturday}, 22 * 60, 6 * 60)})});
  directory.as_of = DayOf2026(10, 24);
  EXPECT_THAT(FileOf(Asking(std::move(directory))),
              HasSubstr("DTSTART;TZID=Europe/London:20261024T220000\nDURATION:PT480M\n"));
}

TEST(WriteCalendarFile, EveryPlaceHasItsOwnEvents) {
  record::Service service = ServiceWith({WeeklyRow({Weekday::kMonday}, 600, 660)});
  service.locations.front().location.name = "First";
  testing::AddLocation(service, "second", testing::Point(51.5, -1.5)).location.name = "Second";
  const std::string file = FileOf(Asking({service}));
  EXPECT_THAT(ValuesOf(file, "LOCATION:"), ::testing::UnorderedElementsAre("First", "Second"));
  const auto uids = ValuesOf(file, "UID:");
  EXPECT_NE(*uids.begin(), *uids.rbegin());
}

TEST(WriteCalendarFile, AConfidentialServiceSaysWhenAndNotWhere) {
  record::Service service = StatedService();
  service.confidential = true;
  const std::string file = FileOf(Asking({service}));
  EXPECT_THAT(ValuesOf(file, "UID:"), SizeIs(2));
  for (const char* told : {"LOCATION", "High Street", "WE1", "The Hall", "GEO"}) {
    EXPECT_THAT(file, Not(HasSubstr(told)));
  }
}

// What becomes past, or comes in sight, changes no event's name.
TEST(WriteCalendarFile, UidsAreThoseOfTheNextBuild) {
  record::Schedule closed = WeeklyRow({Weekday::kFriday}, 600, 660);
  closed.except = {DayOf2026(12, 4)};
  record::Schedule monthly = WeeklyRow({}, 600, 660);
  monthly.freq = "MONTHLY";
  monthly.byday = {{1, Weekday::kThursday}};
  record::Schedule once = WeeklyRow({}, 600, 660);
  once.freq = "";
  once.dtstart = Date(std::chrono::year(2027) / 6 / 1);
  record::Schedule other = once;
  other.dtstart = Date(std::chrono::year(2027) / 7 / 1);
  const record::Service service =
      ServiceWith({WeeklyRow({Weekday::kMonday}, 600, 660), closed, monthly, once, other});
  record::Directory later = testing::SmallDirectory({service});
  later.as_of += std::chrono::days(60);
  const auto uids = ValuesOf(FileOf(Asking({service})), "UID:");
  EXPECT_EQ(uids, ValuesOf(FileOf(Asking(std::move(later))), "UID:"));
  EXPECT_EQ(std::set<std::string>(uids.begin(), uids.end()).size(), 5U);
}

TEST(WriteCalendarFile, BankHolidaysInDoubtAreNotLeftOut) {
  record::Directory directory =
      testing::SmallDirectory({ServiceWith({WeeklyRow({Weekday::kFriday}, 600, 660)})});
  directory.gazetteer.bank_holidays = {
      {.division = "england-and-wales", .date = DayOf2026(12, 25), .title = ""}};
  const std::string file = FileOf(Asking(std::move(directory)));
  EXPECT_THAT(file, Not(HasSubstr("EXDATE")));
  EXPECT_THAT(file, HasSubstr("Bank holidays\\, so check first: 25 December 2026\n"));
}

TEST(WriteCalendarFile, WithoutSessionsThereAreNoEvents) {
  const std::string file = FileOf(Asking({testing::Service("bare")}));
  EXPECT_EQ(EventsOf(file), "");
  EXPECT_THAT(file, HasSubstr("END:VTIMEZONE\nEND:VCALENDAR\n"));
}

TEST(WriteCalendarFile, WhatIsCutSaysSo) {
  // A count beyond the horizon has no rule, and every day of it is an event.
  record::Schedule counted = WeeklyRow({}, 600, 660);
  counted.freq = "MONTHLY";
  for (int day = 1; day <= 28; ++day) counted.bymonthday.push_back(day);
  counted.dtstart = DayOf2026(11, 1);
  counted.count = 5000;
  record::Service service = ServiceWith({counted});
  for (int i = 0; i < 30; ++i) {
    testing::AddLocation(service, "p" + std::to_string(i), testing::Point(51.5, -2.5 + i * 0.01));
  }
  const std::string file = FileOf(Asking({service}));
  EXPECT_THAT(ValuesOf(file, "BEGIN:VEVENT"), SizeIs(kMostEvents));
  EXPECT_THAT(file, HasSubstr("X-WR-CALDESC:Not all sessions: only the first 10000 are here."));
}

TEST(WriteCalendarFile, NamesWhoseDataTheyAre) {
  record::Directory directory = testing::SmallDirectory({StatedService()});
  directory.sources[0].attribution = "Contains data of Alpha";
  EXPECT_THAT(FileOf(Asking(std::move(directory))),
              HasSubstr("X-WR-CALDESC:alpha: Contains data of Alpha"));
}

}  // namespace
}  // namespace waypost::server
