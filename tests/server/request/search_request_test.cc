#include "server/request/search_request.h"

#include <gtest/gtest.h>

#include "engine/query/request_error.h"

namespace waypost::server {
namespace {

TEST(ReadSearchRequest, ReadsTheParametersOfTheQuestion) {
  const auto asked = ReadSearchRequest(
      {.parameters = {{"within", "3mi"}, {"near", "BS1 4TR"}, {"format", "json"}, {"q", "tea"}}});
  ASSERT_TRUE(asked.ok()) << asked.status();
  EXPECT_EQ(asked->query.words, "tea");
  EXPECT_EQ(asked->query.near->text, "BS1 4TR");
  EXPECT_EQ(asked->format, AnswerFormat::kJson);
}

TEST(ReadSearchRequest, EveryFormatHasItsName) {
  const auto read = [](const char* name) {
    const auto asked = ReadSearchRequest({.parameters = {{"format", name}}});
    EXPECT_TRUE(asked.ok()) << asked.status();
    return asked->format;
  };
  EXPECT_EQ(read("json"), AnswerFormat::kJson);
  EXPECT_EQ(read("ics"), AnswerFormat::kIcs);
  EXPECT_EQ(read("geojson"), AnswerFormat::kGeoJson);
  EXPECT_EQ(read("csv"), AnswerFormat::kCsv);
  EXPECT_EQ(read("ndjson"), AnswerFormat::kNdjson);
  EXPECT_EQ(read("atom"), AnswerFormat::kAtom);
}

TEST(ReadSearchRequest, AnotherFormatIsAnErrorAboutTheFormat) {
  const auto query = ReadSearchRequest({.parameters = {{"format", "jsn"}}});
  const auto parts = query::RequestErrorOf(query.status());
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->parameter, "format");
  EXPECT_EQ(parts->nearest, "json");
}

TEST(ReadSearchRequest, AFormatIsGivenOnce) {
  const auto query = ReadSearchRequest({.parameters = {{"format", "ics"}, {"format", "json"}}});
  const auto parts = query::RequestErrorOf(query.status());
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->code, "repeated_parameter");
}

TEST(ReadSearchRequest, ErrorsOfTheQuestionComeThrough) {
  const auto query = ReadSearchRequest({.parameters = {{"nearr", "BS1"}}});
  const auto parts = query::RequestErrorOf(query.status());
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->nearest, "near");
}

}  // namespace
}  // namespace waypost::server
