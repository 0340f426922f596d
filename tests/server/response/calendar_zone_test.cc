#include "server/response/calendar_zone.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string ZoneText(const char* name) {
  const auto zone = LoadTimeZone(name);
  EXPECT_TRUE(zone.ok()) << zone.status();
  IcsText ics;
  WriteTimeZone(name, DayNumber(std::chrono::year(2026) / 11 / 19), *zone, ics);
  std::string text = std::move(ics).Take();
  std::erase(text, '\r');
  return text;
}

TEST(WriteTimeZone, LondonIsTwoYearlyRules) {
  EXPECT_EQ(ZoneText("Europe/London"),
            "BEGIN:VTIMEZONE\n"
            "TZID:Europe/London\n"
            "BEGIN:DAYLIGHT\n"
            "DTSTART:20250330T010000\n"
            "TZOFFSETFROM:+0000\n"
            "TZOFFSETTO:+0100\n"
            "TZNAME:BST\n"
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n"
            "END:DAYLIGHT\n"
            "BEGIN:STANDARD\n"
            "DTSTART:20251026T020000\n"
            "TZOFFSETFROM:+0100\n"
            "TZOFFSETTO:+0000\n"
            "TZNAME:GMT\n"
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"
            "END:STANDARD\n"
            "END:VTIMEZONE\n");
}

TEST(WriteTimeZone, ARuleMayCountFromTheBeginningOfTheMonth) {
  const std::string text = ZoneText("America/New_York");
  EXPECT_THAT(text, HasSubstr("TZOFFSETFROM:-0500\nTZOFFSETTO:-0400\nTZNAME:EDT\n"
                              "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n"));
  EXPECT_THAT(text, HasSubstr("RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\n"));
}

// The clocks go back for the fasting month, which is another one every year.
TEST(WriteTimeZone, ChangesWithoutARuleAreToldOneByOne) {
  const std::string text = ZoneText("Africa/Casablanca");
  EXPECT_THAT(text, Not(HasSubstr("RRULE")));
  EXPECT_THAT(text, HasSubstr("\nRDATE:2027"));
}

TEST(WriteTimeZone, WithoutChangesThereIsOneTime) {
  EXPECT_EQ(ZoneText("Asia/Kathmandu"),
            "BEGIN:VTIMEZONE\n"
            "TZID:Asia/Kathmandu\n"
            "BEGIN:STANDARD\n"
            "DTSTART:20241117T000000\n"
            "TZOFFSETFROM:+0545\n"
            "TZOFFSETTO:+0545\n"
            "END:STANDARD\n"
            "END:VTIMEZONE\n");
}

}  // namespace
}  // namespace waypost::server
