#include "index_builder/prepare/area_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/record/collecting_sink.h"
#include "tests/support/small_directory.h"

namespace waypost::prepare {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using waypost::testing::Point;

// In SmallDirectory; what services state follows.
const AreaId kWest(0), kEast(1), kWestshire(2), kEngland(3), kCountry(4), kFirstStated(5);

record::ServiceArea Named(const std::string& name) {
  record::ServiceArea area;
  area.name = name;
  return area;
}

record::ServiceArea Linked(const std::string& uri, const std::string& name = "") {
  record::ServiceArea area = Named(name);
  area.uri = uri;
  return area;
}

record::ServiceArea Outlined(const std::string& extent, const std::string& name = "") {
  record::ServiceArea area = Named(name);
  area.extent = extent;
  return area;
}

// From 51.2 to 51.8 degrees north; West ends and East begins at -2.
std::string Square(const std::string& west, const std::string& east) {
  return R"({"type":"Polygon","coordinates":[[[)" + west + ",51.2],[" + east + ",51.2],[" + east +
         ",51.8],[" + west + ",51.8],[" + west + ",51.2]]]}";
}

record::Directory Land() { return waypost::testing::SmallDirectory({}); }

record::Area Authority(const std::string& code, const std::string& name,
                       std::vector<std::string> parents) {
  record::Area area;
  area.code = code;
  area.name = name;
  area.parents = std::move(parents);
  return area;
}

// The table of a land and of one service that states these areas.
class Made {
 public:
  explicit Made(std::vector<record::ServiceArea> areas, record::Directory land = Land())
      : directory_(Stating(std::move(land), std::move(areas))),
        table_(directory_.gazetteer, ExtentsOf(directory_), sink_) {}

  const AreaTable& table() const { return table_; }
  const std::vector<record::Problem>& problems() const { return sink_.problems; }

  // What the service's areas are, in its order.
  std::vector<AreaId> Resolved() const {
    std::vector<AreaId> ids;
    for (const record::ServiceArea& area : directory_.services[0].areas) {
      ids.push_back(table_.Resolve(area));
    }
    return ids;
  }
  std::vector<AreaId> Authorities(AreaId area) const { return RowOf(table_.authorities(), area); }
  std::vector<AreaId> Meets(AreaId area) const { return RowOf(table_.meets(), area); }

 private:
  static record::Directory Stating(record::Directory land, std::vector<record::ServiceArea> areas) {
    land.services = {waypost::testing::Service("a")};
    land.services[0].areas = std::move(areas);
    return land;
  }
  static FeedExtents ExtentsOf(const record::Directory& directory) {
    FeedExtents extents;
    for (const record::Service& service : directory.services) extents.Add(service);
    return extents;
  }
  static std::vector<AreaId> RowOf(const JaggedRows<AreaId>& rows, AreaId area) {
    const JaggedColumn<AreaId, AreaId> column(rows.offsets(), rows.values());
    return {column[area].begin(), column[area].end()};
  }

  record::Directory directory_;
  record::CollectingSink sink_;
  AreaTable table_;
};

AreaId NamedId(const std::string& name) { return Made({Named(name)}).Resolved().at(0); }

std::vector<std::string> Texts(const TextRows& rows) {
  const TextColumn<AreaId> column(JaggedColumn<AreaId, char>(rows.offsets(), rows.values()));
  std::vector<std::string> texts;
  for (std::uint32_t i = 0; i < column.size(); ++i) texts.emplace_back(column[AreaId(i)]);
  return texts;
}

// ---- numbers

TEST(AreaTable, StandsByKindThenCode) {
  record::Directory land = Land();
  std::reverse(land.gazetteer.areas.begin(), land.gazetteer.areas.end());
  const Made made({}, land);
  EXPECT_THAT(made.table().kinds(),
              ElementsAre(AreaKind::kAuthority, AreaKind::kAuthority, AreaKind::kCounty,
                          AreaKind::kNation, AreaKind::kCountry));
  EXPECT_THAT(Texts(made.table().codes()),
              ElementsAre("E06000001", "E06000002", "E10000001", "E92000001", "K02000001"));
  EXPECT_THAT(Texts(made.table().names()),
              ElementsAre("West", "East", "Westshire", "England", "United Kingdom"));
}

TEST(AreaTable, OutlinesOfServicesFollowByTheirText) {
  const std::string later = Square("-2.9", "-2.5"), sooner = Square("-2.1", "-1.9");
  const Made made({Outlined(later), Outlined(sooner)});
  EXPECT_EQ(made.table().size(), 7U);
  EXPECT_EQ(made.table().kinds().back(), AreaKind::kPolygon);
  EXPECT_THAT(made.Resolved(), ElementsAre(AreaId(6), AreaId(5)));
}

TEST(AreaTable, AnOutlineStatedTwiceIsOneArea) {
  const Made made({Outlined(Square("-2.9", "-2.5")), Outlined(Square("-2.9", "-2.5"))});
  EXPECT_EQ(made.table().size(), 6U);
  EXPECT_THAT(made.Resolved(), ElementsAre(kFirstStated, kFirstStated));
}

// ---- names

TEST(AreaTable, ResolvesNamesCodesAndOtherNames) {
  for (const char* name : {"West", "WEST", " west ", "West Council", "E06000001", "e06000001"}) {
    EXPECT_EQ(NamedId(name), kWest) << name;
  }
  EXPECT_EQ(NamedId("Westshire"), kWestshire);
  EXPECT_EQ(NamedId("england"), kEngland);
}

TEST(AreaTable, TheCountryHasManyNames) {
  for (const char* name :
       {"UK", "United Kingdom", "great britain", "GB", "national", "Nationwide", "K02000001"}) {
    EXPECT_EQ(NamedId(name), kCountry) << name;
  }
}

TEST(AreaTable, UnknownNamesAreNone) {
  for (const char* name : {"", "Atlantis", "West and East", "-"}) {
    EXPECT_TRUE(NamedId(name).is_none()) << name;
  }
}

TEST(AreaTable, AuthoritiesComeBeforeLargerAreasOfTheirName) {
  record::Directory land = Land();
  land.gazetteer.areas[2].name = "West";
  EXPECT_THAT(Made({Named("West")}, land).Resolved(), ElementsAre(kWest));
}

TEST(AreaTable, TheLastPartOfALinkIsACode) {
  EXPECT_THAT(Made({Linked("http://statistics.data.gov.uk/id/E06000002"),
                    Linked("http://statistics.data.gov.uk/id/E06000002/"),
                    Linked("http://example.org/areas#E06000002"), Linked("E06000002")})
                  .Resolved(),
              ElementsAre(kEast, kEast, kEast, kEast));
}

TEST(AreaTable, ANameComesBeforeALink) {
  EXPECT_THAT(Made({Linked("http://example.org/E06000002", "West"),
                    Linked("http://example.org/E06000002", "Atlantis")})
                  .Resolved(),
              ElementsAre(kWest, kEast));
}

TEST(AreaTable, FindsCodesAndNames) {
  const Made made({});
  EXPECT_EQ(made.table().FindCode("E06000002"), kEast);
  EXPECT_TRUE(made.table().FindCode("").is_none());
  EXPECT_EQ(made.table().FindName("west council"), kWest);
}

TEST(AreaTable, KeysAscendAndNameEveryArea) {
  record::Directory land = Land();
  land.gazetteer.areas[2].name = "West";
  const Made made({}, land);
  const std::vector<std::string> keys = Texts(made.table().keys());
  EXPECT_TRUE(std::is_sorted(keys.begin(), keys.end()));
  EXPECT_EQ(keys.size(), made.table().key_areas().size());
  // Both areas of a name stand there, the better first.
  std::vector<AreaId> wests;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == "west") wests.push_back(made.table().key_areas()[i]);
  }
  EXPECT_THAT(wests, ElementsAre(kWest, kWestshire));
}

// ---- outlines

TEST(AreaTable, AnOutlineComesBeforeAName) {
  EXPECT_THAT(Made({Outlined(Square("-1.9", "-1.5"), "West")}).Resolved(),
              ElementsAre(kFirstStated));
}

TEST(AreaTable, AnOutlineMayBeAFeature) {
  const Made made({Outlined(R"({"type":"Feature","properties":{"code":"x"},"geometry":)" +
                            Square("-1.9", "-1.5") + "}")});
  EXPECT_THAT(made.Resolved(), ElementsAre(kFirstStated));
  EXPECT_THAT(made.problems(), IsEmpty());
}

TEST(AreaTable, AnOutlineMeetsTheAuthoritiesThatItTouches) {
  const Made made({Outlined(Square("-2.5", "-2.3")), Outlined(Square("-2.5", "-1.5"))});
  const std::vector<AreaId> ids = made.Resolved();
  EXPECT_THAT(made.Meets(ids[0]), ElementsAre(kWest));
  EXPECT_THAT(made.Meets(ids[1]), ElementsAre(kWest, kEast));
  EXPECT_THAT(made.Authorities(ids[0]), IsEmpty()) << "it consists of none";
}

TEST(AreaTable, AnExtentWithoutOutlineIsReportedAndTheNameHolds) {
  for (
      const char* extent :
      {R"({"type":"Point","coordinates":[-2.5,51.5]})", "not JSON", "{}",
       R"({"type":"Polygon","coordinates":[]})",
       R"({"type":"Polygon","coordinates":[[[358000,173000],[359000,173000],[359000,174000],[358000,173000]]]})",
       R"({"type":"Polygon","coordinates":[[[-2.5,51.5],[-2.4,51.5],[-2.3,51.5],[-2.5,51.5]]]})"}) {
    const Made made({Outlined(extent, "East")});
    EXPECT_THAT(made.Resolved(), ElementsAre(kEast)) << extent;
    ASSERT_FALSE(made.problems().empty()) << extent;
    const record::Problem& problem = made.problems().back();
    EXPECT_EQ(problem.kind, record::ProblemKind::kUnresolvedArea) << extent;
    EXPECT_EQ(problem.source, "alpha") << extent;
    EXPECT_EQ(problem.id, "a") << extent;
  }
}

// ---- authorities

TEST(AreaTable, AnAreaConsistsOfTheAuthoritiesBelowIt) {
  const Made made({});
  EXPECT_THAT(made.Authorities(kWest), ElementsAre(kWest));
  EXPECT_THAT(made.Authorities(kWestshire), ElementsAre(kWest));
  EXPECT_THAT(made.Authorities(kEngland), ElementsAre(kWest, kEast));
  EXPECT_THAT(made.Authorities(kCountry), ElementsAre(kWest, kEast));
}

TEST(AreaTable, AnAreaMeetsTheAuthoritiesBelowIt) {
  const Made made({});
  EXPECT_THAT(made.Meets(kWest), ElementsAre(kWest));
  EXPECT_THAT(made.Meets(kWestshire), ElementsAre(kWest));
  EXPECT_THAT(made.Meets(kEngland), ElementsAre(kWest, kEast));
}

TEST(AreaTable, TheCountryMeetsAuthoritiesWithoutParentsToo) {
  record::Directory land = Land();
  land.gazetteer.areas.push_back(Authority("W06000001", "Alone", {}));
  const Made made({}, land);
  const AreaId alone = made.table().FindName("Alone");
  EXPECT_THAT(made.Meets(made.table().FindName("UK")), IsSupersetOf({alone}));
}

// A district and its county may share a name, and nothing is above itself.
TEST(AreaTable, ParentsAreLargerAreas) {
  record::Directory land = Land();
  land.gazetteer.areas.push_back(Authority("E07000001", "Westshire", {"Westshire"}));
  const Made made({}, land);
  const AreaId district = made.table().FindCode("E07000001");
  const AreaId county = made.table().FindCode("E10000001");
  EXPECT_THAT(made.Authorities(district), ElementsAre(district));
  EXPECT_THAT(made.Authorities(county), ElementsAre(kWest, district));
}

TEST(AreaTable, TheAuthorityOverAPoint) {
  const Made made({});
  EXPECT_EQ(made.table().AuthorityAt(Point(51.5, -2.5)), kWest);
  EXPECT_EQ(made.table().AuthorityAt(Point(51.5, -1.5)), kEast);
  EXPECT_EQ(made.table().AuthorityAt(Point(51.5, -2)), kWest) << "on the border the lowest code";
  EXPECT_TRUE(made.table().AuthorityAt(Point(55, -2.5)).is_none());
}

TEST(AreaTable, AnOutlineIsNoAuthority) {
  const Made made({Outlined(
      R"({"type":"Polygon","coordinates":[[[-2.5,55],[-2.3,55],[-2.3,56],[-2.5,55]]]})")});
  EXPECT_TRUE(made.table().AuthorityAt(Point(55.1, -2.31)).is_none());
}

}  // namespace
}  // namespace waypost::prepare
