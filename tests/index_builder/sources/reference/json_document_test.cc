#include "index_builder/sources/reference/json_document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "index_builder/sources/reference/json_fault.h"

namespace waypost::sources {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(JsonText, ReadsScalarsAndNothingElse) {
  const auto document =
      JsonDocument::Parse("x", R"({"a":"t","b":7,"c":-1.5,"d":true,"e":null,"f":[1],"g":{}})");
  ASSERT_TRUE(document.ok());
  std::vector<std::string> texts;
  for (const char* key : {"a", "b", "c", "d", "e", "f", "g", "h"}) {
    texts.push_back(JsonText(document->root(), key));
  }
  EXPECT_THAT(texts, ElementsAre("t", "7", "-1.5", "true", "", "", "", ""));
  EXPECT_EQ(JsonNumber(*JsonMember(document->root(), "c")), -1.5);
  EXPECT_EQ(JsonNumber(*JsonMember(document->root(), "a")), std::nullopt);
  EXPECT_EQ(JsonArray(document->root(), "f").size(), 1u);
  EXPECT_EQ(JsonArray(document->root(), "a").size(), 1u);
  EXPECT_TRUE(JsonArray(document->root(), "h").empty());
}

TEST(JsonDocument, NamesTheLineOfAFault) {
  const auto line_of = [](const std::string& text) {
    const auto document = JsonDocument::Parse("f.json", text);
    return document.ok() ? std::string("fine") : MessageOf(document.status());
  };
  EXPECT_THAT(line_of("{\n\n\"a\": ,\n}"), HasSubstr("f.json: line 3:"));
  EXPECT_THAT(line_of("[1,\n2"), HasSubstr("f.json: line 2:"));
  EXPECT_THAT(line_of(""), HasSubstr("f.json: line 1:"));
  EXPECT_THAT(line_of("{\"a\":1}\n}"), HasSubstr("f.json: line 2:"));
  EXPECT_EQ(line_of("[]"), "fine");
}

TEST(JsonDocument, RefusesWhatIsNestedTooDeeply) {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  EXPECT_FALSE(JsonDocument::Parse("x", deep).ok());
}

TEST(FindJsonFault, PointsAtTheFirstByteThatDoesNotFit) {
  EXPECT_EQ(FindJsonFault(R"({"a":[1,2,],"b":1})"), 10u);
  EXPECT_EQ(FindJsonFault(R"({"a" 1})"), 5u);
  EXPECT_EQ(FindJsonFault(R"({a:1})"), 1u);
  EXPECT_EQ(FindJsonFault("[1 2]"), 3u);
  EXPECT_EQ(FindJsonFault("[\"a\nb\"]"), 3u);
  EXPECT_EQ(FindJsonFault("[\"abc"), 1u);
  EXPECT_EQ(FindJsonFault("[tru]"), 1u);
  EXPECT_EQ(FindJsonFault("[1]]"), 3u);
  EXPECT_EQ(FindJsonFault("[1}"), 2u);
  EXPECT_EQ(FindJsonFault("[1,"), 3u);
  EXPECT_EQ(FindJsonFault(R"({"a":"\"}","b":[{}, [], -1.5e3, null]} )"), 38u + 1u);
}

}  // namespace
}  // namespace waypost::sources
