#include "engine/hours/week_minutes.h"

#include <gtest/gtest.h>

namespace waypost {
namespace {

TEST(WeekMinutes, HoldsExactlyTheRangesAdded) {
  WeekMinutes minutes;
  minutes.Add(100, 200);
  EXPECT_TRUE(minutes.Contains(100, 200));
  EXPECT_FALSE(minutes.Contains(99, 2));
  EXPECT_FALSE(minutes.Contains(299, 2));
  EXPECT_TRUE(minutes.Contains(299, 1));
  EXPECT_FALSE(minutes.Contains(300, 1));
}

TEST(WeekMinutes, JoinsRangesThatTouch) {
  WeekMinutes minutes;
  minutes.Add(0, 64);
  minutes.Add(64, 64);
  EXPECT_TRUE(minutes.Contains(0, 128));
  EXPECT_FALSE(minutes.Contains(0, 129));
}

TEST(WeekMinutes, IsACircle) {
  WeekMinutes minutes;
  minutes.Add(kMinutesPerWeek - 60, 180);
  EXPECT_TRUE(minutes.Contains(kMinutesPerWeek - 60, 180));
  EXPECT_TRUE(minutes.Contains(-60, 180));
  EXPECT_TRUE(minutes.Contains(0, 120));
  EXPECT_FALSE(minutes.Contains(0, 121));
  EXPECT_TRUE(minutes.Contains(kMinutesPerWeek, 120));
}

TEST(WeekMinutes, WholeWeekAndNothing) {
  WeekMinutes minutes;
  EXPECT_TRUE(minutes.Contains(5, 0));
  minutes.Add(777, kMinutesPerWeek);
  EXPECT_TRUE(minutes.Contains(0, kMinutesPerWeek));
}

}  // namespace
}  // namespace waypost
