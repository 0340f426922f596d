#include "index_builder/sources/recurrence_text.h"

#include "gtest/gtest.h"

namespace waypost::sources {
namespace {

TEST(SplitRecurrence, CutsARuleIntoItsParts) {
  const auto fields =
      SplitRecurrence("RRULE:FREQ=MONTHLY;interval=2; BYDAY=1TH,3TH ;UNTIL=20251231;");
  ASSERT_TRUE(fields);
  EXPECT_EQ(fields->freq, "MONTHLY");
  EXPECT_EQ(fields->interval, "2");
  EXPECT_EQ(fields->byday, "1TH,3TH");
  EXPECT_EQ(fields->until, "20251231");
  EXPECT_EQ(fields->count, "");
}

TEST(SplitRecurrence, RefusesWhatItCannotKeepWhole) {
  for (const char* rule : {"", "weekly", "INTERVAL=2", "FREQ=WEEKLY;BYMONTH=2",
                           "FREQ=WEEKLY;FREQ=DAILY", "FREQ=", "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1"}) {
    EXPECT_FALSE(SplitRecurrence(rule)) << rule;
  }
}

}  // namespace
}  // namespace waypost::sources
