#include "index_builder/sources/reference/load_gazetteer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/load_taxonomies.h"
#include "index_builder/sources/reference/postcode_entries.h"
#include "index_builder/sources/reference/shipped_places.h"

namespace waypost::sources {
namespace {

using record::Gazetteer;
using testing::ElementsAre;
using testing::HasSubstr;

class LoadGazetteerTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "waypost-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string Write(const std::string& name, const std::string& text) {
    const std::string path = folder_ + "/" + name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  Gazetteer Load(const GazetteerSpec& spec) {
    Gazetteer gazetteer;
    const absl::Status status = LoadGazetteer(spec, sink_, gazetteer);
    EXPECT_TRUE(status.ok()) << MessageOf(status);
    return gazetteer;
  }

  // Sheffield under two codes, one postcode of Code-Point Open, a plain file for Belfast.
  GazetteerSpec SmallSpec() {
    GazetteerSpec spec;
    spec.postcodes = {
        Write("cp.csv", "\"S1 2HE\",10,435400,387300,\"\",\"\",\"\",\"\",\"E08000039\",\"\"\n"),
        Write("ni.csv", "postcode,lat,lon\nBT1 1AA,54.6,-5.9\n")};
    spec.authority_lists = {Write("recodings.csv", "former_code,code\nE08000019,E08000039\n"),
                            Write("list.csv",
                                  "kind,code,name,other_names,parents\n"
                                  "authority,E08000019,Sheffield,Sheffield City Council,E12000003\n"
                                  "authority,N09000003,Belfast,Belfast City Council,N92000002\n")};
    spec.areas = {Write("areas.geojson",
                        R"({"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"code":"N09000003","name":"Belfast"},"geometry":
            {"type":"Polygon","coordinates":[[[-6,54.5],[-5.8,54.5],[-5.8,54.7],[-6,54.7],[-6,54.5]]]}},
          {"type":"Feature","properties":{"code":"E08000019","name":"Sheffield"},"geometry":
            {"type":"Polygon","coordinates":[[[-1.6,53.3],[-1.3,53.3],[-1.3,53.5],[-1.6,53.3]]]}}]})")};
    spec.places = {Write("places.csv",
                         "name,other_names,kind,lat,lon,population,authority\n"
                         "Sheffield,,city,53.38,-1.47,447047,\n")};
    spec.calendars = {
        Write("days.json", R"({"scotland":{"events":[{"title":"x","date":"2026-01-01"}]}})")};
    return spec;
  }

  record::CollectingSink sink_;
  std::string folder_;
};

TEST_F(LoadGazetteerTest, BringsCodesOfAllFilesTogether) {
  const Gazetteer gazetteer = Load(SmallSpec());
  EXPECT_THAT(gazetteer.authority_codes, ElementsAre("E08000039", "N09000003"));
  ASSERT_EQ(gazetteer.postcodes.size(), 2u);
  // The plain file does not say: the outline does.
  EXPECT_EQ(PostcodeText(gazetteer.postcodes[0]), "BT1 1AA");
  EXPECT_EQ(gazetteer.postcodes[0].authority, 1);
  EXPECT_EQ(gazetteer.postcodes[1].authority, 0);
  ASSERT_EQ(gazetteer.sectors.size(), 2u);
  EXPECT_THAT(gazetteer.sectors[0].authorities, ElementsAre(1));
  ASSERT_EQ(gazetteer.places.size(), 1u);
  EXPECT_EQ(gazetteer.places[0].authority, "E08000039");
  EXPECT_EQ(gazetteer.places[0].region, "Yorkshire and The Humber");
  EXPECT_EQ(gazetteer.bank_holidays.size(), 1u);
  const auto& areas = gazetteer.areas;
  ASSERT_FALSE(areas.empty());
  EXPECT_EQ(areas[0].code, "E08000039");
  EXPECT_EQ(areas[0].polygons.size(), 1u);
  EXPECT_TRUE(sink_.problems.empty());
}

TEST_F(LoadGazetteerTest, TakesAuthorityListsAmongAreas) {
  GazetteerSpec spec = SmallSpec();
  for (const std::string& path : spec.authority_lists) spec.areas.push_back(path);
  spec.authority_lists.clear();
  EXPECT_THAT(Load(spec).authority_codes, ElementsAre("E08000039", "N09000003"));
}

TEST_F(LoadGazetteerTest, WritesWhatItReadsAgain) {
  const Gazetteer full = Load(SmallSpec());
  for (const auto& [name, text] : WriteShippedPlaces(full, {"first line", "second line"})) {
    EXPECT_THAT(text, testing::StartsWith("# first line\n# second line\n")) << name;
    Write(name, text);
  }
  GazetteerSpec spec;
  spec.shipped_places = folder_;
  const Gazetteer shipped = Load(spec);
  EXPECT_TRUE(shipped.postcodes.empty());
  EXPECT_EQ(shipped.authority_codes, full.authority_codes);
  ASSERT_EQ(shipped.sectors.size(), full.sectors.size());
  for (std::size_t i = 0; i < full.sectors.size(); ++i) {
    EXPECT_EQ(shipped.sectors[i].text, full.sectors[i].text);
    EXPECT_EQ(shipped.sectors[i].authorities, full.sectors[i].authorities);
    EXPECT_LE(HaversineDistance(shipped.sectors[i].point, full.sectors[i].point),
              Metres(1).ToMillimetres());
  }
  ASSERT_EQ(shipped.areas.size(), full.areas.size());
  for (std::size_t i = 0; i < full.areas.size(); ++i) {
    EXPECT_EQ(shipped.areas[i].code, full.areas[i].code);
    EXPECT_EQ(shipped.areas[i].parents, full.areas[i].parents);
    EXPECT_EQ(shipped.areas[i].other_names, full.areas[i].other_names);
  }
  ASSERT_EQ(shipped.places.size(), 1u);
  EXPECT_EQ(shipped.places[0].kind, record::PlaceKind::kCity);
  EXPECT_EQ(shipped.places[0].authority, "E08000039");
}

TEST_F(LoadGazetteerTest, PassesOnWhatReadersRefuse) {
  Gazetteer gazetteer;
  GazetteerSpec spec;
  spec.calendars = {Write("days.json", "{}")};
  EXPECT_THAT(MessageOf(LoadGazetteer(spec, sink_, gazetteer)), HasSubstr("days.json: line 1"));
  spec = {};
  spec.shipped_places = folder_;
  EXPECT_THAT(MessageOf(LoadGazetteer(spec, sink_, gazetteer)), HasSubstr("postcode-sectors.csv"));
}

// The files in data/ of this repository.

std::string OwnData(const std::string& name) {
  return std::string(WAYPOST_SOURCE_DIR) + "/data/" + name;
}

TEST(ShippedPlaces, KnowSectorsTownsAndAuthorities) {
  record::CollectingSink sink;
  Gazetteer gazetteer;
  GazetteerSpec spec;
  spec.shipped_places = OwnData("places");
  spec.calendars = {OwnData("calendar/bank-holidays.json")};
  const absl::Status status = LoadGazetteer(spec, sink, gazetteer);
  ASSERT_TRUE(status.ok()) << MessageOf(status);
  EXPECT_TRUE(sink.problems.empty());
  EXPECT_EQ(gazetteer.postcode_areas.size(), 121u);
  EXPECT_EQ(gazetteer.districts.size(), 2944u);
  EXPECT_EQ(gazetteer.sectors.size(), 11123u);
  EXPECT_EQ(gazetteer.bank_holidays.size(), 279u);
  EXPECT_GT(gazetteer.places.size(), 4000u);
  int sheffields = 0;
  for (const record::Place& place : gazetteer.places) {
    if (place.name != "Sheffield") continue;
    ++sheffields;
    EXPECT_EQ(place.kind, record::PlaceKind::kCity);
    EXPECT_EQ(place.authority, "E08000039");
    EXPECT_EQ(place.nation, "England");
  }
  EXPECT_EQ(sheffields, 1);
  for (const record::PostcodeGroup& sector : gazetteer.sectors) {
    if (sector.text != "BS1 4") continue;
    ASSERT_EQ(sector.authorities.size(), 1u);
    EXPECT_EQ(gazetteer.authority_codes[static_cast<std::size_t>(sector.authorities[0])],
              "E06000023");
    EXPECT_LE(HaversineDistance(sector.point, LatLng::FromE7(514525000, -25980000)),
              Metres(1000).ToMillimetres());
  }
}

TEST(ShippedPlaces, AreLessThanAMegabyteAndSayWhoseTheyAre) {
  std::uintmax_t total = 0;
  for (const auto& file : std::filesystem::directory_iterator(OwnData("places"))) {
    if (file.path().extension() != ".csv") continue;
    total += file.file_size();
    std::ifstream in(file.path());
    std::string first;
    std::getline(in, first);
    EXPECT_THAT(first, testing::StartsWith("# ")) << file.path();
  }
  EXPECT_LT(total, 1'000'000u);
}

TEST(ShippedTaxonomies, MapEveryNeedToServiceTypesThatExist) {
  record::CollectingSink sink;
  record::Taxonomy taxonomy;
  const absl::Status status = LoadTaxonomies({OwnData("taxonomies")}, sink, taxonomy);
  ASSERT_TRUE(status.ok()) << MessageOf(status);
  // A code without a term would be reported.
  EXPECT_TRUE(sink.problems.empty());
  std::map<std::string, int> terms;
  std::set<std::string> mapped;
  for (const auto& term : taxonomy.terms) ++terms[term.vocabulary];
  for (const auto& mapping : taxonomy.mappings) {
    const bool is_persona = mapping.from.vocabulary == "waypostPersonas";
    EXPECT_EQ(mapping.to.vocabulary == "esdServiceTypes", !is_persona) << mapping.from.code;
    mapped.insert(mapping.from.vocabulary + " " + mapping.from.code);
  }
  EXPECT_EQ(terms["esdServiceTypes"], 1519);
  EXPECT_EQ(terms["esdFunctions"], 113);
  EXPECT_EQ(terms["waypostNeeds"], 76);
  EXPECT_EQ(terms["waypostCircumstances"], 43);
  EXPECT_EQ(terms["waypostPersonas"], 11);
  for (const auto& term : taxonomy.terms) {
    const bool group = term.vocabulary == "waypostNeeds" && term.parent.empty();
    if (!term.vocabulary.starts_with("waypost") || group) continue;
    EXPECT_TRUE(mapped.contains(term.vocabulary + " " + term.code)) << term.code;
    EXPECT_EQ(term.synonyms.empty(), term.vocabulary == "waypostPersonas") << term.code;
    EXPECT_FALSE(term.description.empty()) << term.code;
  }
}

TEST_F(LoadGazetteerTest, ReadsEveryTaxonomyOfAFolder) {
  Write("b.toml", "vocabulary = \"v\"\n[[term]]\ncode = \"1\"\nlabel = \"From b\"\n");
  Write("a.csv", "Identifier,Label,Type\n2,Two,Service\n");
  Write("readme.txt", "not this one");
  record::Taxonomy taxonomy;
  ASSERT_TRUE(LoadTaxonomies({folder_}, sink_, taxonomy).ok());
  EXPECT_EQ(taxonomy.terms.size(), 2u);
  const std::string first =
      Write("first.toml", "vocabulary = \"v\"\n[[term]]\ncode = \"1\"\nlabel = \"First\"\n");
  ASSERT_TRUE(LoadTaxonomies({first, folder_ + "/b.toml"}, sink_, taxonomy).ok());
  EXPECT_EQ(taxonomy.terms.at(0).label, "First");
  std::filesystem::remove(folder_ + "/a.csv");
  Write("c.csv", "a,b\n");
  EXPECT_THAT(MessageOf(LoadTaxonomies({folder_}, sink_, taxonomy)), HasSubstr("c.csv: line 1"));
}

}  // namespace
}  // namespace waypost::sources
