#include "engine/hours/local_time.h"

#include <gtest/gtest.h>

#include "engine/hours/clock.h"

namespace waypost {
namespace {

std::string Local(std::chrono::sys_seconds moment) {
  const absl::StatusOr<absl::TimeZone> zone = LoadTimeZone("Europe/London");
  if (!zone.ok()) return MessageOf(zone.status());
  const LocalMinute minute = ToLocal(moment, *zone);
  return FormatIsoDate(minute.date) + " " + std::to_string(minute.time.value() / 60) + ":" +
         std::to_string(minute.time.value() % 60);
}

Moment At(const char* date, int hour, int minute, int second = 0) {
  return *ParseIsoDate(date) + std::chrono::hours(hour) + std::chrono::minutes(minute) +
         std::chrono::seconds(second);
}

TEST(ToLocal, WinterIsUtcAndSummerIsAnHourAhead) {
  EXPECT_EQ(Local(At("2026-11-21", 14, 5, 59)), "2026-11-21 14:5");
  EXPECT_EQ(Local(At("2026-07-01", 23, 30)), "2026-07-02 0:30");
}

TEST(ToLocal, SkipsAnHourInMarchAndRepeatsOneInOctober) {
  EXPECT_EQ(Local(At("2026-03-29", 0, 59)), "2026-03-29 0:59");
  EXPECT_EQ(Local(At("2026-03-29", 1, 0)), "2026-03-29 2:0");
  EXPECT_EQ(Local(At("2026-10-25", 0, 30)), "2026-10-25 1:30");
  EXPECT_EQ(Local(At("2026-10-25", 1, 30)), "2026-10-25 1:30");
}

TEST(ToLocal, BeforeNineteenSeventy) {
  // The United Kingdom kept summer time all year then.
  EXPECT_EQ(Local(At("1969-12-31", 23, 30)), "1970-01-01 0:30");
}

absl::TimeZone London() { return *LoadTimeZone("Europe/London"); }

TEST(ToLocal, TellsTheSecondPassOfAnHourFromTheFirst) {
  EXPECT_EQ(ToLocal(At("2026-10-25", 0, 30), London()).second_pass, std::nullopt);
  const LocalMinute second = ToLocal(At("2026-10-25", 1, 30), London());
  EXPECT_EQ(second.second_pass, (SecondPass{MinuteOfDay(120), 0}));
  EXPECT_EQ(second.Running(), 119);
  EXPECT_EQ(second.NextStart(), 120);
  EXPECT_EQ(ToLocal(At("2026-10-25", 2, 0), London()).second_pass, std::nullopt);
}

TEST(ToLocal, ReadsWhatAPersonStates) {
  const auto stated = [](const char* date, int minute, std::optional<int> offset) {
    return ToLocal({*ParseIsoDate(date), MinuteOfDay(minute), offset}, London());
  };
  const Date october = *ParseIsoDate("2026-10-25");
  EXPECT_EQ(*stated("2026-10-25", 90, std::nullopt), (LocalMinute{october, MinuteOfDay(90)}));
  EXPECT_EQ(*stated("2026-10-25", 90, 60), (LocalMinute{october, MinuteOfDay(90)}));
  EXPECT_EQ(stated("2026-10-25", 90, 0)->second_pass, (SecondPass{MinuteOfDay(120), 0}));
  EXPECT_EQ(*stated("2026-10-24", 23 * 60 + 30, -60),
            (LocalMinute{october, MinuteOfDay(90)}));  // 00:30 UTC
  const auto missing = stated("2026-03-29", 90, std::nullopt);
  EXPECT_EQ(missing.status().code(), absl::StatusCode::kNotFound);
  EXPECT_NE(MessageOf(missing.status()).find("2026-03-29T02:00"), std::string::npos);
}

TEST(FormatInZone, HasTheOffsetOfTheDay) {
  const int october = DayNumber(*ParseIsoDate("2026-10-25"));
  EXPECT_EQ(FormatInZone(MomentOf(october, 30, London()), London()), "2026-10-25T00:30:00+01:00");
  EXPECT_EQ(FormatInZone(MomentOf(october, 90, London()), London()), "2026-10-25T01:30:00+01:00");
  EXPECT_EQ(FormatInZone(MomentOf(october, 1440 + 30, London()), London()),
            "2026-10-26T00:30:00+00:00");
  // A minute that clocks leave out is when they jump over it.
  const int march = DayNumber(*ParseIsoDate("2026-03-29"));
  EXPECT_EQ(FormatInZone(MomentOf(march, 90, London()), London()), "2026-03-29T02:00:00+01:00");
}

TEST(ClockChanges, AreTwoAYear) {
  const auto changes = ClockChanges(At("2026-01-01", 0, 0), At("2027-01-01", 0, 0), London());
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].moment, At("2026-03-29", 1, 0));
  EXPECT_EQ(changes[0].offset_before, 0);
  EXPECT_EQ(changes[0].offset_after, 3600);
  EXPECT_EQ(changes[0].name, "BST");
  EXPECT_EQ(changes[1].moment, At("2026-10-25", 1, 0));
  EXPECT_EQ(changes[1].name, "GMT");
}

TEST(LoadTimeZone, NamesAnUnknownZone) {
  const absl::StatusOr<absl::TimeZone> zone = LoadTimeZone("Europe/Atlantis");
  EXPECT_EQ(zone.status().code(), absl::StatusCode::kNotFound);
  EXPECT_NE(MessageOf(zone.status()).find("Europe/Atlantis"), std::string::npos);
}

TEST(Clock, FixedStaysAndSystemIsLaterThanThisTestWasWritten) {
  const FixedClock fixed(At("2026-11-21", 14, 5));
  EXPECT_EQ(fixed.Now(), At("2026-11-21", 14, 5));
  EXPECT_GT(SystemClock().Now(), At("2024-01-01", 0, 0));
}

}  // namespace
}  // namespace waypost
