// Questions that cannot be answered: each says which parameter, why, and what to do.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/asking.h"

namespace waypost::server {
namespace {

using rapidjson::Document;
using ::testing::HasSubstr;
using ::testing::Not;

class SearchErrors : public ::testing::Test {
 protected:
  void Expect(const std::string& parameters, std::string_view code, std::string_view parameter) {
    const Document problem = asking_.Problem("/api/search?" + parameters);
    EXPECT_EQ(problem["code"].GetString(), code) << parameters;
    EXPECT_EQ(problem["parameter"].GetString(), parameter) << parameters;
    // No page that there is not.
    EXPECT_THAT(problem["detail"].GetString(), Not(HasSubstr("/docs")));
  }

  const Asking asking_{{StatedService()}};
};

TEST_F(SearchErrors, AnUnknownParameterNamesTheNearest) {
  const Document problem = asking_.Problem("/api/search?witihn=3mi");
  EXPECT_STREQ(problem["code"].GetString(), "unknown_parameter");
  EXPECT_STREQ(problem["parameter"].GetString(), "witihn");
  EXPECT_STREQ(problem["nearest"].GetString(), "within");
  const Document far = asking_.Problem("/api/search?zzzzzzzzzz=1");
  EXPECT_FALSE(far.HasMember("nearest"));
  EXPECT_THAT(far["detail"].GetString(), HasSubstr("assured_within"));  // all are listed
}

TEST_F(SearchErrors, APlaceThatCannotBeReadHasItsOwnCode) {
  Expect("near=", "empty_place", "near");
  Expect("near=WE1+1A", "malformed_postcode", "near");
  Expect("near=ZZ9+9ZZ", "unknown_postcode", "near");
  Expect("near=Atlantis", "unknown_place", "near");
  Expect("near=48.8,2.3", "outside_uk", "near");
  Expect("near=Tiely", "ambiguous_place", "near");
  Expect("near=" + std::string(101, 'a'), "unknown_place", "near");
}

TEST_F(SearchErrors, UnknownNamesAreErrorsWithTheNearest) {
  Expect("service_type=esdServiceType:112", "unknown_service_type", "service_type");
  Expect("need=esdNeed:99", "unknown_need", "need");
  Expect("need=7", "unmapped_need", "need");
  Expect("organization=nobody", "unknown_organization", "organization");
  Expect("source=gamma", "unknown_source", "source");
  Expect("authority=Nowhere", "unknown_authority", "authority");
  EXPECT_STREQ(
      asking_.Problem("/api/search?service_type=esdServiceType:112")["nearest"].GetString(),
      "esdServiceType:11");
}

TEST_F(SearchErrors, ValuesThatCannotBeReadSayWhatCan) {
  Expect("within=3mi", "within_needs_near", "within");
  Expect("sort=distance", "sort_needs_near", "sort");
  Expect("per_page=0", "bad_value", "per_page");
  Expect("per_page=101", "bad_value", "per_page");
  Expect("page=1001", "too_deep", "page");
  Expect("format=xml", "bad_value", "format");
  Expect("facets=colour", "bad_value", "facets");
  Expect("from=10:00&to=10:00", "empty_window", "to");
  Expect("q=a&q=b", "repeated_parameter", "q");
  Expect("q=" + std::string(501, 'a'), "too_many_words", "q");
  EXPECT_THAT(asking_.Problem("/api/search?facets=colour")["detail"].GetString(),
              HasSubstr("age_band"));
}

// A parameter of several values took 127 of them when they stood between commas.
TEST_F(SearchErrors, ValuesBetweenCommasCountToo) {
  const auto days = [](int count) {
    std::string list = "day=MO";
    for (int i = 1; i < count; ++i) list += ",MO";
    return list;
  };
  asking_.Json("/api/search?" + days(64));
  Expect(days(65), "too_many_values", "day");
  Expect(days(64) + "&day=TU", "too_many_values", "day");
  std::string languages = "language=a";
  for (int i = 1; i < 65; ++i) languages += ",a";
  Expect(languages, "too_many_values", "language");
}

// Names have commas of their own: "Bristol, City of".
TEST_F(SearchErrors, CommasInNamesAreNoSeparators) {
  const std::string commas(100, ',');
  Expect("authority=a" + commas, "unknown_authority", "authority");
}

TEST_F(SearchErrors, FormatJsonMayBeSaid) { asking_.Json("/api/search?format=json"); }

}  // namespace
}  // namespace waypost::server
