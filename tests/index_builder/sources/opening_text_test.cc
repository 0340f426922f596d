#include "index_builder/sources/opening_text.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

std::string Clock(MinuteOfDay minute) {
  const int value = minute.value();
  std::string text = std::to_string(value / 60) + ":";
  if (value % 60 < 10) text += "0";
  return text + std::to_string(value % 60);
}

// "TU 11:00-13:00; FR 11:00-13:00", "? text" for what could not be read.
std::string Read(std::string_view text, std::size_t* problems = nullptr) {
  record::CollectingSink sink;
  const record::FieldReport report(sink, "s", "1");
  std::string result;
  for (const record::Schedule& row : ReadOpeningText(report, text)) {
    if (!result.empty()) result += "; ";
    if (row.unreadable) {
      result += "? " + row.as_published;
      EXPECT_TRUE(row.byday.empty());
      EXPECT_FALSE(row.opens_at || row.closes_at);
      continue;
    }
    EXPECT_EQ(row.freq, "WEEKLY");
    for (const record::ByDay& day : row.byday) {
      EXPECT_EQ(day.ordinal, 0);
      result += std::string(NameOf(day.weekday)) + (day == row.byday.back() ? " " : ",");
    }
    result += Clock(row.opens_at.value()) + "-" + Clock(row.closes_at.value());
  }
  if (problems != nullptr) *problems = sink.problems.size();
  return result;
}

TEST(ReadOpeningText, LinesOfADayAndARange) {
  std::size_t problems = 99;
  EXPECT_EQ(Read("Tuesday 11.00 – 13.00\nFriday 11.00 – 13.00", &problems),
            "TU 11:00-13:00; FR 11:00-13:00");
  EXPECT_EQ(problems, 0u);
  EXPECT_EQ(Read("Tuesday         12.00 - 15.30\r\n\r\n"), "TU 12:00-15:30");
  EXPECT_EQ(Read("Monday: 9am-5pm"), "MO 9:00-17:00");
}

TEST(ReadOpeningText, RangesAndListsOfDays) {
  EXPECT_EQ(Read("Monday to Friday 9.00 - 12.00"), "MO,TU,WE,TH,FR 9:00-12:00");
  EXPECT_EQ(Read("Sunday to Tuesday 11.00 - 14.00"), "SU,MO,TU 11:00-14:00");
  EXPECT_EQ(Read("Mon, Wed & Fri 10:00-12:00"), "MO,WE,FR 10:00-12:00");
}

TEST(ReadOpeningText, SeveralPartsOfALine) {
  EXPECT_EQ(Read("Mon-Fri 9am-5pm; Sat 10am to noon"), "MO,TU,WE,TH,FR 9:00-17:00; SA 10:00-12:00");
  EXPECT_EQ(Read("Tuesday 9-10am, Thursday 2-4pm and Friday 2-4pm"),
            "TU 9:00-10:00; TH 14:00-16:00; FR 14:00-16:00");
  EXPECT_EQ(Read("Monday 10:00-12:00, 13:00-15:00"), "MO 10:00-12:00; MO 13:00-15:00");
  EXPECT_EQ(Read("Monday 10:00-12:00; Sunday closed"), "MO 10:00-12:00");
}

TEST(ReadOpeningText, WhatIsNotWhollyUnderstoodIsKeptAsTextAndReported) {
  for (const char* text :
       {"Wednesday 12.30", "Tuesday 11-1 term time only", "1st Tuesday 10:00-12:00 of the month",
        "fortnightly Monday 10:00-12:00", "Monday", "10:00-12:00", "by arrangement", "Tuesday 9-5",
        "Monday 10:00-12:00 Tuesday maybe"}) {
    std::size_t problems = 0;
    EXPECT_EQ(Read(text, &problems), std::string("? ") + text);
    EXPECT_EQ(problems, 1u) << text;
  }
}

TEST(ReadOpeningText, OneUnreadableLineDoesNotSpoilTheOthers) {
  std::size_t problems = 0;
  EXPECT_EQ(Read("Monday 10:00-12:00\nphone first\nTuesday 10:00-12:00", &problems),
            "MO 10:00-12:00; ? phone first; TU 10:00-12:00");
  EXPECT_EQ(problems, 1u);
}

TEST(ReadOpeningText, NothingIsNothing) {
  EXPECT_EQ(Read(""), "");
  EXPECT_EQ(Read(" \n \r\n"), "");
}

}  // namespace
}  // namespace waypost::sources
