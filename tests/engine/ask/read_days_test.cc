#include "engine/ask/read_days.h"

#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

std::string Days(std::string_view text) {
  return FirstOf(text, [](const Sentence& sentence, std::size_t at) {
    return ReadDays(sentence, at, kToday);
  });
}

TEST(ReadDays, ReadsWeekdays) {
  EXPECT_EQ(Days("on a Thursday"), "day=TH");
  EXPECT_EQ(Days("tues and thurs"), "day=TU,TH");
  EXPECT_EQ(Days("Monday to Friday"), "day=MO,TU,WE,TH,FR");
  EXPECT_EQ(Days("mon-wed"), "day=MO,TU,WE");
  EXPECT_EQ(Days("at the weekend"), "day=SA,SU");
  EXPECT_EQ(Days("weekdays"), "day=MO,TU,WE,TH,FR");
  EXPECT_EQ(Days("we sat in the sun"), "none");
}

TEST(ReadDays, ReadsTheOtherDays) {
  EXPECT_EQ(Days("not at weekends"), "day=MO,TU,WE,TH,FR");
  EXPECT_EQ(Days("any day but Friday"), "day=MO,TU,WE,TH,SA,SU");
}

TEST(ReadDays, ReadsDates) {
  EXPECT_EQ(Days("today"), "on=2026-11-21");
  EXPECT_EQ(Days("tonight"), "on=2026-11-21 from=18:00");
  EXPECT_EQ(Days("tomorrow"), "on=2026-11-22");
  EXPECT_EQ(Days("this Thursday"), "on=2026-11-26");
  EXPECT_EQ(Days("next Saturday"), "on=2026-11-28");
  EXPECT_EQ(Days("3 December"), "on=2026-12-03");
  EXPECT_EQ(Days("3 December 2027"), "on=2027-12-03");
  EXPECT_EQ(Days("3 December 2025"), "none") << "has been";
  EXPECT_EQ(Days("29 February 2027"), "none") << "is no day";
  EXPECT_EQ(Days("Fri 27 Nov"), "on=2026-11-27");
  EXPECT_EQ(Days("January 5th"), "on=2027-01-05") << "the next one";
  EXPECT_EQ(Days("Christmas Day"), "on=2026-12-25");
  EXPECT_EQ(Days("24/7"), "none");
  EXPECT_EQ(Days("he moves out on Tuesday"), "day=TU");
  EXPECT_EQ(Days("moving out on Tuesday"), "on=2026-11-24");
}

TEST(ReadDays, ReadsDaysAhead) {
  EXPECT_EQ(Days("in the next week"), "next_days=7");
  EXPECT_EQ(Days("in the next fortnight"), "next_days=14");
  EXPECT_EQ(Days("over the next 10 days"), "next_days=10");
  EXPECT_EQ(Days("this week"), "next_days=1") << "to its Sunday";
}

}  // namespace
}  // namespace waypost::ask
