#include "engine/hours/next_session.h"

#include <gtest/gtest.h>

#include "tests/engine/hours/hours_columns.h"

namespace waypost {
namespace {

const Date kSaturday = *ParseIsoDate("2026-11-21");

PlainRow Weekly(Weekday day, int start, int length) {
  PlainRow row;
  row.weekdays = {day};
  row.start = start;
  row.length = length;
  return row;
}

std::optional<Occurrence> Next(const PlainHours& hours, int minute,
                               const std::vector<BankHoliday>& holidays = {}) {
  const HoursColumns columns(hours, HorizonOf(kSaturday), holidays);
  return NextSession(columns.hours(), columns.calendar(), {kSaturday, MinuteOfDay(minute)});
}

const int kToday = DayNumber(kSaturday);

TEST(NextSession, WhatIsRunningComesBeforeWhatIsNext) {
  const PlainHours hours{
      .rows = {Weekly(Weekday::kSaturday, 600, 120), Weekly(Weekday::kSaturday, 540, 300)}};
  EXPECT_EQ(Next(hours, 599), (Occurrence{kToday, 540, 300, false}));
  EXPECT_EQ(Next(hours, 600), (Occurrence{kToday, 600, 120, false}));  // it ends first
  EXPECT_EQ(Next(hours, 720), (Occurrence{kToday, 540, 300, false}));
  EXPECT_EQ(Next(hours, 840), (Occurrence{kToday + 7, 540, 300, false}));
}

TEST(NextSession, LastNightsSessionIsStillRunning) {
  const PlainHours hours{.rows = {Weekly(Weekday::kFriday, 1320, 600)}};
  EXPECT_EQ(Next(hours, 479), (Occurrence{kToday - 1, 1320, 600, false}));
  EXPECT_EQ(Next(hours, 480), (Occurrence{kToday + 6, 1320, 600, false}));
}

TEST(NextSession, CountsOnABankHolidayAndSaysSo) {
  const PlainHours hours{.rows = {Weekly(Weekday::kSunday, 600, 60)}};
  const std::vector<BankHoliday> tomorrow = {
      {.day = static_cast<DayStamp>(kToday + 1), .divisions = 1}};
  EXPECT_EQ(Next(hours, 0, tomorrow), (Occurrence{kToday + 1, 600, 60, true}));
}

TEST(NextSession, NothingIsNothing) {
  EXPECT_EQ(Next({}, 0), std::nullopt);
  PlainRow ended = Weekly(Weekday::kMonday, 600, 60);
  ended.last = kSaturday;
  EXPECT_EQ(Next({.rows = {ended}}, 0), std::nullopt);
}

}  // namespace
}  // namespace waypost
