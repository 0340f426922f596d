// /api/services/{id}/sessions.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/response/sessions_json.h"
#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using testing::DayOf2026;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::WeeklyRow;

std::string PathOf(const Asking& asking) {
  return std::string("/api/services/") + asking.Json("/api/search")["items"][0]["id"].GetString() +
         "/sessions";
}

std::vector<std::string> StartsOf(const Document& answer) {
  std::vector<std::string> starts;
  for (const auto& row : answer["sessions"].GetArray()) starts.push_back(row["start"].GetString());
  return starts;
}

record::Service ServiceWith(std::vector<record::Schedule> rows) {
  record::Service service = testing::ServiceAt("a", 51.5, -2.5);
  service.schedules = std::move(rows);
  return service;
}

TEST(SessionsHandlerTest, GivesEverySessionWithItsPlace) {
  const Asking asking({StatedService()});
  const Document answer = asking.Json(PathOf(asking) + "?from=2026-12-01&to=2026-12-06");
  EXPECT_STREQ(answer["name"].GetString(), "Memory Café");
  EXPECT_EQ(TextOf(answer["sessions"]),
            R"([{"start":"2026-12-01T19:00:00+00:00","end":"2026-12-01T21:00:00+00:00",)"
            R"("bank_holiday":false,"location":{"id":"cafe-place","name":"The Hall"}},)"
            R"({"start":"2026-12-05T10:00:00+00:00","end":"2026-12-05T12:00:00+00:00",)"
            R"("bank_holiday":false,"location":{"id":"cafe-place","name":"The Hall"}}])");
  EXPECT_FALSE(answer["truncated"].GetBool());
  EXPECT_STREQ(answer["known_from"].GetString(), "2026-11-19");
  EXPECT_STREQ(answer["known_to"].GetString(), "2027-12-26");
  EXPECT_STREQ(answer["source"]["id"].GetString(), "alpha");
}

TEST(SessionsHandlerTest, WithoutDaysFromTodayForFourWeeks) {
  const Asking asking({StatedService()});
  const Document answer = asking.Json(PathOf(asking));
  EXPECT_STREQ(answer["from"].GetString(), "2026-11-21");
  EXPECT_STREQ(answer["to"].GetString(), "2026-12-19");
  EXPECT_THAT(StartsOf(answer),
              ElementsAre("2026-11-21T10:00:00+00:00", "2026-11-28T10:00:00+00:00",
                          "2026-12-01T19:00:00+00:00", "2026-12-05T10:00:00+00:00",
                          "2026-12-12T10:00:00+00:00", "2026-12-19T10:00:00+00:00"));
}

TEST(SessionsHandlerTest, OutsideWhatIsKnownThereIsNothing) {
  const Asking asking({StatedService()});
  const std::string path = PathOf(asking);
  EXPECT_THAT(StartsOf(asking.Json(path + "?from=2026-11-01&to=2026-11-21")),
              ElementsAre("2026-11-21T10:00:00+00:00"));
  EXPECT_THAT(StartsOf(asking.Json(path + "?from=2027-12-25&to=2028-02-01")),
              ElementsAre("2027-12-25T10:00:00+00:00"));
  EXPECT_THAT(StartsOf(asking.Json(path + "?from=2030-01-01")), ElementsAre());
}

TEST(SessionsHandlerTest, ADayWithoutTimesComesFirstOfItsDay) {
  const Asking asking(
      {ServiceWith({WeeklyRow({Weekday::kMonday}, 0, 60), WeeklyRow({Weekday::kMonday}, -1, -1)})});
  const Document answer = asking.Json(PathOf(asking) + "?from=2026-11-23&to=2026-11-23");
  EXPECT_THAT(StartsOf(answer), ElementsAre("2026-11-23", "2026-11-23T00:00:00+00:00"));
  EXPECT_TRUE(answer["sessions"][0]["end"].IsNull());
}

TEST(SessionsHandlerTest, PlacesAreMergedByTime) {
  record::Service service = ServiceWith({});
  service.locations.front().schedules = {WeeklyRow({Weekday::kTuesday}, 600, 660)};
  testing::AddLocation(service, "b-place", testing::Point(51.5, -1.5)).schedules = {
      WeeklyRow({Weekday::kMonday, Weekday::kWednesday}, 600, 660)};
  const Asking asking({service});
  const Document answer = asking.Json(PathOf(asking) + "?from=2026-11-23&to=2026-11-25");
  std::vector<std::string> places;
  for (const auto& row : answer["sessions"].GetArray()) {
    places.push_back(row["location"]["id"].GetString());
  }
  EXPECT_THAT(places, ElementsAre("b-place", "a-place", "b-place"));
}

TEST(SessionsHandlerTest, ADocumentWithoutPlaceHasNull) {
  record::Service service = testing::Service("a");
  service.schedules = {WeeklyRow({Weekday::kMonday}, 600, 660)};
  const Asking asking({service});
  const Document answer = asking.Json(PathOf(asking));
  EXPECT_TRUE(answer["sessions"][0]["location"].IsNull());
}

TEST(SessionsHandlerTest, AConfidentialPlaceIsNotNamed) {
  record::Service service = StatedService();
  service.confidential = true;
  const Asking asking({service});
  const HttpResponse response = asking.Get(PathOf(asking));
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, HasSubstr("2026-12-01T19:00:00+00:00"));
  for (const char* told : {"The Hall", "cafe-place", "High Street", "WE1"}) {
    EXPECT_THAT(response.body, Not(HasSubstr(told)));
  }
}

// Of many places the first thousand rows, as if all had been put in order.
TEST(SessionsHandlerTest, ManyRowsAreCut) {
  record::Service service = ServiceWith({WeeklyRow({Weekday::kFriday}, -1, -1)});
  record::Schedule daily = WeeklyRow({}, 600, 660);
  daily.freq = "DAILY";
  service.schedules.push_back(daily);
  for (int i = 0; i < 40; ++i) {
    testing::AddLocation(service, "p" + std::to_string(i), testing::Point(51.5, -2.5 + i * 0.01));
  }
  const Asking asking({service});
  const Document answer = asking.Json(PathOf(asking) + "?to=2026-12-31");
  EXPECT_TRUE(answer["truncated"].GetBool());
  const std::vector<std::string> starts = StartsOf(answer);
  ASSERT_EQ(starts.size(), kMostSessionRows);
  EXPECT_TRUE(std::is_sorted(starts.begin(), starts.end()));
  // 41 places: 21 days and three Fridays are 984 rows, and 16 of the next day.
  EXPECT_EQ(starts[983], "2026-12-11T10:00:00+00:00");
  EXPECT_EQ(starts.back(), "2026-12-12T10:00:00+00:00");
}

TEST(SessionsHandlerTest, ErrorsNameTheParameter) {
  const Asking asking({StatedService()});
  const std::string path = PathOf(asking);
  EXPECT_STREQ(asking.Problem(path + "?from=soon")["parameter"].GetString(), "from");
  EXPECT_STREQ(asking.Problem(path + "?from=2026-12-02&to=2026-12-01")["parameter"].GetString(),
               "to");
  EXPECT_STREQ(asking.Problem(path + "?frm=2026-12-02")["nearest"].GetString(), "from");
  EXPECT_STREQ(asking.Problem("/api/services/x/sessions", 404)["code"].GetString(),
               "unknown_service");
}

TEST(SessionsHandlerTest, OnlyWhatCountsFromTodayChangesWithTheDay) {
  const Asking asking({StatedService()});
  const std::string path = PathOf(asking);
  EXPECT_THAT(HeaderOf(asking.Get(path), "ETag"), HasSubstr("2026-11-21T00:00"));
  EXPECT_THAT(HeaderOf(asking.Get(path + "?from=2026-11-21"), "ETag"), Not(HasSubstr("2026-11")));
}

}  // namespace
}  // namespace waypost::server
