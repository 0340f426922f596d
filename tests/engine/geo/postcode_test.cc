#include "engine/geo/postcode.h"

#include <gtest/gtest.h>

namespace waypost {
namespace {

struct Shape {
  const char* typed;
  PostcodeLevel level;
  const char* text;
};

constexpr auto kArea = PostcodeLevel::kArea;
constexpr auto kDistrict = PostcodeLevel::kDistrict;
constexpr auto kSector = PostcodeLevel::kSector;
constexpr auto kUnit = PostcodeLevel::kUnit;

// Every shape that Royal Mail uses, in the ways people type them.
constexpr Shape kShapes[] = {
    {"M1 1AE", kUnit, "M1 1AE"},
    {"M60 1NW", kUnit, "M60 1NW"},
    {"CR2 6XH", kUnit, "CR2 6XH"},
    {"DN55 1PT", kUnit, "DN55 1PT"},
    {"W1A 1HQ", kUnit, "W1A 1HQ"},
    {"EC1A 1BB", kUnit, "EC1A 1BB"},
    {"BS1 4TR", kUnit, "BS1 4TR"},
    {"bs14tr", kUnit, "BS1 4TR"},
    {" BS1+4TR ", kUnit, "BS1 4TR"},
    {"B S 1 4 T R", kUnit, "BS1 4TR"},
    {"BS1 44TR", kUnit, "BS14 4TR"},  // the space is in the wrong place, but only one reading fits
    {"bs1  4tr\r\n", kUnit, "BS1 4TR"},
    {"BS1 4 TR", kUnit, "BS1 4TR"},
    {"BS14 9AA", kUnit, "BS14 9AA"},
    {"BS149AA", kUnit, "BS14 9AA"},
    {"BS1 4", kSector, "BS1 4"},
    {"sw1a 1", kSector, "SW1A 1"},
    {"m1+1", kSector, "M1 1"},
    {"BS1", kDistrict, "BS1"},
    {"BS14", kDistrict, "BS14"},
    {"sw1a", kDistrict, "SW1A"},
    {"M1", kDistrict, "M1"},
    {"W1A", kDistrict, "W1A"},
    {" m60 ", kDistrict, "M60"},
    {"BS", kArea, "BS"},
    {"b", kArea, "B"},
};

TEST(Postcode, ReadsEveryShape) {
  for (const Shape& shape : kShapes) {
    const auto postcode = Postcode::Parse(shape.typed);
    ASSERT_TRUE(postcode.has_value()) << shape.typed;
    EXPECT_EQ(postcode->level(), shape.level) << shape.typed;
    EXPECT_EQ(postcode->text(), shape.text) << shape.typed;
    EXPECT_EQ(Postcode::Parse(postcode->text()), postcode) << shape.typed;
  }
}

TEST(Postcode, RefusesOtherShapes) {
  for (const char* text :
       {"", " ", "1", "BS1 4T", "BS1 4TRX", "BSX 4TR", "BSS1 4TR", "1BS 4TR", "BS123", "BS1 TR4",
        "BS1-4TR", "BS1 4TR, Bristol", "Bristol", "ABC", "SW1AA 1AA", "BS1 4 5",
        "\xC2\xA0"
        "BS1 4TR",
        "BS1 4T\xC3\x89", "51.4545,-2.5879"}) {
    EXPECT_EQ(Postcode::Parse(text), std::nullopt) << text;
  }
  EXPECT_EQ(Postcode::Parse(std::string(1'000'000, 'B')), std::nullopt);
  EXPECT_EQ(Postcode::Parse(std::string_view("BS1\0004TR", 7)), std::nullopt);
}

TEST(Postcode, KnowsWhatItLiesIn) {
  const Postcode unit = Postcode::Parse("ec1a1bb").value();
  EXPECT_EQ(unit.AreaText(), "EC");
  EXPECT_EQ(unit.DistrictText(), "EC1A");
  EXPECT_EQ(unit.SectorText(), "EC1A 1");
  EXPECT_EQ(unit.UnitLetters(), "BB");
  const Postcode sector = Postcode::Parse("M1 1").value();
  EXPECT_EQ(sector.AreaText(), "M");
  EXPECT_EQ(sector.DistrictText(), "M1");
  EXPECT_EQ(sector.SectorText(), "M1 1");
  EXPECT_EQ(Postcode::Parse("BS14")->DistrictText(), "BS14");
  EXPECT_EQ(Postcode::Parse("BS14")->AreaText(), "BS");
}

TEST(LooksLikePostcode, TellsAttemptsFromPlaceNames) {
  for (const char* text : {"BS1 4TR", "bs1", "BS1 4T", "BS 14TR", "M11AEX", "b1"}) {
    EXPECT_TRUE(LooksLikePostcode(text)) << text;
  }
  for (const char* text : {"", "Bristol", "Ely", "Bath", "BS", "A", "51.4545", "1 High Street",
                           "Area 51", "M1 motorway services", "St Ives"}) {
    EXPECT_FALSE(LooksLikePostcode(text)) << text;
  }
}

}  // namespace
}  // namespace waypost
