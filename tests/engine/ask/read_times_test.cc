#include "engine/ask/read_times.h"

#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

TEST(ReadTimes, ReadsSpans) {
  EXPECT_EQ(FirstOf("between 2 and 4", ReadTimes), "from=14:00 to=16:00");
  EXPECT_EQ(FirstOf("between 9.30 and 11.30", ReadTimes), "from=09:30 to=11:30");
  EXPECT_EQ(FirstOf("10am-12", ReadTimes), "from=10:00 to=12:00");
  EXPECT_EQ(FirstOf("thursday 10-12", ReadTimes), "from=10:00 to=12:00");
  EXPECT_EQ(FirstOf("from 9 to 5", ReadTimes), "from=09:00 to=17:00");
  EXPECT_EQ(FirstOf("9-12", ReadTimes), "none") << "these may be ages";
}

TEST(ReadTimes, ReadsBounds) {
  EXPECT_EQ(FirstOf("after 6pm", ReadTimes), "from=18:00");
  EXPECT_EQ(FirstOf("after 7", ReadTimes), "from=19:00");
  EXPECT_EQ(FirstOf("before noon", ReadTimes), "to=12:00");
  EXPECT_EQ(FirstOf("until half past six", ReadTimes), "to=18:30");
  EXPECT_EQ(FirstOf("nothing that starts before 10", ReadTimes), "from=10:00");
  EXPECT_EQ(FirstOf("after 6 weeks", ReadTimes), "none");
  EXPECT_EQ(FirstOf("\xC2\xA3"
                    "1.40 left",
                    ReadTimes),
            "none");
}

TEST(ReadTimes, ReadsPartsOfTheDay) {
  EXPECT_EQ(FirstOf("mornings", ReadTimes), "to=12:00");
  EXPECT_EQ(FirstOf("in the afternoon", ReadTimes), "from=12:00 to=18:00");
  EXPECT_EQ(FirstOf("after work", ReadTimes), "from=18:00");
  EXPECT_EQ(FirstOf("after school", ReadTimes), "from=15:30");
}

}  // namespace
}  // namespace waypost::ask
