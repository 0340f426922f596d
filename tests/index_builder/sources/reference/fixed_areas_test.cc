#include "index_builder/sources/reference/fixed_areas.h"

#include <gtest/gtest.h>

namespace waypost::sources {
namespace {

using record::AreaKind;

TEST(KindOfGssCode, ReadsThePrefix) {
  EXPECT_EQ(KindOfGssCode("S12000033"), AreaKind::kAuthority);
  EXPECT_EQ(KindOfGssCode("E10000016"), AreaKind::kCounty);
  EXPECT_EQ(KindOfGssCode("K02000001"), AreaKind::kCountry);
  EXPECT_EQ(KindOfGssCode("E05000001"), std::nullopt);
  EXPECT_EQ(KindOfGssCode("Kent"), std::nullopt);
}

TEST(NationOfGssCode, ReadsTheLetter) {
  EXPECT_EQ(NationOfGssCode("N09000001"), "N92000002");
  EXPECT_EQ(NationOfGssCode("W06000022"), "W92000004");
  EXPECT_EQ(NationOfGssCode("E92000001"), "");
  EXPECT_EQ(NationOfGssCode("K02000001"), "");
  EXPECT_EQ(NationOfGssCode("Essex"), "");
}

TEST(RegionCode, AcceptsCodeAndName) {
  EXPECT_EQ(RegionCode("E12000009"), "E12000009");
  EXPECT_EQ(RegionCode("yorkshire & the humber"), "E12000003");
  EXPECT_EQ(RegionCode("Wales"), "");
  EXPECT_EQ(RegionCode(""), "");
}

}  // namespace
}  // namespace waypost::sources
