#include "server/response/source_facts.h"

#include <gtest/gtest.h>

namespace waypost::server {
namespace {

std::string LineOf(std::string_view info) { return LicenceLine(ReadSource(info)); }

TEST(SourceFacts, TheLicenceLineNamesTitleAttributionAndLicence) {
  EXPECT_EQ(LineOf(R"({"id":"a","title":"T","attribution":"Contains","licence":"OGL"})"),
            "T: Contains (OGL)");
  EXPECT_EQ(LineOf(R"({"id":"a","attribution":"Contains"})"), "a: Contains");
  EXPECT_EQ(LineOf(R"({"id":"a","licence":"OGL"})"), "a: OGL");
  EXPECT_EQ(LineOf(R"({"id":"a","title":"T"})"), "");
  EXPECT_EQ(LineOf("no json"), "");
}

TEST(SourceFacts, ReadsDatesAndPromises) {
  const SourceFacts source = ReadSource(
      R"({"id":"a","retrieved":"2026-11-20","checked_every_days":7,"contact":"mail@example.org"})");
  EXPECT_EQ(source.retrieved, ParseIsoDate("2026-11-20"));
  EXPECT_EQ(source.checked_every_days, 7);
  EXPECT_EQ(source.contact, "mail@example.org");
  EXPECT_EQ(source.name(), "a");
}

TEST(SourceFacts, WhatIsOfAnotherKindIsNotStated) {
  const SourceFacts source =
      ReadSource(R"({"id":7,"retrieved":"soon","checked_every_days":"often"})");
  EXPECT_EQ(source.id, "");
  EXPECT_FALSE(source.retrieved);
  EXPECT_FALSE(source.checked_every_days);
}

}  // namespace
}  // namespace waypost::server
