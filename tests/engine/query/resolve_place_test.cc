// What `near` is read as, over the land of tests/support/small_directory.h.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "engine/query/resolved_query.h"
#include "tests/support/memory_index.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Point;

class ResolvePlaceTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    record::Directory directory = testing::SmallDirectory({});
    for (record::PostcodeEntry& entry : directory.gazetteer.postcodes) {
      if (std::string_view(entry.text) == "EA11AA") {
        entry.life = record::PostcodeLife::kEnded;
        entry.ended_month = 2019 * 12 + 4;
      }
      if (std::string_view(entry.text) == "BO11AA") entry.life = record::PostcodeLife::kLive;
      if (std::string_view(entry.text) == "WE11ZX") entry.life = record::PostcodeLife::kEnded;
    }
    const auto index = IndexOf(std::move(directory));
    ASSERT_TRUE(index.ok()) << index.status();
    index_ = *index;
  }
  static void TearDownTestSuite() { index_.reset(); }

  static absl::StatusOr<Place> Find(const std::string& text) {
    ASSIGN_OR_RETURN(const Near near, ParseNear(text));
    return ResolvePlace(*index_, near);
  }
  static Place Found(const std::string& text) {
    const auto place = Find(text);
    EXPECT_TRUE(place.ok()) << text << ": " << place.status();
    return place.value_or(Place());
  }
  // The code of the error; "" when there is a place.
  static std::string Lost(const std::string& text) {
    const auto error = RequestErrorOf(Find(text).status());
    if (!error) return "";
    EXPECT_EQ(error->parameter, "near") << text;
    return error->code;
  }
  static std::vector<std::string> Authorities(const Place& place) {
    std::vector<std::string> codes;
    for (AreaId area : place.authorities) codes.emplace_back(index_->areas().code[area]);
    return codes;
  }

  static std::shared_ptr<const Index> index_;
};

std::shared_ptr<const Index> ResolvePlaceTest::index_;

TEST_F(ResolvePlaceTest, AFullPostcodeIsItsUnit) {
  const Place place = Found("we11aa");
  EXPECT_EQ(place.reading, PlaceReading::kUnit);
  EXPECT_EQ(place.label, "WE1 1AA");
  EXPECT_EQ(place.point, Point(51.5, -2.5));
  EXPECT_THAT(Authorities(place), ElementsAre("E06000001"));
  EXPECT_FALSE(place.read_as_sector);
}

TEST_F(ResolvePlaceTest, CaseSpacesAndPlusDoNotMatter) {
  for (const char* text : {"WE1 1AA", "we1 1aa", " WE1+1AA ", "WE1  1 AA"}) {
    EXPECT_EQ(Found(text).label, "WE1 1AA") << text;
  }
}

TEST_F(ResolvePlaceTest, AUnitWithoutAuthorityInTheFileLiesInAPolygon) {
  EXPECT_THAT(Authorities(Found("WE1 1AB")), ElementsAre("E06000001"));
}

TEST_F(ResolvePlaceTest, ASectorHasAllAuthoritiesOfItsPostcodes) {
  const Place place = Found("bo1 1");
  EXPECT_EQ(place.reading, PlaceReading::kSector);
  EXPECT_EQ(place.label, "BO1 1");
  EXPECT_EQ(place.point, Point(51.5, -2));
  EXPECT_THAT(Authorities(place), ElementsAre("E06000001", "E06000002"));
  EXPECT_FALSE(place.read_as_sector) << "a sector was asked for";
}

TEST_F(ResolvePlaceTest, ADistrict) {
  const Place place = Found("we1");
  EXPECT_EQ(place.reading, PlaceReading::kDistrict);
  EXPECT_EQ(place.label, "WE1");
  EXPECT_EQ(place.point, Point(51.51, -2.5));
}

TEST_F(ResolvePlaceTest, AnArea) {
  const Place place = Found("we");
  EXPECT_EQ(place.reading, PlaceReading::kArea);
  EXPECT_EQ(place.label, "WE");
}

TEST_F(ResolvePlaceTest, AnUnknownUnitIsReadAsItsSector) {
  const Place place = Found("WE1 1ZZ");
  EXPECT_EQ(place.reading, PlaceReading::kSector);
  EXPECT_EQ(place.label, "WE1 1");
  EXPECT_TRUE(place.read_as_sector);
}

TEST_F(ResolvePlaceTest, AUnitThatIsNowhereIsReadAsItsSector) {
  const Place place = Found("WE1 1ZX");
  EXPECT_EQ(place.reading, PlaceReading::kSector);
  EXPECT_TRUE(place.read_as_sector);
  EXPECT_EQ(place.life, PostcodeLife::kEnded) << "the file knows it all the same";
}

TEST_F(ResolvePlaceTest, AnEndedPostcodeSaysSo) {
  const Place place = Found("EA1 1AA");
  EXPECT_EQ(place.reading, PlaceReading::kUnit);
  EXPECT_EQ(place.life, PostcodeLife::kEnded);
  EXPECT_EQ(place.ended_month, 2019 * 12 + 4);
}

TEST_F(ResolvePlaceTest, ALivePostcodeSaysSo) {
  EXPECT_EQ(Found("BO1 1AA").life, PostcodeLife::kLive);
}

TEST_F(ResolvePlaceTest, AFileWithoutStatusSaysNeither) {
  EXPECT_EQ(Found("WE1 1AA").life, PostcodeLife::kUnknown);
}

TEST_F(ResolvePlaceTest, UnknownPostcodesOfAllLevels) {
  for (const char* text : {"WE2 9AA", "WE2 9", "WE2", "ZZ", "ZZ99 9ZZ"}) {
    EXPECT_EQ(Lost(text), "unknown_postcode") << text;
  }
}

TEST_F(ResolvePlaceTest, MalformedPostcodes) {
  for (const char* text : {"WE1 1A", "WE1 11A", "WE1 1AAA", "W 1 1AAA"}) {
    EXPECT_EQ(Lost(text), "malformed_postcode") << text;
  }
}

TEST_F(ResolvePlaceTest, NothingIsNoPlace) {
  EXPECT_EQ(Lost(""), "empty_place");
  EXPECT_EQ(Lost("  "), "empty_place");
}

TEST_F(ResolvePlaceTest, APlaceByName) {
  const Place place = Found("westton");
  EXPECT_EQ(place.reading, PlaceReading::kPlace);
  EXPECT_EQ(place.label, "Westton");
  EXPECT_EQ(place.point, Point(51.5, -2.5));
  EXPECT_THAT(Authorities(place), ElementsAre("E06000001"));
  EXPECT_THAT(place.also, IsEmpty());
}

TEST_F(ResolvePlaceTest, APlaceOfTwoLettersThatIsNoKnownPostcode) {
  const Place place = Found("Ox");
  EXPECT_EQ(place.reading, PlaceReading::kPlace);
  EXPECT_EQ(place.label, "Ox");
}

TEST_F(ResolvePlaceTest, APlaceWithoutAuthorityLiesInAPolygon) {
  EXPECT_THAT(Authorities(Found("Ox")), ElementsAre("E06000001"));
}

TEST_F(ResolvePlaceTest, TheBestOfANameIsTakenAndTheOthersOffered) {
  // A town before a village of more people; of the towns the one with more people.
  const Place place = Found("Twinham");
  EXPECT_EQ(place.label, "Twinham, Eastshire");
  std::vector<std::string> others;
  for (PlaceOrdinal other : place.also) others.push_back(FullName(*index_, other));
  EXPECT_THAT(others, ElementsAre("Twinham, Westshire", "Twinham, Hillshire"));
}

TEST_F(ResolvePlaceTest, ATieOfTheBestTwoIsAmbiguous) {
  const auto error = RequestErrorOf(Find("Tiely").status());
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, "ambiguous_place");
  EXPECT_THAT(error->detail, HasSubstr("Tiely, Westshire"));
  EXPECT_THAT(error->detail, HasSubstr("Tiely, Eastshire"));
}

TEST_F(ResolvePlaceTest, AfterTheCommaStandsTheCounty) {
  EXPECT_EQ(Found("Tiely, Eastshire").point, Point(51.5, -1.5));
  EXPECT_EQ(Found("tiely ,WESTSHIRE").point, Point(51.5, -2.5));
}

TEST_F(ResolvePlaceTest, AfterTheCommaStandsTheAuthority) {
  EXPECT_EQ(Found("Twinham, West").label, "Twinham, Westshire");
  EXPECT_EQ(Found("Twinham, e06000001").label, "Twinham, Westshire");
  EXPECT_EQ(Found("Twinham, West Council").label, "Twinham, Westshire");
}

TEST_F(ResolvePlaceTest, WhatStandsAfterTheCommaDecides) {
  EXPECT_EQ(Lost("Westton, East"), "unknown_place");
  EXPECT_THAT(Found("Twinham, West").also, IsEmpty());
}

TEST_F(ResolvePlaceTest, EveryPartAfterACommaHolds) {
  EXPECT_EQ(Found("Twinham, West, Westshire").label, "Twinham, Westshire");
  EXPECT_EQ(Lost("Twinham, West, Eastshire"), "unknown_place");
}

TEST_F(ResolvePlaceTest, EveryNameThatIsOfferedFindsItsPlace) {
  for (std::uint32_t i = 0; i < index_->places().name.size(); ++i) {
    const PlaceOrdinal place(i);
    EXPECT_EQ(Found(FullName(*index_, place)).point, index_->places().point[place])
        << FullName(*index_, place);
  }
}

TEST_F(ResolvePlaceTest, UnknownNames) {
  for (const char* text : {"Atlantis", "Atlantis, West", ",", "-"}) {
    EXPECT_EQ(Lost(text), "unknown_place") << text;
  }
}

TEST_F(ResolvePlaceTest, BytesThatAreNoTextAreAnUnknownName) {
  EXPECT_EQ(Lost("\xFF\xFE"), "unknown_place");
  EXPECT_EQ(Lost(std::string("We\0st", 5)), "unknown_place");
}

TEST_F(ResolvePlaceTest, APoint) {
  const Place place = Found("51.5,-2.50");
  EXPECT_EQ(place.reading, PlaceReading::kPoint);
  EXPECT_EQ(place.label, "51.5,-2.5");
  EXPECT_EQ(place.point, Point(51.5, -2.5));
  EXPECT_THAT(Authorities(place), ElementsAre("E06000001"));
}

TEST_F(ResolvePlaceTest, OnABorderTheLowestCodeCounts) {
  EXPECT_THAT(Authorities(Found("51.5,-2")), ElementsAre("E06000001"));
}

TEST_F(ResolvePlaceTest, OutsideEveryOutlineThereIsNoAuthority) {
  EXPECT_THAT(Authorities(Found("55.9,-3.2")), IsEmpty());
}

TEST_F(ResolvePlaceTest, TheCornersOfTheKingdomAreInside) {
  for (const char* text : {"49.2,-6.3", "60.8,-0.8", "54.3,-8.1", "52.5,1.76", "57.8,-8.6"}) {
    EXPECT_EQ(Lost(text), "") << text;
  }
}

TEST_F(ResolvePlaceTest, PointsOutsideTheKingdom) {
  for (const char* text : {"48.85,2.35", "0,0", "40.7,-74", "64.1,-21.9", "-51.5,-2.5"}) {
    EXPECT_EQ(Lost(text), "outside_uk") << text;
  }
}

TEST_F(ResolvePlaceTest, OnlyUnitsAndPointsAreExact) {
  EXPECT_TRUE(Found("WE1 1AA").IsExact());
  EXPECT_TRUE(Found("51.5,-2.5").IsExact());
  for (const char* text : {"WE1 1", "WE1", "WE", "Westton", "WE1 1ZZ"}) {
    EXPECT_FALSE(Found(text).IsExact()) << text;
  }
}

}  // namespace
}  // namespace waypost::query
