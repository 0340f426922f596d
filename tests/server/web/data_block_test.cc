#include "server/web/data_block.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rapidjson/document.h"

namespace waypost::server {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(JsonForHtml, IsTheSameValueAndCannotEndTheElement) {
  constexpr std::string_view kHostile = R"({"name":"</script><script>&'\"<!--\u2028 é"})";
  const std::string written = JsonForHtml(kHostile);
  EXPECT_THAT(written, Not(HasSubstr("<")));
  EXPECT_THAT(written, Not(HasSubstr(">")));
  EXPECT_THAT(written, Not(HasSubstr("&")));
  rapidjson::Document before, after;
  before.Parse(kHostile.data(), kHostile.size());
  after.Parse(written.data(), written.size());
  ASSERT_FALSE(before.HasParseError());
  ASSERT_FALSE(after.HasParseError());
  EXPECT_EQ(before, after);
}

TEST(JsonForHtml, LineEndsOfJavaScriptAreEscaped) {
  EXPECT_EQ(JsonForHtml("\"a\u2028b\u2029c\""), "\"a\\u2028b\\u2029c\"");
}

TEST(AddDataBlock, StandsAtTheEndOfTheHead) {
  std::string page = "<head><title>x</title></head><body></head></body>";
  AddDataBlock("application/ld+json", "{}", page);
  EXPECT_EQ(page,
            "<head><title>x</title><script type=\"application/ld+json\">{}</script>\n</head>"
            "<body></head></body>");
}

}  // namespace
}  // namespace waypost::server
