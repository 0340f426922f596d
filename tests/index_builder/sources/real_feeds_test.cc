// The real feeds of the shared data folder, when it is there: everything is accounted for, and a
// few facts that were read in the files by eye.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/index_builder/sources/json_reading.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

#define READ_SHARED(reading, below)                                     \
  const std::string path_of_##reading = SharedData(below);              \
  if (path_of_##reading.empty()) GTEST_SKIP() << "no shared " << below; \
  const JsonReading reading = ReadJsonPath(path_of_##reading)

const record::Service& Find(const JsonReading& reading, std::string_view id) {
  const auto found = std::find_if(reading.services.begin(), reading.services.end(),
                                  [&](const record::Service& service) { return service.id == id; });
  static const record::Service kNone;
  EXPECT_NE(found, reading.services.end()) << id;
  return found == reading.services.end() ? kNone : *found;
}

TEST(RealFeeds, BristolOruk1) {
  READ_SHARED(reading, "oruk-feeds/bristol-oruk-v1-2024-12.json");
  EXPECT_EQ(reading.error, "");
  EXPECT_EQ(reading.records_read, 819U);
  EXPECT_EQ(reading.services.size(), 818U);
  ASSERT_EQ(reading.sink.rejects.size(), 1U);
  EXPECT_EQ(reading.sink.rejects[0].problem.kind, ProblemKind::kNoName);
  EXPECT_EQ(reading.sink.rejects[0].problem.id, "def5ccd4-f121-df4d-60d2-4dc0d69ff555");
  EXPECT_GE(reading.Count(ProblemKind::kEmbeddedImageRemoved), 6U);
  std::size_t with_organisation = 0;
  std::size_t drop_in = 0;
  std::size_t assured = 0;
  for (const record::Service& service : reading.services) {
    with_organisation += service.organisation ? 1 : 0;
    drop_in += service.access.Has(Access::kDropIn) ? 1 : 0;
    assured += service.assured_date ? 1 : 0;
    EXPECT_EQ(service.status, Status::kActive);
    EXPECT_THAT(service.description, Not(HasSubstr("</")));
    EXPECT_THAT(service.description, Not(HasSubstr("base64")));
    EXPECT_THAT(service.description, Not(HasSubstr("&nbsp;")));
  }
  EXPECT_EQ(with_organisation, 812U);
  EXPECT_EQ(drop_in, 7U);
  EXPECT_EQ(assured, 803U);  // 15 are ""
  const record::Service& homeless = Find(reading, "2a3483ea-8966-4f50-9dc3-7bafa1e5c623");
  EXPECT_EQ(homeless.name, "1625 Independent People");
  EXPECT_EQ(FormatIsoDate(*homeless.assured_date), "2023-04-13");
  EXPECT_THAT(homeless.extras,
              HasSubstr(R"("pc_targetAudience":[{"id":"Homeless","audienceType":"Homeless"}])"));
  EXPECT_THAT(homeless.description,
              HasSubstr("\nhomeless, leaving care or at risk of homelessness in Bristol, South"));
}

TEST(RealFeeds, BristolOruk3) {
  READ_SHARED(page, "oruk-feeds/bristol-oruk-v3-page1.json");
  EXPECT_EQ(page.services.size(), 3U);
  EXPECT_TRUE(page.HasLine(
      "missing_total page.total 874 stated, 3 found -> every record in the file was read"));
  READ_SHARED(one, "oruk-feeds/bristol-oruk-v3-service-1625ip.json");
  ASSERT_EQ(one.services.size(), 1U);
  const record::Service& service = one.services[0];
  EXPECT_EQ(service.organisation->id, "42d3fa20-b36d-4822-b5dc-68029911caaf");
  EXPECT_EQ(service.organisation->url, "http://1625ip.co.uk");
  ASSERT_EQ(service.areas.size(), 2U);
  EXPECT_EQ(service.areas[1].name, "South Gloucestershire");
  EXPECT_EQ(service.contacts[0].phones[1].number, "Bristol Youth MAPS: 0117 332 7111");
  EXPECT_EQ(FormatMoment(*service.last_modified), "2025-09-02T12:06:15Z");
  EXPECT_TRUE(service.ages.empty());
  EXPECT_TRUE(one.HasLine("bad_age service.ages -1 to -1 -> negative age left out"));
}

TEST(RealFeeds, BuckinghamshireOutpost) {
  READ_SHARED(reading, "oruk-feeds/buckinghamshire-outpost-2023-page1.json");
  EXPECT_EQ(reading.error, "");
  EXPECT_EQ(reading.services.size(), 50U);
  std::size_t places = 0;
  std::size_t located = 0;
  std::size_t rows = 0;
  std::size_t free = 0;
  for (const record::Service& service : reading.services) {
    places += service.locations.size();
    rows += service.schedules.size();
    for (const record::ServiceAtLocation& place : service.locations) {
      located += place.location.position ? 1 : 0;
    }
    for (const record::CostOption& option : service.cost_options)
      free += option.option == "Free" ? 1 : 0;
    for (const record::Schedule& row : service.schedules) EXPECT_FALSE(row.unreadable);
  }
  EXPECT_EQ(places, 50U);
  EXPECT_EQ(located, 49U);
  EXPECT_EQ(rows, 57U);
  EXPECT_EQ(free, 5U);
  const record::Service& walk = Find(reading, "6378");
  EXPECT_EQ(walk.locations[0].location.position, LatLng::FromDegrees(51.863084, -0.738887));
  EXPECT_EQ(walk.locations[0].location.accessibility[0].feature, Accessibility::kWheelchair);
  EXPECT_THAT(walk.schedules[0].byday, ElementsAre(record::ByDay{0, Weekday::kMonday}));
  EXPECT_EQ(walk.schedules[0].opens_at, MinuteOfDay(570));
  EXPECT_EQ(walk.terms[0],
            (record::TermRef{"test.taxonomies", "staying-active", "Staying active"}));

  READ_SHARED(older, "oruk-feeds/buckinghamshire-outpost-2021-20services.json");
  EXPECT_EQ(older.services.size(), 20U);
  EXPECT_EQ(older.Count(ProblemKind::kBadCoordinates), 5U);
}

TEST(RealFeeds, HsdsMockApi) {
  READ_SHARED(reading, "hsds/hsds-3.0-mock-api");
  EXPECT_EQ(reading.error, "");
  // The same service as itself, inside its organisation, and inside a service_at_location.
  EXPECT_EQ(reading.services.size(), 3U);
  for (const record::Service& service : reading.services) {
    EXPECT_EQ(service.name, "Community Counselling");
    EXPECT_EQ(service.organisation->name, "Example Organization Inc.") << service.id;
    EXPECT_THAT(service.languages, ElementsAre(record::Language{"ur", "Urdu"}));
    EXPECT_THAT(service.ages, ElementsAre(record::AgeRange{12, 100}));
    ASSERT_EQ(service.locations.size(), 1U);
    EXPECT_EQ(service.locations[0].location.position, std::nullopt);
    EXPECT_EQ(service.phones[0].number, "+44 1234 234567");
    EXPECT_EQ(service.phones[0].extension, "100");
    EXPECT_EQ(service.schedules[0].freq, "WEEKLY");
    EXPECT_THAT(service.schedules[0].byweekno, ElementsAre(41, 42));
    EXPECT_EQ(service.cost_options[0].amount, 35);
  }
}

}  // namespace
}  // namespace waypost::sources
