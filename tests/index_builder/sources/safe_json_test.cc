#include "index_builder/sources/safe_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

TEST(SafeJson, StringsAndNamesBecomeSafeText) {
  record::CollectingSink sink;
  const record::FieldReport report(sink, "s", "1");
  EXPECT_EQ(SafeJson(report, "service",
                     R"( { "a": ["<script>x()</script>Tea &amp; cake", 1.50, -0, 1e300, true, null],
                           "<b>n</b>": {"deep": [{}, [], "say \"hi\""]} } )"),
            R"({"a":["Tea & cake",1.50,-0,1e300,true,null],"n":{"deep":[{},[],"say \"hi\""]}})");
  ASSERT_EQ(sink.problems.size(), 2U);
  EXPECT_EQ(sink.problems[0].kind, record::ProblemKind::kMarkupRemoved);
  EXPECT_EQ(sink.problems[0].field, "a");
}

TEST(SafeJson, RefusesWhatIsNoJson) {
  record::CollectingSink sink;
  const record::FieldReport report(sink, "s", "1");
  for (const char* text : {"", "Bristol", "{", "{\"a\":1}}", "[1,]"}) {
    EXPECT_EQ(SafeJson(report, "service", text), std::nullopt) << text;
  }
  const std::string deep(100000, '[');
  EXPECT_EQ(SafeJson(report, "service", deep), std::nullopt);
  EXPECT_EQ(SafeJson(report, "service", deep + std::string(100000, ']')).value().size(), 200000U);
}

}  // namespace
}  // namespace waypost::sources
