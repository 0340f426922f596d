#include "server/response/answer_text.h"

#include <gtest/gtest.h>

#include "engine/hours/clock_text.h"
#include "server/response/hex.h"
#include "tests/support/small_directory.h"

namespace waypost::server {
namespace {

TEST(MinuteText, HasTwoDigitsEverywhere) {
  const LocalMinute minute{testing::DayOf2026(1, 2), MinuteOfDay(3 * 60 + 4)};
  EXPECT_EQ(MinuteText(minute), "2026-01-02T03:04");
}

TEST(ClockText, KnowsTheEndOfTheDay) {
  EXPECT_EQ(ClockText(MinuteOfDay(0)), "00:00");
  EXPECT_EQ(ClockText(MinuteOfDay(kMinutesPerDay)), "24:00");
}

TEST(AppendHex, WritesBothDigits) {
  std::string text = "x";
  for (const int byte : {0, 10, 255}) AppendHex(text, static_cast<unsigned char>(byte));
  EXPECT_EQ(text, "x000aff");
}

}  // namespace
}  // namespace waypost::server
