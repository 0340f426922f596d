#include "index_builder/fetch/retry_after.h"

#include <gtest/gtest.h>

namespace waypost::fetch {
namespace {

using std::chrono::seconds;

const Moment kNow = *ParseIsoDate("2026-11-21") + std::chrono::hours(14);

TEST(RetryAfter, ReadsSecondsAndDates) {
  EXPECT_EQ(ReadRetryAfter("0", kNow), seconds(0));
  EXPECT_EQ(ReadRetryAfter("120", kNow), seconds(120));
  EXPECT_EQ(ReadRetryAfter("Sat, 21 Nov 2026 14:00:30 GMT", kNow), seconds(30));
  EXPECT_EQ(ReadRetryAfter("Sat, 21 Nov 2026 13:00:30 GMT", kNow), seconds(0));
}

TEST(RetryAfter, IsNeverMoreThanADay) {
  EXPECT_EQ(ReadRetryAfter("99999999999999999999", kNow), std::chrono::hours(24));
  EXPECT_EQ(ReadRetryAfter("Mon, 21 Nov 2033 14:00:30 GMT", kNow), std::chrono::hours(24));
}

TEST(RetryAfter, RefusesTheRest) {
  for (const char* text : {"", "soon", "-1", "1.5", " 1", "Sat, 31 Feb 2026 14:00:30 GMT",
                           "Sat, 21 Nov 2026 25:00:30 GMT", "Saturday, 21-Nov-26 14:00:30 GMT"}) {
    EXPECT_EQ(ReadRetryAfter(text, kNow), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace waypost::fetch
