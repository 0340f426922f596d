#include "index_builder/prepare/complete.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/ascii.h"
#include "engine/format/public_id.h"
#include "index_builder/record/collecting_sink.h"
#include "tests/support/random_seed.h"
#include "tests/support/small_directory.h"

namespace waypost::prepare {
namespace {

using record::PointPrecision;
using record::ProblemKind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using waypost::testing::AddLocation;
using waypost::testing::DayOf2026;
using waypost::testing::Point;
using waypost::testing::Service;
using waypost::testing::SmallDirectory;

const std::string kUuid = "0f5e7d4c-6a1b-4c7e-9d7a-2b8f0c9e1d11";

// A directory after completion, with what was found on the way.
struct Completed {
  record::Directory directory;
  std::vector<record::Problem> problems;

  const record::Service& service(std::size_t i = 0) const { return directory.services.at(i); }
  std::vector<ProblemKind> kinds() const {
    std::vector<ProblemKind> kinds;
    for (const record::Problem& problem : problems) kinds.push_back(problem.kind);
    return kinds;
  }
};

Completed Completing(std::vector<record::Service> services, const CompleteOptions& options = {}) {
  Completed completed{.directory = SmallDirectory(std::move(services)), .problems = {}};
  record::CollectingSink sink;
  Complete(completed.directory, options, sink);
  EXPECT_THAT(sink.rejects, IsEmpty());
  completed.problems = sink.problems;
  return completed;
}

record::Service From(const std::string& source, const std::string& id) {
  record::Service service = Service(id);
  service.source = source;
  return service;
}

record::Service Modified(record::Service service, const std::string& name,
                         std::optional<Date> day) {
  service.name = name;
  if (day) service.last_modified = Moment(*day);
  return service;
}

std::vector<std::string> Names(const Completed& completed) {
  std::vector<std::string> names;
  for (const record::Service& service : completed.directory.services) names.push_back(service.name);
  return names;
}

// ---- order and repeats

TEST(Complete, ServicesStandBySourceAndId) {
  EXPECT_THAT(Names(Completing({From("beta", "1"), From("alpha", "2"), From("alpha", "1")})),
              ElementsAre("1", "2", "1"));
}

TEST(Complete, OfRepeatsTheLastModifiedIsKept) {
  const Completed completed = Completing({Modified(Service("a"), "old", DayOf2026(1, 1)),
                                          Modified(Service("a"), "new", DayOf2026(3, 1)),
                                          Modified(Service("a"), "middle", DayOf2026(2, 1))});
  EXPECT_THAT(Names(completed), ElementsAre("new"));
  EXPECT_THAT(completed.kinds(), ElementsAre(ProblemKind::kRepeatedId, ProblemKind::kRepeatedId));
}

TEST(Complete, ADateOutweighsNone) {
  EXPECT_THAT(Names(Completing({Modified(Service("a"), "undated", std::nullopt),
                                Modified(Service("a"), "dated", DayOf2026(1, 1))})),
              ElementsAre("dated"));
}

TEST(Complete, OfEqualRepeatsTheFirstIsKept) {
  EXPECT_THAT(Names(Completing({Modified(Service("a"), "first", DayOf2026(1, 1)),
                                Modified(Service("a"), "second", DayOf2026(1, 1))})),
              ElementsAre("first"));
}

TEST(Complete, OneIdInTwoSourcesIsNoRepeat) {
  const Completed completed = Completing({From("alpha", "1"), From("beta", "1")});
  EXPECT_EQ(completed.directory.services.size(), 2U);
  EXPECT_THAT(completed.problems, IsEmpty());
  EXPECT_NE(completed.service(0).public_id, completed.service(1).public_id);
}

TEST(Complete, SourcesCountWhatIsPublishedAndRepeated) {
  const Completed completed =
      Completing({Service("a"), Service("b"), Service("b"), Service("b"), From("beta", "c")});
  EXPECT_EQ(completed.directory.sources[0].published, 2U);
  EXPECT_EQ(completed.directory.sources[0].repeats, 2U);
  EXPECT_EQ(completed.directory.sources[1].published, 1U);
  EXPECT_EQ(completed.directory.sources[1].repeats, 0U);
}

// ---- public ids

TEST(Complete, AnIdThatIsAUuidIsThePublicId) {
  std::string shouted = kUuid;
  for (char& c : shouted) c = ToUpper(c);
  EXPECT_EQ(Completing({Service(shouted)}).service().public_id, kUuid);
}

TEST(Complete, AnotherIdIsDerived) {
  EXPECT_EQ(Completing({Service("7")}).service().public_id,
            FormatUuid(PublicId("alpha", "service", "7")));
}

TEST(Complete, TheLexicallyFirstSourceKeepsASharedUuid) {
  const Completed completed = Completing({From("beta", kUuid), From("alpha", kUuid)});
  EXPECT_EQ(completed.service(0).public_id, kUuid);
  EXPECT_EQ(completed.service(1).public_id, FormatUuid(PublicId("beta", "service", kUuid)));
  ASSERT_THAT(completed.kinds(), ElementsAre(ProblemKind::kSharedId));
  EXPECT_EQ(completed.problems[0].source, "beta");
}

// A feed can give its service the id that another service is going to have.
TEST(Complete, PublicIdsAreUniqueWhateverAFeedDoes) {
  const std::string derived = FormatUuid(PublicId("beta", "service", "7"));
  const Completed completed = Completing({From("alpha", derived), From("beta", "7")});
  EXPECT_EQ(completed.service(0).public_id, derived);
  EXPECT_NE(completed.service(1).public_id, derived);
  EXPECT_THAT(completed.kinds(), ElementsAre(ProblemKind::kSharedId));
}

record::Service RunBy(record::Service service, const std::string& id, const std::string& name) {
  service.organisation.emplace();
  service.organisation->id = id;
  service.organisation->name = name;
  return service;
}

TEST(Complete, AnOrganisationIsOneInAllItsServices) {
  const Completed completed =
      Completing({RunBy(Service("a"), kUuid, "Guild"), RunBy(Service("b"), kUuid, "Guild"),
                  RunBy(Service("c"), "7", "Club"), RunBy(Service("d"), "7", "Club")});
  EXPECT_EQ(completed.service(0).organisation->public_id, kUuid);
  EXPECT_EQ(completed.service(1).organisation->public_id, kUuid);
  const std::string club = FormatUuid(PublicId("alpha", "organization", "7"));
  EXPECT_EQ(completed.service(2).organisation->public_id, club);
  EXPECT_EQ(completed.service(3).organisation->public_id, club);
}

TEST(Complete, OrganisationsOfTwoSourcesAreTwo) {
  const Completed completed = Completing(
      {RunBy(From("beta", "b"), kUuid, "Guild"), RunBy(From("alpha", "a"), kUuid, "Guild")});
  EXPECT_EQ(completed.service(0).organisation->public_id, kUuid);
  EXPECT_EQ(completed.service(1).organisation->public_id,
            FormatUuid(PublicId("beta", "organization", kUuid)));
}

TEST(Complete, AnOrganisationWithoutIdIsKnownByItsName) {
  const Completed completed =
      Completing({RunBy(Service("a"), "", "Guild"), RunBy(Service("b"), "", "Guild")});
  EXPECT_EQ(completed.service(0).organisation->public_id,
            FormatUuid(PublicId("alpha", "organization", "Guild")));
  EXPECT_EQ(completed.service(1).organisation->public_id,
            completed.service(0).organisation->public_id);
}

TEST(Complete, AnOrganisationWithNeitherIsNone) {
  EXPECT_FALSE(Completing({RunBy(Service("a"), "", "")}).service().organisation);
}

// ---- ages, dates and status

TEST(Complete, UnsoundAgesAreLeftOutAndReported) {
  const record::AgeRange unsound[] = {{.minimum = 0, .maximum = 0},
                                      {.minimum = std::nullopt, .maximum = 0},
                                      {.minimum = 12, .maximum = 5},
                                      {.minimum = -1, .maximum = 5},
                                      {.minimum = std::nullopt, .maximum = -1}};
  for (const record::AgeRange& range : unsound) {
    record::Service service = Service("a");
    service.ages = {range, {.minimum = 5, .maximum = 12}};
    const Completed completed = Completing({service});
    EXPECT_THAT(completed.service().ages,
                ElementsAre(record::AgeRange{.minimum = 5, .maximum = 12}));
    EXPECT_THAT(completed.kinds(), ElementsAre(ProblemKind::kBadAge));
  }
}

TEST(Complete, SoundAgesStay) {
  record::Service service = Service("a");
  service.ages = {{.minimum = 0, .maximum = 1},
                  {.minimum = 5, .maximum = 5},
                  {.minimum = 0, .maximum = std::nullopt},
                  {.minimum = std::nullopt, .maximum = 4}};
  const Completed completed = Completing({service});
  EXPECT_EQ(completed.service().ages, service.ages);
  EXPECT_THAT(completed.problems, IsEmpty());
}

TEST(Complete, AnAgeRangeOfNothingGoesInSilence) {
  record::Service service = Service("a");
  service.ages.resize(1);
  const Completed completed = Completing({service});
  EXPECT_THAT(completed.service().ages, IsEmpty());
  EXPECT_THAT(completed.problems, IsEmpty());
}

TEST(Complete, AFutureAssuredDateIsReportedAndKept) {
  record::Service service = Service("a");
  service.assured_date = DayOf2026(11, 22);
  const Completed completed = Completing({service});
  EXPECT_EQ(completed.service().assured_date, DayOf2026(11, 22));
  EXPECT_THAT(completed.kinds(), ElementsAre(ProblemKind::kFutureDate));
}

TEST(Complete, AnAssuredDateOfTodayIsNoFuture) {
  record::Service service = Service("a");
  service.assured_date = DayOf2026(11, 21);
  EXPECT_THAT(Completing({service}).problems, IsEmpty());
}

TEST(Complete, AnAbsentStatusStaysAbsent) {
  EXPECT_FALSE(Completing({Service("a")}).service().status);
}

// ---- places

// The only location of a service, with this postcode and no coordinates.
Completed Addressed(const std::string& postcode) {
  record::Service service = Service("a");
  AddLocation(service, "x").location.address.postcode = postcode;
  return Completing({service});
}

TEST(Complete, CoordinatesAreExactWhateverThePostcode) {
  record::Service service = Service("a");
  AddLocation(service, "x", Point(51.9, -2.9)).location.address.postcode = "EA1 1AA";
  const Completed completed = Completing({service});
  const record::Location& location = completed.service().locations[0].location;
  EXPECT_EQ(location.position, Point(51.9, -2.9));
  EXPECT_EQ(location.precision, PointPrecision::kExact);
}

TEST(Complete, APostcodeGivesThePointWithItsPrecision) {
  const struct {
    const char* postcode;
    LatLng point;
    PointPrecision precision;
  } kCases[] = {{"WE1 1AA", Point(51.5, -2.5), PointPrecision::kUnit},
                {"we11aa", Point(51.5, -2.5), PointPrecision::kUnit},
                {"WE1 1ZZ", Point(51.51, -2.5), PointPrecision::kSector},
                {"WE1 1ZX", Point(51.51, -2.5), PointPrecision::kSector},
                {"WE1 1", Point(51.51, -2.5), PointPrecision::kSector},
                {"WE1 9AA", Point(51.51, -2.5), PointPrecision::kDistrict},
                {"WE1", Point(51.51, -2.5), PointPrecision::kDistrict},
                {"WE9 9AA", Point(51.51, -2.5), PointPrecision::kArea}};
  for (const auto& [postcode, point, precision] : kCases) {
    const Completed completed = Addressed(postcode);
    const record::Location& location = completed.service().locations[0].location;
    EXPECT_EQ(location.position, point) << postcode;
    EXPECT_EQ(location.precision, precision) << postcode;
    EXPECT_THAT(completed.problems, IsEmpty()) << postcode;
  }
}

TEST(Complete, AnUnknownPostcodeIsNowhereAndReported) {
  for (const char* postcode : {"ZZ1 1AA", "not a postcode"}) {
    const Completed completed = Addressed(postcode);
    EXPECT_FALSE(completed.service().locations[0].location.position);
    ASSERT_THAT(completed.kinds(), ElementsAre(ProblemKind::kUnknownPostcode));
    EXPECT_EQ(completed.problems[0].value, postcode);
  }
}

TEST(Complete, NeitherCoordinatesNorPostcodeIsReported) {
  const Completed completed = Addressed("");
  EXPECT_EQ(completed.service().locations[0].location.precision, PointPrecision::kNone);
  EXPECT_THAT(completed.kinds(), ElementsAre(ProblemKind::kNoPosition));
}

TEST(Complete, AVirtualLocationNeedsNoPlace) {
  record::Service service = Service("a");
  record::Location& location = AddLocation(service, "x").location;
  location.type = record::LocationType::kVirtual;
  location.address.postcode = "WE1 1AA";
  const Completed completed = Completing({service});
  EXPECT_FALSE(completed.service().locations[0].location.position);
  EXPECT_THAT(completed.problems, IsEmpty());
}

// ---- confidential services (what is hidden stands in confidential_test.cc)

record::Service Refuge(const std::string& source = "alpha") {
  record::Service service = From(source, "a");
  service.name = "A refuge for women";
  AddLocation(service, "x", Point(51.5, -2.5));
  return service;
}

TEST(Complete, RefugesAreConfidential) {
  const Completed completed = Completing({Refuge()});
  EXPECT_TRUE(completed.service().confidential);
  EXPECT_EQ(completed.service().locations[0].location.precision, PointPrecision::kDistrict);
}

TEST(Complete, RefugesOfASourceThatSaysSoArePublic) {
  const Completed completed =
      Completing({Refuge("beta")}, {.sources_with_public_refuges = {"beta"}});
  EXPECT_FALSE(completed.service().confidential);
  EXPECT_EQ(completed.service().locations[0].location.precision, PointPrecision::kExact);
}

TEST(Complete, TheFlagOfTheRecordHoldsInAnySource) {
  record::Service flagged = Refuge("beta");
  flagged.confidential = true;
  EXPECT_TRUE(
      Completing({flagged}, {.sources_with_public_refuges = {"beta"}}).service().confidential);
}

TEST(Complete, OthersAreNot) {
  record::Service service = Service("a");
  AddLocation(service, "x", Point(51.5, -2.5));
  const Completed completed = Completing({service});
  EXPECT_FALSE(completed.service().confidential);
  EXPECT_EQ(completed.service().locations[0].location.position, Point(51.5, -2.5));
}

// ---- the order of reading

TEST(Complete, TheOrderOfReadingMakesNoDifference) {
  std::vector<record::Service> services;
  for (int i = 0; i < 20; ++i) {
    const std::string id = i % 7 == 0 ? kUuid : std::to_string(i);
    record::Service service = From(i % 2 == 0 ? "alpha" : "beta", id);
    service = RunBy(
        Modified(service, "name " + std::to_string(i), DayOf2026(1, static_cast<unsigned>(i) + 1)),
        i % 3 == 0 ? kUuid : "7", "Guild");
    services.push_back(std::move(service));
  }
  const Completed expected = Completing(services);
  std::mt19937_64 random = waypost::testing::MakeRandom();
  for (int round = 0; round < 20; ++round) {
    for (std::size_t i = services.size(); i > 1; --i) {
      const auto last = static_cast<std::int64_t>(i) - 1;
      std::swap(
          services[i - 1],
          services[static_cast<std::size_t>(waypost::testing::RandomWithin(random, 0, last))]);
    }
    EXPECT_EQ(Completing(services).directory.services, expected.directory.services);
  }
}

}  // namespace
}  // namespace waypost::prepare
