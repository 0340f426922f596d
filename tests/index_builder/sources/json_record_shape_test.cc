#include "index_builder/sources/json_record_shape.h"

#include <gtest/gtest.h>

namespace waypost::sources {
namespace {

TEST(JsonRecordShape, TellsRecordsFromWhatIsInThem) {
  const JsonRecordShape service = JsonRecordShape::Of(
      R"({ "id" : 1, "name":"a,}\"b", "phones":[{"id":"x"}], "organization":{"name":"o"} })");
  EXPECT_FALSE(service.empty());
  EXPECT_TRUE(service.Resembles(R"({"name":"x","id":2,"phones":[],"organization":null})"));
  EXPECT_TRUE(service.Resembles(R"({"id":2,"name":"x","organization":{}})"));
  EXPECT_FALSE(service.Resembles(R"({"id":"x","name":"y"})"));
  EXPECT_FALSE(service.Resembles(R"({"id":"x","number":"y"})"));
  EXPECT_FALSE(service.Resembles("{}"));
  // A contact has two of the three members of a short service.
  EXPECT_FALSE(JsonRecordShape::Of(R"({"id":1,"name":"a","contacts":[]})")
                   .Resembles(R"({"id":1,"name":"a"})"));
}

TEST(JsonRecordShape, OfWhatIsBrokenThereIsNone) {
  for (const char* text : {"", "{}", "[1]", "{\"a\":1", "{\"a\":[}}", "{\"a\" 1}", "{\"a\":1,}",
                           "{\"a\":\"one},{\"a\":\"two\"}", "{a:1}"}) {
    EXPECT_TRUE(JsonRecordShape::Of(text).empty()) << text;
    EXPECT_FALSE(JsonRecordShape().Resembles(text)) << text;
  }
}

}  // namespace
}  // namespace waypost::sources
