#include "index_builder/sources/area_extent.h"

#include <gtest/gtest.h>

#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

TEST(ExtentValue, KeepsGeoJson) {
  record::CollectingSink sink;
  const record::FieldReport report(sink, "s", "1");
  EXPECT_EQ(ExtentValue(report, R"( {"type": "Polygon", "coordinates": [[[1.50, 2]]]} )"),
            R"({"type":"Polygon","coordinates":[[[1.50,2]]]})");
  EXPECT_EQ(ExtentValue(report, R"({"type":"FeatureCollection","features":[]})"),
            R"({"type":"FeatureCollection","features":[]})");
  EXPECT_EQ(ExtentValue(report, " "), "");
  EXPECT_TRUE(sink.problems.empty());
  EXPECT_EQ(
      ExtentValue(report, R"({"type":"Feature","geometry":null,"properties":{"n":"<b>x</b>"}})"),
      R"({"type":"Feature","geometry":null,"properties":{"n":"x"}})");
  EXPECT_EQ(sink.problems.size(), 1U);
}

// Such text went into the stored record as it was.
TEST(ExtentValue, DropsAndReportsAnythingElse) {
  record::CollectingSink sink;
  const record::FieldReport report(sink, "s", "1");
  for (const char* text :
       {"Bristol", "<script>x()</script>", "[[1,2]]", "{}", "{\"type\":\"Polygon\"}",
        "{\"type\":\"Service\",\"coordinates\":[]}", "{\"type\":"}) {
    EXPECT_EQ(ExtentValue(report, text), "") << text;
  }
  ASSERT_EQ(sink.problems.size(), 7U);
  EXPECT_EQ(sink.problems[0].kind, record::ProblemKind::kUnresolvedArea);
  EXPECT_EQ(sink.problems[0].value, "Bristol");
}

}  // namespace
}  // namespace waypost::sources
