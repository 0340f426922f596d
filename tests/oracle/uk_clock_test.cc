// The clocks of 2026: forward at 01:00 on 29 March, back at 02:00 on 25 October.

#include "tests/oracle/uk_clock.h"

#include <gtest/gtest.h>

#include "tests/oracle/query_text.h"
#include "tests/support/small_directory.h"

namespace waypost::oracle {
namespace {

using testing::DayOf2026;

std::string Shown(Date date, int minute, std::optional<int> offset = std::nullopt) {
  const auto shown = ReadClock({date, MinuteOfDay(minute), offset}, {});
  return shown ? MinuteText(*shown) : "none";
}

TEST(ReadClock, WithoutOffsetIsWhatIsStated) {
  EXPECT_EQ(Shown(DayOf2026(11, 21), 845), "2026-11-21T14:05");
  EXPECT_EQ(Shown(DayOf2026(7, 1), 0), "2026-07-01T00:00");
}

TEST(ReadClock, AnHourIsLeftOutInMarch) {
  EXPECT_EQ(Shown(DayOf2026(3, 29), 59), "2026-03-29T00:59");
  EXPECT_EQ(Shown(DayOf2026(3, 29), 60), "none");
  EXPECT_EQ(Shown(DayOf2026(3, 29), 119), "none");
  EXPECT_EQ(Shown(DayOf2026(3, 29), 120), "2026-03-29T02:00");
  EXPECT_EQ(Shown(DayOf2026(3, 29), 60, 0), "2026-03-29T02:00");
  EXPECT_EQ(Shown(DayOf2026(3, 29), 59, 0), "2026-03-29T00:59");
}

TEST(ReadClock, AnHourComesTwiceInOctober) {
  EXPECT_EQ(Shown(DayOf2026(10, 25), 90), "2026-10-25T01:30");
  EXPECT_EQ(Shown(DayOf2026(10, 25), 90, 60), "2026-10-25T01:30");
  EXPECT_EQ(Shown(DayOf2026(10, 25), 90, 0), "2026-10-25T01:30(second pass)");
  EXPECT_EQ(Shown(DayOf2026(10, 25), 59, 0), "2026-10-25T01:59");
  EXPECT_EQ(Shown(DayOf2026(10, 25), 120, 0), "2026-10-25T02:00");
}

TEST(ReadClock, AnOffsetMayChangeTheDay) {
  EXPECT_EQ(Shown(DayOf2026(7, 1), 23 * 60 + 30, 0), "2026-07-02T00:30");
  EXPECT_EQ(Shown(DayOf2026(11, 21), 30, 330), "2026-11-20T19:00");
  EXPECT_EQ(Shown(DayOf2026(11, 20), 20 * 60, -300), "2026-11-21T01:00");
}

}  // namespace
}  // namespace waypost::oracle
