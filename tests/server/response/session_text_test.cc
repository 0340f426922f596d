#include "server/response/session_text.h"

#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

TEST(AfterOn, GoesOnWithASentence) {
  EXPECT_EQ(AfterOn("Every second Saturday, 10am to 12pm"), "every second Saturday, 10am to 12pm");
  EXPECT_EQ(AfterOn("First and third Friday of the month 2pm to 3pm"),
            "the first and third Friday of the month 2pm to 3pm");
  EXPECT_EQ(AfterOn("Last day of every second month"), "the last day of every second month");
  EXPECT_EQ(AfterOn("1st and 15th of the month"), "the 1st and 15th of the month");
  EXPECT_EQ(AfterOn("On set dates, 9am to 10am"), "set dates, 9am to 10am");
}

TEST(AfterOn, DaysAndMonthsKeepTheirCapital) {
  for (const char* line : {"Mondays to Fridays 9am to 5pm", "24 November 2026 10am to 12pm", ""}) {
    EXPECT_EQ(AfterOn(line), line);
  }
}

TEST(AfterOn, EachPartOfALine) {
  EXPECT_EQ(AfterOn("Sundays 10am to 12pm; Every day; and 2 more"),
            "Sundays 10am to 12pm; every day; and 2 more");
}

// St Andrew's Day is a holiday in Scotland alone.
TEST(HolidayWords, SayWhereTheDayMayBeNone) {
  record::Service somewhere = testing::Service("somewhere");
  testing::AddLocation(somewhere, "outside", testing::Point(55, -2.5));
  record::Directory directory = testing::SmallDirectory({somewhere});
  const Date andrew = testing::DayOf2026(11, 30), christmas = testing::DayOf2026(12, 25);
  directory.gazetteer.bank_holidays = {{"scotland", andrew, "St Andrew's Day"}};
  for (const char* division : {"england-and-wales", "scotland", "northern-ireland"}) {
    directory.gazetteer.bank_holidays.push_back({division, christmas, "Christmas Day"});
  }
  const Asking asking(std::move(directory));
  EXPECT_EQ(HolidayWords(asking.index(), DocId(0), DayNumber(andrew)),
            "a bank holiday in part of the UK");
  EXPECT_EQ(HolidayWords(asking.index(), DocId(0), DayNumber(christmas)), "a bank holiday");
}

}  // namespace
}  // namespace waypost::server
