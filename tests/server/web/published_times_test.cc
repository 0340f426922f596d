#include "server/web/published_times.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

std::string Told(std::string_view published) {
  return PublishedTimesText(InterfaceText::Of(Language::kEnglish), published);
}

TEST(PublishedTimes, NamesAndCodesAreToldInWords) {
  EXPECT_EQ(Told("freq=WEEKLY; opens_at=most Thursdays, ring to check; closes_at=late"),
            "As its publisher writes: every week; opens: most Thursdays, ring to check; "
            "closes: late");
  EXPECT_EQ(Told("freq=SOMETIMES; byday=THIRSDAY; opens_at=tenish"),
            "As its publisher writes: sometimes; thirsday; opens: tenish");
  EXPECT_EQ(Told("freq=MONTHLY; interval=2; byday=MO,TU; bymonthday=1,15"),
            "As its publisher writes: every month; only one in 2; Monday, Tuesday; "
            "day of the month: 1,15");
  EXPECT_EQ(Told("dtstart=2026-01-05; until=end of term; except=2026-12-25"),
            "As its publisher writes: from 5 January 2026; until end of term; "
            "not on 25 December 2026");
  EXPECT_EQ(Told("FREQ=WEEKLY;BYDAY=MO Monday 10:00"),
            "As its publisher writes: every week; MO Monday 10:00");
}

TEST(PublishedTimes, WhatPeopleWroteStays) {
  for (const char* words : {"Ring for times; closed in August", "a=b", "see our site: x?opens_at=1",
                            "", "Mon-Fri 9 til 12"}) {
    EXPECT_EQ(Told(words), words);
  }
}

TEST(PublishedTimes, ASemicolonOfTheWordsEndsNothing) {
  EXPECT_EQ(Told("opens_at=noon; or so; closes_at=late"),
            "As its publisher writes: opens: noon; or so; closes: late");
}

TEST(PublishedTimes, WhatTellsNobodyAnythingIsLeftOut) {
  EXPECT_EQ(Told("wkst=MO; byweekno=99; interval=1"), "");
}

}  // namespace
}  // namespace waypost::server
