#include "server/request/parameters.h"

#include <gtest/gtest.h>

#include "engine/query/request_error.h"

namespace waypost::server {
namespace {

constexpr std::array<std::string_view, 2> kKnown = {"q", "limit"};

query::RequestErrorParts ErrorOf(const HttpRequest& request) {
  const absl::Status status = CheckParameters(request, kKnown);
  const auto parts = query::RequestErrorOf(status);
  EXPECT_TRUE(parts) << status;
  return parts.value_or(query::RequestErrorParts());
}

TEST(CheckParameters, TakesTheKnownOnesInAnyOrderAndNone) {
  EXPECT_TRUE(CheckParameters({}, kKnown).ok());
  EXPECT_TRUE(CheckParameters({}, {}).ok());
  EXPECT_TRUE(CheckParameters({.parameters = {{"limit", "1"}, {"q", ""}}}, kKnown).ok());
}

TEST(CheckParameters, NamesTheUnknownOneAndTheNearest) {
  const auto near = ErrorOf({.parameters = {{"q", "1"}, {"limt", "2"}}});
  EXPECT_EQ(near.code, "unknown_parameter");
  EXPECT_EQ(near.parameter, "limt");
  EXPECT_EQ(near.nearest, "limit");
  EXPECT_EQ(near.detail, "there is no parameter limt here; did you mean limit?");
  EXPECT_EQ(ErrorOf({.parameters = {{"zzzz", "1"}}}).detail,
            "there is no parameter zzzz here; this address takes q, limit");
  EXPECT_EQ(ErrorOf({.parameters = {{std::string(500, 'z'), "1"}}}).parameter.size(), 80U);
}

TEST(CheckParameters, ARepeatIsAnError) {
  const auto error = ErrorOf({.parameters = {{"q", "1"}, {"limit", "1"}, {"q", "1"}}});
  EXPECT_EQ(error.code, "repeated_parameter");
  EXPECT_EQ(error.parameter, "q");
}

TEST(ParameterOf, GivesTheFirstOfThatName) {
  const HttpRequest request{.parameters = {{"a", "1"}, {"b", "2"}, {"a", "3"}}};
  EXPECT_EQ(ParameterOf(request, "a"), "1");
  EXPECT_EQ(ParameterOf(request, "b"), "2");
  EXPECT_EQ(ParameterOf(request, "c"), "");
}

}  // namespace
}  // namespace waypost::server
