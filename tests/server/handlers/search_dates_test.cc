// What an answer says of dates: the next session, the line of sessions, bank holidays.

#include <gtest/gtest.h>

#include <string>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using rapidjson::Value;
using testing::DayOf2026;

record::Schedule Row(Weekday day) { return testing::WeeklyRow({day}, 10 * 60, 12 * 60); }

// One service with these rows, on a Saturday at 14:05; 25 December is a bank holiday.
Asking AskingOf(const std::vector<record::Schedule>& rows) {
  record::Service service = testing::ServiceAt("club", 51.5, -2.5);
  service.schedules = rows;
  record::Directory directory = testing::SmallDirectory({service});
  directory.gazetteer.bank_holidays = {{"england-and-wales", DayOf2026(12, 25), "Christmas Day"}};
  return Asking(std::move(directory));
}

TEST(SearchDates, AnItemSaysWhatIsNext) {
  const Asking asking = AskingOf({Row(Weekday::kTuesday)});
  const Document answer = asking.Json("/api/search");
  const Value& item = answer["items"][0];
  EXPECT_STREQ(item["sessions"].GetString(), "Tuesdays 10am to 12pm");
  EXPECT_EQ(TextOf(item["next_session"]),
            R"({"start":"2026-11-24T10:00:00+00:00","end":"2026-11-24T12:00:00+00:00",)"
            R"("bank_holiday":false})");
  EXPECT_STREQ(asking.Json("/api/search?at=2026-07-04T09:00")["items"][0]["sessions"].GetString(),
               "Tuesdays 10am to 12pm");
}

TEST(SearchDates, ADayWithoutTimesIsADate) {
  record::Schedule row = Row(Weekday::kTuesday);
  row.opens_at.reset();
  const Document answer = AskingOf({row}).Json("/api/search");
  EXPECT_EQ(TextOf(answer["items"][0]["next_session"]),
            R"({"start":"2026-11-24","end":null,"bank_holiday":false})");
}

TEST(SearchDates, ARuleThatImpliesItsDatesNamesTheNext) {
  record::Schedule fortnightly = Row(Weekday::kTuesday);
  fortnightly.interval = 2;
  fortnightly.dtstart = DayOf2026(11, 10);
  const auto line = [](const std::vector<record::Schedule>& rows) {
    const Document answer = AskingOf(rows).Json("/api/search");
    return std::string(answer["items"][0]["sessions"].GetString());
  };
  EXPECT_EQ(line({fortnightly}), "Every second Tuesday, 10am to 12pm, next 24 November");
  EXPECT_EQ(line({Row(Weekday::kSunday), fortnightly}),
            "Sundays 10am to 12pm; Every second Tuesday, 10am to 12pm; next 24 November");
  // A weekday that is left out once is a weekday all the same.
  record::Schedule weekly = Row(Weekday::kTuesday);
  weekly.except = {DayOf2026(12, 22)};
  EXPECT_EQ(line({weekly}), "Tuesdays 10am to 12pm");
}

TEST(SearchDates, ADoubtfulNextDateSaysSo) {
  record::Schedule last_friday = Row(Weekday::kFriday);
  last_friday.freq = "MONTHLY";
  last_friday.byday = {{-1, Weekday::kFriday}};
  const Document answer = AskingOf({last_friday}).Json("/api/search?at=2026-12-01T09:00");
  EXPECT_STREQ(
      answer["items"][0]["sessions"].GetString(),
      "Last Friday of the month 10am to 12pm, next 25 December (a bank holiday: check first)");
}

TEST(SearchDates, ABankHolidayIsPossibleAndSaysSo) {
  const Document answer = AskingOf({Row(Weekday::kFriday)}).Json("/api/search?on=2026-12-25");
  ASSERT_EQ(answer["total_possible"].GetInt(), 1);
  const Value& item = answer["items"][0];
  EXPECT_TRUE(item["bank_holiday"].GetBool());
  EXPECT_STREQ(item["not_stated"][0].GetString(), "on");
  EXPECT_EQ(TextOf(item["why"]), R"([{"kind":"session","text":"25 December 2026 10am to 12pm",)"
                                 R"("bank_holiday":true}])");
}

TEST(SearchDates, SeveralThatCoverABankHolidayTogetherSaySoToo) {
  record::Schedule later = Row(Weekday::kFriday);
  later.opens_at = MinuteOfDay(12 * 60);
  later.closes_at = MinuteOfDay(15 * 60);
  const Document answer =
      AskingOf({Row(Weekday::kFriday), later})
          .Json("/api/search?on=2026-12-25&from=11:00&to=14:00&time_match=covers");
  ASSERT_EQ(answer["total_possible"].GetInt(), 1);
  EXPECT_TRUE(answer["items"][0]["bank_holiday"].GetBool());
}

TEST(SearchDates, OfADateThatIsNotKnownNoSessionIsShown) {
  const Document answer = AskingOf({Row(Weekday::kMonday)}).Json("/api/search?on=2028-12-25");
  ASSERT_EQ(answer["total_possible"].GetInt(), 1);
  EXPECT_FALSE(answer["items"][0].HasMember("bank_holiday"));
  EXPECT_EQ(TextOf(answer["items"][0]["why"]), "[]");
}

TEST(SearchDates, AMatchNamesItsSession) {
  const Document answer = AskingOf({Row(Weekday::kTuesday)}).Json("/api/search?next_days=7");
  ASSERT_EQ(answer["total_certain"].GetInt(), 1);
  EXPECT_EQ(TextOf(answer["items"][0]["why"]),
            R"([{"kind":"session","text":"24 November 2026 10am to 12pm"}])");
  EXPECT_EQ(answer["query"]["next_days"].GetInt(), 7);
}

TEST(SearchDates, TheSecondPassOfAnHourIsEchoedWithItsOffset) {
  const Document answer =
      AskingOf({Row(Weekday::kTuesday)}).Json("/api/search?open_at=2027-10-31T01:30%2B00:00");
  EXPECT_STREQ(answer["query"]["open_at"].GetString(), "2027-10-31T01:30+00:00");
}

}  // namespace
}  // namespace waypost::server
