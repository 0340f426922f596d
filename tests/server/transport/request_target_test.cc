#include "server/transport/request_target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace waypost::server {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(RequestTargetTest, KeepsTheOrderOfParameters) {
  const auto target = ParseRequestTarget("/api/search?z=1&a=2&z=3&b=&c&&=d");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/search");
  EXPECT_THAT(target->parameters, ElementsAre(Pair("z", "1"), Pair("a", "2"), Pair("z", "3"),
                                              Pair("b", ""), Pair("c", ""), Pair("", "d")));
}

TEST(RequestTargetTest, DecodesEscapesAndPlus) {
  const auto target = ParseRequestTarget("/a+b%20c%2Fd?q=x+y%2Bz%26&%C3%A9=%e2%82%ac");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/a+b c/d");
  EXPECT_THAT(target->parameters, ElementsAre(Pair("q", "x y+z&"), Pair("é", "€")));
}

TEST(RequestTargetTest, KeepsBadEscapesAsTheyStand) {
  EXPECT_EQ(DecodePercent("%", true), "%");
  EXPECT_EQ(DecodePercent("%4", true), "%4");
  EXPECT_EQ(DecodePercent("a%g1%1g%%41", true), "a%g1%1g%A");
  EXPECT_EQ(DecodePercent("%00", true), std::string(1, '\0'));
  EXPECT_EQ(DecodePercent("", true), "");
}

TEST(RequestTargetTest, ASecondQuestionMarkOrEqualsBelongsToTheValue) {
  const auto target = ParseRequestTarget("/?q=what?&r=a=b");
  ASSERT_TRUE(target);
  EXPECT_THAT(target->parameters, ElementsAre(Pair("q", "what?"), Pair("r", "a=b")));
}

TEST(RequestTargetTest, TakesWholeAddressesAndTheAsterisk) {
  EXPECT_EQ(ParseRequestTarget("http://h:80/a?b=c#d")->path, "/a");
  EXPECT_EQ(ParseRequestTarget("https://h")->path, "/");
  EXPECT_EQ(ParseRequestTarget("*")->path, "*");
  EXPECT_THAT(ParseRequestTarget("/a#?b=c")->parameters, IsEmpty());
}

// The path was looked for in the query string when there was none before it.
TEST(RequestTargetTest, AWholeAddressMayHaveNoPath) {
  const auto target = ParseRequestTarget("http://h?x=/api/search");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/");
  EXPECT_THAT(target->parameters, ElementsAre(Pair("x", "/api/search")));
  EXPECT_EQ(ParseRequestTarget("http://h#/a")->path, "/");
}

TEST(RequestTargetTest, TheSchemeIsReadInAnyCase) {
  EXPECT_EQ(ParseRequestTarget("HTTP://Host/A")->path, "/A");
  EXPECT_EQ(ParseRequestTarget("Https://h:443/a?b")->path, "/a");
}

TEST(RequestTargetTest, RefusesOtherForms) {
  EXPECT_FALSE(ParseRequestTarget("http:///a"));
  EXPECT_FALSE(ParseRequestTarget("http://"));
  EXPECT_FALSE(ParseRequestTarget("http:/a"));
  EXPECT_FALSE(ParseRequestTarget(""));
  EXPECT_FALSE(ParseRequestTarget("a/b"));
  EXPECT_FALSE(ParseRequestTarget("?a=b"));
  EXPECT_FALSE(ParseRequestTarget("ftp://h/a"));
  EXPECT_FALSE(ParseRequestTarget("host:443"));
}

}  // namespace
}  // namespace waypost::server
