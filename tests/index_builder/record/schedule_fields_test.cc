#include "index_builder/record/schedule_fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/record/collecting_sink.h"

namespace waypost::record {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReadScheduleTest : public ::testing::Test {
 protected:
  std::vector<Schedule> Read(const ScheduleFields& fields) {
    sink_.problems.clear();
    return ReadSchedule(FieldReport(sink_, "test", "s1"), fields);
  }
  Schedule ReadOne(const ScheduleFields& fields) {
    std::vector<Schedule> rows = Read(fields);
    EXPECT_EQ(rows.size(), 1U);
    return rows.empty() ? Schedule() : rows.front();
  }

  CollectingSink sink_;
};

TEST_F(ReadScheduleTest, ReadsAWholeRule) {
  const Schedule row = ReadOne({.id = " h1 ",
                                .freq = "monthly",
                                .interval = "2",
                                .count = "6",
                                .byday = "2MO,-1FR",
                                .bymonthday = "1, -1",
                                .byweekno = "41,42",
                                .byyearday = "-366",
                                .wkst = "SU",
                                .dtstart = "2024-05-01",
                                .until = "2025-05-01",
                                .valid_from = "01/01/2024",
                                .valid_to = "2026-01-01",
                                .except = "2024-12-25;2024-12-26",
                                .opens_at = "10:00Z",
                                .closes_at = "12:00Z",
                                .description = "<b>Bring</b> tea",
                                .attending_type = "online",
                                .schedule_link = "www.example.org",
                                .notes = "Ring first"});
  EXPECT_EQ(row.id, "h1");
  EXPECT_EQ(row.freq, "MONTHLY");
  EXPECT_EQ(row.interval, 2);
  EXPECT_EQ(row.count, 6);
  EXPECT_THAT(row.byday, ElementsAre(ByDay{2, Weekday::kMonday}, ByDay{-1, Weekday::kFriday}));
  EXPECT_THAT(row.bymonthday, ElementsAre(1, -1));
  EXPECT_THAT(row.byweekno, ElementsAre(41, 42));
  EXPECT_THAT(row.byyearday, ElementsAre(-366));
  EXPECT_EQ(row.wkst, Weekday::kSunday);
  EXPECT_EQ(FormatIsoDate(*row.dtstart), "2024-05-01");
  EXPECT_EQ(FormatIsoDate(*row.until), "2025-05-01");
  EXPECT_EQ(FormatIsoDate(*row.valid_from), "2024-01-01");
  EXPECT_EQ(FormatIsoDate(*row.valid_to), "2026-01-01");
  EXPECT_EQ(row.except.size(), 2U);
  EXPECT_EQ(row.opens_at, MinuteOfDay(600));
  EXPECT_EQ(row.closes_at, MinuteOfDay(720));
  EXPECT_EQ(row.utc_offset_minutes, 0);
  EXPECT_EQ(row.description, "Bring tea");
  EXPECT_EQ(row.attending_type, "online");
  EXPECT_EQ(row.schedule_link, "http://www.example.org");
  EXPECT_EQ(row.notes, "Ring first");
  EXPECT_FALSE(row.unreadable);
}

TEST_F(ReadScheduleTest, AWeekdayAloneIsWeekly) {
  EXPECT_EQ(ReadOne({.weekday = "Tuesday"}).freq, "WEEKLY");
  EXPECT_EQ(ReadOne({.bymonthday = "15"}).freq, "MONTHLY");
  EXPECT_EQ(ReadOne({.opens_at = "9am", .closes_at = "10am"}).freq, "");
}

TEST_F(ReadScheduleTest, FortnightlyIsEverySecondWeek) {
  const Schedule row = ReadOne({.freq = "Fortnightly", .byday = "MO"});
  EXPECT_EQ(row.freq, "WEEKLY");
  EXPECT_EQ(row.interval, 2);
  EXPECT_EQ(ReadOne({.freq = "fortnightly", .interval = "4"}).interval, 4);
}

TEST_F(ReadScheduleTest, BydayDecidesOverWeekday) {
  EXPECT_THAT(ReadOne({.byday = "TU", .weekday = "Monday"}).byday,
              ElementsAre(ByDay{0, Weekday::kTuesday}));
}

TEST_F(ReadScheduleTest, SeveralOpeningsAreSeveralRows) {
  const std::vector<Schedule> rows = Read({.byday = "MO", .opens_at = "10:00-13:00,14:00-17:00"});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].closes_at, MinuteOfDay(780));
  EXPECT_EQ(rows[1].opens_at, MinuteOfDay(840));
  EXPECT_EQ(rows[1].byday, rows[0].byday);
  EXPECT_EQ(Read({.byday = "MO", .opens_at = "9am-5pm", .closes_at = "9am-5pm"}).size(), 1U);
}

TEST_F(ReadScheduleTest, ClosedAndEmptyRowsSayNothing) {
  EXPECT_THAT(Read({.byday = "MO", .opens_at = "Closed"}), IsEmpty());
  EXPECT_THAT(Read({.id = "x"}), IsEmpty());
  EXPECT_THAT(Read({}), IsEmpty());
  EXPECT_THAT(sink_.problems, IsEmpty());
}

TEST_F(ReadScheduleTest, WhatCannotBeUnderstoodStatesNoTime) {
  for (const ScheduleFields& fields : std::initializer_list<ScheduleFields>{
           {.freq = "HOURLY", .opens_at = "10:00"},
           {.byday = "XX", .opens_at = "10:00"},
           {.bymonthday = "32", .opens_at = "10:00"},
           {.bymonthday = "0", .opens_at = "10:00"},
           {.byday = "MO", .wkst = "noday", .opens_at = "10:00"},
           {.byday = "MO", .opens_at = "early"},
           {.interval = "often", .byday = "MO", .opens_at = "10:00"},
           {.interval = "-1", .byday = "MO", .opens_at = "10:00"},
           {.byday = "MO", .opens_at = "10:00", .closes_at = "late"}}) {
    const Schedule row = ReadOne(fields);
    EXPECT_TRUE(row.unreadable) << row.as_published;
    EXPECT_NE(row.as_published, "");
    EXPECT_EQ(row.opens_at, std::nullopt);
    EXPECT_THAT(row.byday, IsEmpty());
    EXPECT_EQ(row.freq, "");
    EXPECT_FALSE(sink_.problems.empty());
    EXPECT_EQ(sink_.problems[0].id, "s1");
  }
}

// "until the end of term" became weekly for ever.
TEST_F(ReadScheduleTest, ADateThatCannotBeReadLeavesOnlyText) {
  for (const ScheduleFields& fields : std::initializer_list<ScheduleFields>{
           {.byday = "MO", .until = "end of term", .opens_at = "10:00"},
           {.byday = "MO", .valid_to = "half term", .opens_at = "10:00"},
           {.byday = "MO", .valid_from = "from Easter", .opens_at = "10:00"},
           {.byday = "MO", .dtstart = "TBC", .opens_at = "10:00"},
           {.byday = "MO", .except = "2024-12-25, bank holidays", .opens_at = "10:00"}}) {
    const Schedule row = ReadOne(fields);
    EXPECT_TRUE(row.unreadable) << row.as_published;
    EXPECT_THAT(row.as_published, ::testing::EndsWith("; opens_at=10:00"));
    EXPECT_EQ(row.opens_at, std::nullopt);
    EXPECT_THAT(row.byday, IsEmpty());
    ASSERT_EQ(sink_.problems.size(), 1U);
    EXPECT_EQ(sink_.problems[0].kind, ProblemKind::kUnreadableDate);
    EXPECT_EQ(sink_.problems[0].outcome, "kept as text, states no time");
  }
  EXPECT_EQ(ReadOne({.byday = "MO", .until = "end of term"}).as_published,
            "byday=MO; until=end of term");
}

TEST_F(ReadScheduleTest, AnEndThatIsNotKnownYetIsNone) {
  for (const char* none : {"TBC", "tba", "To be confirmed", "ongoing", "N/A", "None", "-",
                           "0001-01-01T00:00:00", "0000-00-00"}) {
    const Schedule row = ReadOne({.freq = "WEEKLY",
                                  .byday = "MO",
                                  .until = none,
                                  .valid_to = none,
                                  .except = none,
                                  .opens_at = "10:00"});
    EXPECT_FALSE(row.unreadable) << none;
    EXPECT_EQ(row.opens_at, MinuteOfDay(600));
    EXPECT_EQ(row.until, std::nullopt);
    EXPECT_EQ(row.valid_to, std::nullopt);
    EXPECT_THAT(row.except, IsEmpty());
    EXPECT_EQ(sink_.problems.size(), 3U);
  }
  EXPECT_FALSE(ReadOne({.byday = "MO", .valid_from = "0001-01-01"}).unreadable);
}

TEST_F(ReadScheduleTest, IdsAreSafeText) {
  EXPECT_EQ(ReadOne({.id = "<b>h1</b>", .byday = "MO"}).id, "h1");
  CollectingSink sink;
  EXPECT_EQ(ReadHoliday(FieldReport(sink, "test", "s1"), {.id = "<i>h2</i>"}).id, "h2");
  EXPECT_EQ(sink.problems.size(), 1U);
}

TEST_F(ReadScheduleTest, ARowCanBeKeptAsText) {
  const Schedule row = KeepScheduleAsText(
      FieldReport(sink_, "test", "s1"),
      {.id = "h1", .byday = "MO", .valid_to = "2026-01-01", .opens_at = "10:00", .notes = "Ring"});
  EXPECT_TRUE(row.unreadable);
  EXPECT_EQ(row.id, "h1");
  EXPECT_EQ(row.as_published, "byday=MO; valid_to=2026-01-01; opens_at=10:00");
  EXPECT_EQ(FormatIsoDate(*row.valid_to), "2026-01-01");
  EXPECT_EQ(row.opens_at, std::nullopt);
  EXPECT_EQ(row.notes, "Ring");
}

TEST_F(ReadScheduleTest, EqualTimesAreLeftOut) {
  for (const char* time : {"00:00", "10:00"}) {
    const Schedule row = ReadOne({.byday = "MO", .opens_at = time, .closes_at = time});
    EXPECT_EQ(row.opens_at, std::nullopt);
    EXPECT_EQ(row.closes_at, std::nullopt);
    EXPECT_FALSE(row.unreadable);
    EXPECT_EQ(sink_.problems.size(), 1U);
  }
  const Schedule all_day = ReadOne({.byday = "MO", .opens_at = "00:00", .closes_at = "23:59"});
  EXPECT_EQ(all_day.opens_at, MinuteOfDay(0));
  EXPECT_EQ(all_day.closes_at, MinuteOfDay(1440));
}

TEST_F(ReadScheduleTest, AZeroCountOrIntervalIsNotStated) {
  const Schedule row = ReadOne({.interval = "0", .count = "0", .byday = "MO"});
  EXPECT_EQ(row.interval, std::nullopt);
  EXPECT_EQ(row.count, std::nullopt);
  EXPECT_FALSE(row.unreadable);
}

TEST_F(ReadScheduleTest, AHolidayIsRead) {
  CollectingSink sink;
  const HolidaySchedule holiday =
      ReadHoliday(FieldReport(sink, "test", "s1"), {.id = "1",
                                                    .closed = "false",
                                                    .opens_at = "10am",
                                                    .closes_at = "midnight",
                                                    .start_date = "24/12/2024",
                                                    .end_date = "soon"});
  EXPECT_EQ(holiday.closed, false);
  EXPECT_EQ(holiday.opens_at, MinuteOfDay(600));
  EXPECT_EQ(holiday.closes_at, MinuteOfDay(1440));
  EXPECT_EQ(FormatIsoDate(*holiday.start_date), "2024-12-24");
  EXPECT_EQ(holiday.end_date, std::nullopt);
  ASSERT_EQ(sink.problems.size(), 1U);
  EXPECT_EQ(sink.problems[0].kind, ProblemKind::kUnreadableDate);
}

}  // namespace
}  // namespace waypost::record
