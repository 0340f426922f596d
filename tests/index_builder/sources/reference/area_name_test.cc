#include "index_builder/sources/reference/area_name.h"

#include <gtest/gtest.h>

namespace waypost::sources {
namespace {

TEST(FoldAreaName, MakesSpellingsOfANameEqual) {
  EXPECT_EQ(FoldAreaName("Bristol, City of"), "bristol city of");
  EXPECT_EQ(FoldAreaName("Barking & Dagenham"), "barking and dagenham");
  EXPECT_EQ(FoldAreaName("St. Helens"), "st helens");
  EXPECT_EQ(FoldAreaName("Saint Helens"), "st helens");
  EXPECT_EQ(FoldAreaName("King's Lynn"), "kings lynn");
  EXPECT_EQ(FoldAreaName("King\xE2\x80\x99s Lynn"), "kings lynn");
  EXPECT_EQ(FoldAreaName("Stoke-on-Trent"), "stoke on trent");
  EXPECT_EQ(FoldAreaName("  Newry,  Mourne and Down "), "newry mourne and down");
}

TEST(FoldAreaName, DropsAccentsOfWelshAndGaelic) {
  EXPECT_EQ(FoldAreaName("Ynys M\xC3\xB4n"), "ynys mon");
  EXPECT_EQ(FoldAreaName("T\xC5\xB7 D\xC5\xB5r"), "ty dwr");
  EXPECT_EQ(FoldAreaName("\xC3\x89il"), "eil");
}

TEST(FoldAreaName, KeepsOtherScriptsAndBrokenBytes) {
  EXPECT_EQ(FoldAreaName("\xD0\x99\xD0\xBE"), "\xD0\x99\xD0\xBE");
  EXPECT_EQ(FoldAreaName("a\xC3"), "a\xC3");
  EXPECT_EQ(FoldAreaName(""), "");
}

TEST(AreaNameStem, LeavesOutWhatKindOfAuthorityItIs) {
  EXPECT_EQ(AreaNameStem("Bristol City Council"), "bristol");
  EXPECT_EQ(AreaNameStem("Bristol, City of"), "bristol");
  EXPECT_EQ(AreaNameStem("London Borough of Camden"), "camden");
  EXPECT_EQ(AreaNameStem("Royal Borough of Kensington and Chelsea"), "kensington and chelsea");
  EXPECT_EQ(AreaNameStem("Borough Council of King's Lynn and West Norfolk"),
            "kings lynn and west norfolk");
  EXPECT_EQ(AreaNameStem("City of London"), "london");
  EXPECT_EQ(AreaNameStem("Isle of Wight"), "isle of wight");
  EXPECT_EQ(AreaNameStem("City"), "city");
}

TEST(IsGssCode, TellsCodesFromNames) {
  EXPECT_TRUE(IsGssCode("E06000023"));
  EXPECT_FALSE(IsGssCode("E0600002"));
  EXPECT_FALSE(IsGssCode("Yorkshire"));
  EXPECT_FALSE(IsGssCode("106000023"));
}

TEST(IsPseudoCode, KnowsTheCodesForNone) {
  EXPECT_TRUE(IsPseudoCode("E99999999"));
  EXPECT_TRUE(IsPseudoCode("S9999999"));
  EXPECT_FALSE(IsPseudoCode("E06000023"));
  EXPECT_FALSE(IsPseudoCode("999"));
}

}  // namespace
}  // namespace waypost::sources
