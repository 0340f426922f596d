#include "index_builder/prepare/part_ids.h"

#include <gtest/gtest.h>

#include "tests/support/small_directory.h"

namespace waypost::prepare {
namespace {

constexpr char kOne[] = "11111111-1111-4111-8111-111111111111";
constexpr char kTwo[] = "22222222-2222-4222-8222-222222222222";

// A service of `source` at a location, with those ids.
record::Service At(const std::string& source, const std::string& id, const std::string& location,
                   const std::string& at_location) {
  record::Service service = testing::Service(id);
  service.source = source;
  service.public_id = FormatUuid(PublicId(source, "service", id));
  testing::AddLocation(service, location).id = at_location;
  return service;
}

std::string LocationIn(PartIds& ids, record::Service service) {
  ids.Assign(service);
  return service.locations.front().location.public_id;
}

std::string PlaceIn(PartIds& ids, record::Service service) {
  ids.Assign(service);
  return service.locations.front().public_id;
}

TEST(PartIdsTest, ALocationOfOneSourceIsOneAndTheFirstSourceKeepsItsUuid) {
  PartIds ids;
  EXPECT_EQ(LocationIn(ids, At("alpha", "a", kOne, "")), kOne);
  EXPECT_EQ(LocationIn(ids, At("alpha", "b", kOne, "")), kOne);
  EXPECT_EQ(LocationIn(ids, At("beta", "c", kOne, "")),
            FormatUuid(PublicId("beta", "location", kOne)));
}

TEST(PartIdsTest, AnIdThatIsNoUuidGivesOneUuidOfItsSource) {
  PartIds ids;
  const std::string made = FormatUuid(PublicId("alpha", "location", "hall"));
  EXPECT_EQ(LocationIn(ids, At("alpha", "a", "hall", "")), made);
  EXPECT_EQ(LocationIn(ids, At("alpha", "b", "hall", "")), made);
}

TEST(PartIdsTest, LocationsWithoutIdsAreTheirServicesOwn) {
  PartIds ids;
  EXPECT_NE(LocationIn(ids, At("alpha", "a", "", "")), LocationIn(ids, At("alpha", "b", "", "")));
}

TEST(PartIdsTest, NoTwoServicesAtLocationsHaveOneId) {
  PartIds ids;
  EXPECT_EQ(PlaceIn(ids, At("alpha", "a", kOne, kTwo)), kTwo);
  EXPECT_NE(PlaceIn(ids, At("alpha", "b", kOne, kTwo)), kTwo);
  EXPECT_NE(PlaceIn(ids, At("alpha", "c", kOne, "7")), PlaceIn(ids, At("alpha", "d", kOne, "7")));
  record::Service twice = At("alpha", "e", kOne, "");
  testing::AddLocation(twice, kOne);
  ids.Assign(twice);
  EXPECT_NE(twice.locations[0].public_id, twice.locations[1].public_id);
  EXPECT_EQ(twice.locations[0].location.public_id, twice.locations[1].location.public_id);
}

TEST(PartIdsTest, ReviewsKeepAUuidOrGetOne) {
  PartIds ids;
  record::Service service = At("alpha", "a", kOne, "");
  service.reviews = {{.id = kTwo}, {.id = ""}, {.id = ""}};
  ids.Assign(service);
  EXPECT_EQ(service.reviews[0].public_id, kTwo);
  EXPECT_NE(service.reviews[1].public_id, service.reviews[2].public_id);
}

}  // namespace
}  // namespace waypost::prepare
