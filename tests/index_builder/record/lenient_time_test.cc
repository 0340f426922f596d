#include "index_builder/record/lenient_time.h"

#include <gtest/gtest.h>

#include <string>

namespace waypost::record {
namespace {

std::string Describe(const std::optional<ClockTime>& time) {
  if (!time) return "none";
  std::string text = std::to_string(time->minute.value());
  if (time->utc_offset_minutes) text += " offset " + std::to_string(*time->utc_offset_minutes);
  return text;
}

std::string Opens(std::string_view text) {
  return Describe(ReadClockTime(text, ClockRole::kOpening));
}
std::string Closes(std::string_view text) {
  return Describe(ReadClockTime(text, ClockRole::kClosing));
}

std::string Openings(std::string_view text) {
  const std::optional<std::vector<Opening>> openings = ReadOpenings(text);
  if (!openings) return "none";
  std::string described;
  for (const Opening& opening : *openings) {
    described +=
        std::to_string(opening.opens.value()) + "-" + std::to_string(opening.closes.value()) + " ";
  }
  return described;
}

TEST(ReadClockTime, ReadsEverySpelling) {
  for (const char* text :
       {"08:00", "8:00", "08:00:00", "08:00:00.000", "8am", "8 am", "8a.m.", "8.00am", "0800",
        "08.00", "8 A.M.", "2020-01-01T08:00:00", "1899-12-30 08:00"}) {
    EXPECT_EQ(Opens(text), "480") << text;
  }
  EXPECT_EQ(Opens("9.30pm"), "1290");
  EXPECT_EQ(Opens("9 p.m."), "1260");
  EXPECT_EQ(Opens("12am"), "0");
  EXPECT_EQ(Opens("12pm"), "720");
  EXPECT_EQ(Opens("noon"), "720");
  EXPECT_EQ(Opens("Midday"), "720");
  EXPECT_EQ(Opens("midnight"), "0");
  EXPECT_EQ(Opens("14:30pm"), "870");
  EXPECT_EQ(Opens("23:59"), "1439");
}

TEST(ReadClockTime, AnEndAtMidnightIsTheEndOfTheDay) {
  for (const char* text : {"23:59", "23:59:59", "24:00", "00:00", "midnight", "12am"}) {
    EXPECT_EQ(Closes(text), "1440") << text;
  }
  EXPECT_EQ(Closes("23:58"), "1438");
  EXPECT_EQ(Opens("24:00"), "none");
}

TEST(ReadClockTime, KeepsZones) {
  EXPECT_EQ(Opens("09:00Z"), "540 offset 0");
  EXPECT_EQ(Opens("09:00-05:00"), "540 offset -300");
  EXPECT_EQ(Opens("09:00:00+01:00"), "540 offset 60");
  EXPECT_EQ(Opens("09:00+0100"), "540 offset 60");
  EXPECT_EQ(Opens("2020-01-01T09:00:00.000Z"), "540 offset 0");
}

TEST(ReadClockTime, RefusesWhatIsNoTime) {
  for (const char* text :
       {"", " ", "9", "17", "25:00", "24:01", "10:60", "10:0", "0pm", "13am", "elevenish",
        "10:00 sharp", "10:00-13:00,14:00-17:00", "12345", ":30", "-5", "10:00+99"}) {
    EXPECT_EQ(Opens(text), "none") << text;
  }
}

TEST(ReadOpenings, ReadsRangesAndLists) {
  EXPECT_EQ(Openings("10:00-13:00,14:00-17:00"), "600-780 840-1020 ");
  EXPECT_EQ(Openings("10am to 12pm"), "600-720 ");
  EXPECT_EQ(Openings("10:00 – 13:00 and 14:00 — 17:00"), "600-780 840-1020 ");
  EXPECT_EQ(Openings("2-4pm"), "840-960 ");
  EXPECT_EQ(Openings("9 - 4.30pm"), "540-990 ");
  EXPECT_EQ(Openings("10-12pm"), "600-720 ");
  EXPECT_EQ(Openings("10am - 2"), "600-840 ");
  EXPECT_EQ(Openings("10AM-12 noon"), "600-720 ");
  EXPECT_EQ(Openings("22:00-02:00"), "1320-120 ");
  EXPECT_EQ(Openings("09:00-05:00"), "540-300 ");
  EXPECT_EQ(Openings("10:00-23:59"), "600-1440 ");
  EXPECT_EQ(Openings("24 hours"), "0-1440 ");
  EXPECT_EQ(Openings("9am until midnight"), "540-1440 ");
  EXPECT_EQ(Openings("10:00-13:00; "), "600-780 ");
}

TEST(ReadOpenings, ClosedIsAnEmptyList) {
  EXPECT_EQ(Openings("Closed"), "");
  EXPECT_EQ(Openings("closed"), "");
}

TEST(ReadOpenings, RefusesWhatIsNoRange) {
  for (const char* text : {"", "9-5", "10:00", "10:00-", "-10:00", "10:00-13:00-14:00", "mornings",
                           ",", "10:00-10:00", "10:00-25:00"}) {
    EXPECT_EQ(Openings(text), "none") << text;
  }
}

}  // namespace
}  // namespace waypost::record
