#include "index_builder/sources/reference/place_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

using record::Place;
using record::PlaceKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

AuthorityList Authorities() {
  AuthorityListBuilder builder;
  AuthorityRow pembrokeshire;
  pembrokeshire.code = "W06000009";
  pembrokeshire.name = "Pembrokeshire";
  AuthorityRow devon;
  devon.kind = record::AreaKind::kCounty;
  devon.code = "E10000008";
  devon.name = "Devon";
  AuthorityRow north_devon;
  north_devon.code = "E07000043";
  north_devon.name = "North Devon";
  north_devon.parents = {"E10000008"};
  north_devon.other_names = {"E07009943"};
  builder.Add({pembrokeshire, devon, north_devon});
  return builder.Build();
}

PlaceTable ReadText(std::string text, std::size_t problems = 0) {
  record::CollectingSink sink;
  auto table = ReadPlaceText("places.csv", std::move(text), Authorities(), sink);
  EXPECT_EQ(sink.problems.size(), problems);
  if (!table.ok()) ADD_FAILURE() << MessageOf(table.status());
  return table.ok() ? std::move(table).value() : PlaceTable();
}

constexpr char kOsHeader[] =
    "id,name1,name1_lang,name2,name2_lang,local_type,easting,northing,lat,lon,postcode_district,"
    "district_borough,county_unitary,region,country\n";

TEST(ReadPlaceText, ReadsAnExtractOfOsOpenNames) {
  const PlaceTable table = ReadText(
      std::string(kOsHeader) +
      "osgb1,Trefdraeth,cym,Newport,eng,Town,205716,239107,52.01628,-4.83268,SA42,,"
      "Sir Benfro - Pembrokeshire,Wales,Wales\n"
      "osgb2,Newport,,,,Suburban Area,256651,132272,51.07182,-4.04746,EX32,North Devon,Devon,"
      "South West,England\n");
  EXPECT_EQ(table.origin, PlaceOrigin::kOsOpenNames);
  ASSERT_EQ(table.places.size(), 2u);
  const Place& town = table.places[0];
  EXPECT_EQ(town.name, "Newport");
  EXPECT_THAT(town.other_names, ElementsAre("Trefdraeth"));
  EXPECT_EQ(town.kind, PlaceKind::kTown);
  EXPECT_EQ(town.point, LatLng::FromE7(520162800, -48326800));
  EXPECT_EQ(town.authority, "W06000009");
  EXPECT_EQ(town.nation, "Wales");
  EXPECT_EQ(table.places[1].authority, "E07000043");
  EXPECT_EQ(table.places[1].kind, PlaceKind::kSuburb);
}

TEST(ReadPlaceText, KeepsTheNameOfAnAuthorityThatIsNotInTheList) {
  const PlaceTable table =
      ReadText(std::string(kOsHeader) +
               "osgb1,Glenridding,,,,Village,0,0,54.54,-2.95,CA11,,Atlantis,North West,England\n");
  EXPECT_EQ(table.places.at(0).authority, "Atlantis");
}

// A row of the product's own 34 columns, of which a road is the other kind.
std::string ProductRow(const std::string& name, const std::string& type) {
  return "osgb4000000074551821,http://x," + name + ",,,," + type +
         ",City,358653,173159,1,2,3,4,5,6,BS1,u,,,,,,,Bristol,u,t,South West,u,England,u,,,\n";
}

TEST(ReadPlaceText, ReadsTheProductWithoutHeaderAndSkipsRoads) {
  const PlaceTable table = ReadText(ProductRow("Bristol", "populatedPlace") +
                                    ProductRow("High Street", "transportNetwork"));
  ASSERT_EQ(table.places.size(), 1u);
  EXPECT_EQ(table.places[0].name, "Bristol");
  EXPECT_EQ(table.places[0].kind, PlaceKind::kCity);
  EXPECT_EQ(table.places[0].county, "Bristol");
  EXPECT_LE(HaversineDistance(table.places[0].point, LatLng::FromE7(514558800, -25964700)),
            Metres(5).ToMillimetres());
}

TEST(ReadPlaceText, ReadsGeoNamesWithHeader) {
  const PlaceTable table = ReadText(
      "geonameid,name,asciiname,alternatenames,latitude,longitude,feature_class,feature_code,"
      "admin1,"
      "admin2,population\n"
      "1,Newcastle upon "
      "Tyne,x,\"N'jukasl,NCL,Newcastle,Newcastle-upon-Tyne,newcastl\",54.97,-1.61,P,"
      "PPLA2,ENG,I7,192382\n"
      "2,Newport,x,\"Casnewydd,Newport,Novus Burgus,\xD0\x9D\",51.58774,-2.99835,P,PPLA2,WLS,Y6,"
      "117326\n"
      "3,Saint Helens,x,\"Helens,Saint Helens,St Helens\",53.45,-2.73,P,PPLA2,ENG,N1,102555\n");
  EXPECT_EQ(table.origin, PlaceOrigin::kGeoNames);
  ASSERT_EQ(table.places.size(), 3u);
  EXPECT_THAT(table.places[0].other_names, ElementsAre("Newcastle"));
  EXPECT_EQ(table.places[0].population, 192382u);
  EXPECT_EQ(table.places[0].nation, "England");
  EXPECT_THAT(table.places[1].other_names, ElementsAre("Casnewydd", "Novus Burgus"));
  EXPECT_EQ(table.places[2].name, "St Helens");
}

std::string DumpRow(const std::string& name, const std::string& country) {
  return "2638077\t" + name + "\t" + name + "\t\t53.38297\t-1.4659\tP\tPPLA2\t" + country +
         "\t\tENG\tL9\t\t\t447047\t\t75\tEurope/London\t2011-03-21\n";
}

TEST(ReadPlaceText, ReadsTheGeoNamesDumpAndKeepsTheUnitedKingdom) {
  const PlaceTable table = ReadText(DumpRow("Andorra la Vella", "AD") + DumpRow("Sheffield", "GB"));
  ASSERT_EQ(table.places.size(), 1u);
  EXPECT_EQ(table.places[0].name, "Sheffield");
  EXPECT_EQ(table.places[0].population, 447047u);
}

TEST(ReadPlaceText, ReadsWaypostsOwnListWithCodesInForce) {
  const PlaceTable table = ReadText(
      "# comment\nname,other_names,kind,lat,lon,population,authority\n"
      "Barnstaple,Barum|The Town,town,51.08,-4.06,24000,E07009943\n");
  EXPECT_EQ(table.origin, PlaceOrigin::kWaypost);
  EXPECT_THAT(table.places.at(0).other_names, ElementsAre("Barum", "The Town"));
  EXPECT_EQ(table.places.at(0).authority, "E07000043");
}

TEST(ReadPlaceText, ReportsRowsWithoutNameOrPosition) {
  const PlaceTable table = ReadText(
      "name,other_names,kind,lat,lon,population,authority\n,,town,51,-2,,\nNowhere,,town,0,0,,\n",
      2);
  EXPECT_THAT(table.places, IsEmpty());
}

TEST(ReadPlaceText, RefusesOtherFiles) {
  record::CollectingSink sink;
  for (const char* text : {"", "a,b\n1,2\n", "name,kind\nx,town\n", "#", "#\n#"}) {
    const auto table = ReadPlaceText("x.csv", text, Authorities(), sink);
    ASSERT_FALSE(table.ok()) << text;
    EXPECT_THAT(MessageOf(table.status()), HasSubstr("x.csv: line 1")) << text;
  }
}

}  // namespace
}  // namespace waypost::sources
