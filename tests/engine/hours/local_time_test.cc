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
