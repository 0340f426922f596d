#include "engine/text/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/text/words_query.h"

namespace waypost::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Terms = Synonyms::Terms;

class SynonymsTest : public ::testing::Test {
 protected:
  // The alternatives of each word of `text` under `rules`.
  std::vector<std::vector<Terms>> Alternatives(const std::vector<SynonymRule>& rules,
                                               std::string_view text) {
    const Synonyms synonyms = Synonyms::Build(rules, analyser_);
    std::vector<std::vector<Terms>> alternatives;
    for (const Word& word : ParseWords(text, analyser_, &synonyms).words) {
      alternatives.push_back(word.alternatives);
    }
    return alternatives;
  }

  Analyser analyser_ = Analyser::Create({}).value();
};

TEST_F(SynonymsTest, OneWayLeadsFromAskedToFound) {
  const std::vector<SynonymRule> rules = {{.from = {"OAP"}, .to = {"pensioner", "older people"}}};
  EXPECT_THAT(Alternatives(rules, "oap lunch"),
              ElementsAre(ElementsAre(Terms{"older", "peopl"}, Terms{"pension"}), IsEmpty()));
  EXPECT_THAT(Alternatives(rules, "pensioner"), ElementsAre(IsEmpty()));
}

TEST_F(SynonymsTest, BothWaysJoinsEveryEntry) {
  const std::vector<SynonymRule> rules = {
      {.from = {"gym"}, .to = {"fitness", "leisure"}, .direction = SynonymDirection::kBoth}};
  EXPECT_THAT(Alternatives(rules, "leisure"), ElementsAre(ElementsAre(Terms{"fit"}, Terms{"gym"})));
}

TEST_F(SynonymsTest, OneHopOnly) {
  const std::vector<SynonymRule> rules = {{.from = {"aa"}, .to = {"bb"}},
                                          {.from = {"bb"}, .to = {"cc"}}};
  EXPECT_THAT(Alternatives(rules, "aa"), ElementsAre(ElementsAre(Terms{"bb"})));
}

TEST_F(SynonymsTest, APhraseCountsForEachOfItsWords) {
  const std::vector<SynonymRule> rules = {{.from = {"job centre"}, .to = {"jobcentre"}}};
  EXPECT_THAT(
      Alternatives(rules, "job centre plus"),
      ElementsAre(ElementsAre(Terms{"jobcentr"}), ElementsAre(Terms{"jobcentr"}), IsEmpty()));
  EXPECT_THAT(Alternatives(rules, "centre job"), ElementsAre(IsEmpty(), IsEmpty()));
  EXPECT_THAT(Alternatives(rules, "job the centre"), ElementsAre(IsEmpty(), IsEmpty()));
}

TEST_F(SynonymsTest, StopWordsInsideAPhraseCount) {
  const std::vector<SynonymRule> rules = {
      {.from = {"a and e"}, .to = {"a&e"}, .direction = SynonymDirection::kBoth}};
  EXPECT_THAT(Alternatives(rules, "A & E"), ElementsAre(ElementsAre(Terms{"a&e"})));
  EXPECT_THAT(Alternatives(rules, "e"), ElementsAre(IsEmpty()));
  // A phrase is looked up as it stands.
  EXPECT_THAT(Alternatives(rules, "a&e"), ElementsAre(ElementsAre(Terms{"a", "and", "e"})));
}

TEST_F(SynonymsTest, QuotedWordsHaveNone) {
  const std::vector<SynonymRule> rules = {{.from = {"gp"}, .to = {"doctor"}}};
  EXPECT_THAT(Alternatives(rules, "\"GP\""), ElementsAre(IsEmpty()));
  EXPECT_THAT(Alternatives(rules, "GP \"GP\""), ElementsAre(IsEmpty()));
}

TEST_F(SynonymsTest, AWordIsNoSynonymOfItself) {
  const std::vector<SynonymRule> rules = {{.from = {"gyms"}, .to = {"gym", "..."}}};
  EXPECT_TRUE(Synonyms::Build(rules, analyser_).empty());
}

TEST_F(SynonymsTest, RulesOfOtherLanguagesAreLeftOut) {
  const std::vector<SynonymRule> rules = {
      {.from = {"ty"}, .to = {"house"}, .direction = SynonymDirection::kBoth, .language = "cy"}};
  EXPECT_TRUE(Synonyms::Build(rules, analyser_).empty());
}

TEST_F(SynonymsTest, OrderOfRulesDoesNotMatter) {
  std::vector<SynonymRule> rules = {{.from = {"gp"}, .to = {"surgery"}},
                                    {.from = {"gp"}, .to = {"doctor", "family doctor"}},
                                    {.from = {"gp", "nurse"}, .to = {"clinic"}}};
  const auto expected = Alternatives(rules, "gp nurse");
  std::ranges::reverse(rules);
  EXPECT_EQ(Alternatives(rules, "gp nurse"), expected);
}

}  // namespace
}  // namespace waypost::text
