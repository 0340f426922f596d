#include "server/web/asked_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace waypost::server {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kFirst = "0a8c2b1e-5f7d-4c3a-9e1b-2d4f6a8c0e12";
constexpr const char* kSecond = "1a8c2b1e-5f7d-4c3a-9e1b-2d4f6a8c0e12";
constexpr const char* kBoth =
    "0a8c2b1e-5f7d-4c3a-9e1b-2d4f6a8c0e12,1a8c2b1e-5f7d-4c3a-9e1b-2d4f6a8c0e12";

TEST(ReadIds, TakesEachIdOnceAndNothingElse) {
  std::string untidy(kBoth);
  untidy.append(", nonsense,,").append(kFirst);
  EXPECT_THAT(ReadIds(untidy), ElementsAre(kFirst, kSecond));
  EXPECT_EQ(JoinIds(ReadIds(kBoth)), kBoth);
  EXPECT_THAT(ReadIds(",,,"), IsEmpty());
  EXPECT_THAT(ReadIds(""), IsEmpty());
}

TEST(ReadIds, EndsAtTheLongestList) {
  std::string ids;
  for (int i = 100; i < 200; ++i) {
    ids.append("0a8c2b1e-5f7d-4c3a-9e1b-2d4f6a8c0").append(std::to_string(i)).append(",");
  }
  EXPECT_THAT(ReadIds(ids), SizeIs(kLongestList));
}

TEST(ReadAskedPage, LeavesOutEmptyFieldsAndKeepsWhatIsCarriedApart) {
  const AskedPage asked = ReadAskedPage(
      {.method = "GET",
       .path = "/search",
       .parameters = {{"q", "tea"}, {"near", " "}, {"lang", "cy"}, {"saved", kFirst}}});
  EXPECT_EQ(asked.language, Language::kWelsh);
  EXPECT_THAT(asked.saved, ElementsAre(kFirst));
  ASSERT_THAT(asked.fields, SizeIs(1));
  EXPECT_EQ(asked.Field("q"), "tea");
  EXPECT_EQ(asked.Field("near"), "");
}

TEST(ReadAskedPage, TheTypeOfAFormHasNoCase) {
  for (const char* type :
       {"APPLICATION/X-WWW-FORM-URLENCODED", "application/x-www-form-urlencoded ; charset=UTF-8"}) {
    const AskedPage asked = ReadAskedPage({.method = "POST",
                                           .path = "/search",
                                           .headers = {{"content-type", type}},
                                           .body = "q=of+the+body"});
    EXPECT_EQ(asked.Field("q"), "of the body") << type;
  }
}

TEST(ReadAskedPage, AFormStandsInTheBody) {
  const AskedPage asked =
      ReadAskedPage({.method = "POST",
                     .path = "/search",
                     .parameters = {{"q", "of the address"}},
                     .headers = {{"content-type", "application/x-www-form-urlencoded"}},
                     .body = "q=of+the+body&near=S1%202HH"});
  EXPECT_TRUE(asked.is_post);
  EXPECT_EQ(asked.Field("q"), "of the body");
  EXPECT_EQ(asked.Field("near"), "S1 2HH");
}

}  // namespace
}  // namespace waypost::server
