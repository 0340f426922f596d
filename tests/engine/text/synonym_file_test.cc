#include "engine/text/synonym_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace waypost::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<SynonymRule> Read(std::string_view text) {
  const auto rules = ParseSynonyms("words.txt", text);
  EXPECT_TRUE(rules.ok()) << rules.status();
  return rules.ok() ? *rules : std::vector<SynonymRule>();
}

std::string ErrorOf(std::string_view text) {
  const auto rules = ParseSynonyms("words.txt", text);
  return rules.ok() ? "accepted" : MessageOf(rules.status());
}

TEST(ParseSynonyms, ReadsBothDirections) {
  const auto rules = Read("gp, doctor ,family doctor\nskint => debt, hardship\n");
  ASSERT_EQ(rules.size(), 2U);
  EXPECT_THAT(rules[0].from, ElementsAre("gp", "doctor", "family doctor"));
  EXPECT_THAT(rules[0].to, IsEmpty());
  EXPECT_EQ(rules[0].direction, SynonymDirection::kBoth);
  EXPECT_THAT(rules[1].from, ElementsAre("skint"));
  EXPECT_THAT(rules[1].to, ElementsAre("debt", "hardship"));
  EXPECT_EQ(rules[1].direction, SynonymDirection::kOneWay);
}

TEST(ParseSynonyms, LeavesOutRemarksAndEmptyLines) {
  EXPECT_EQ(Read("# all\n\n  \t\r\na, b # why\r\n").size(), 1U);
  EXPECT_EQ(Read("a, b").size(), 1U) << "without a line end";
  EXPECT_TRUE(Read("").empty());
}

TEST(ParseSynonyms, ALanguageHoldsUntilTheNext) {
  const auto rules = Read("a, b\n[CY]\nc, d\n[ en ]\ne, f\n");
  ASSERT_EQ(rules.size(), 3U);
  EXPECT_EQ(rules[0].language, "en");
  EXPECT_EQ(rules[1].language, "cy");
  EXPECT_EQ(rules[2].language, "en");
}

TEST(ParseSynonyms, NamesTheLineOfAMistake) {
  EXPECT_EQ(ErrorOf("a, b\nalone\n"), "words.txt:2: a word alone has no synonym");
  EXPECT_EQ(ErrorOf("a =>\n"), "words.txt:1: \"=>\" needs a word on either side");
  EXPECT_EQ(ErrorOf("=> a\n"), "words.txt:1: \"=>\" needs a word on either side");
  EXPECT_EQ(ErrorOf("a => b => c\n"),
            "words.txt:1: \"=>\" twice; give each rule a line of its own");
  EXPECT_EQ(ErrorOf("\n[en\n"), "words.txt:2: a language stands as [en]");
  EXPECT_EQ(ErrorOf("[]\n"), "words.txt:1: a language stands as [en]");
  EXPECT_EQ(ErrorOf(std::string(4001, 'a')), "words.txt:1: a line of more than 4,000 bytes");
  std::string many = "a";
  for (int i = 0; i < 50; ++i) many += ",b" + std::to_string(i);
  EXPECT_EQ(ErrorOf(many), "words.txt:1: more than 50 words in one rule");
}

}  // namespace
}  // namespace waypost::text
