#include "engine/text/highlight.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace waypost::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class HighlightTest : public ::testing::Test {
 protected:
  Analyser analyser_ = Analyser::Create({}).value();
};

TEST_F(HighlightTest, FindsTokensByTheirTerm) {
  const std::vector<std::string> terms = {"cafe", "run"};
  const std::string text = "Cafés – runs, RUNNING; ran";
  EXPECT_THAT(MatchingRanges(text, terms, analyser_),
              ElementsAre(ByteRange{0, 6}, ByteRange{11, 15}, ByteRange{17, 24}));
  EXPECT_THAT(MatchedWords(text, terms, analyser_), ElementsAre("Cafés", "runs"));
}

TEST_F(HighlightTest, TokensThatShareTheirBytesAreOneRange) {
  const std::vector<std::string> terms = {"1", "2"};
  EXPECT_THAT(MatchingRanges("½ price", terms, analyser_), ElementsAre(ByteRange{0, 2}));
}

TEST_F(HighlightTest, TheSecondTokenOfSharedBytesIsEnough) {
  const std::vector<std::string> terms = {"2"};
  EXPECT_THAT(MatchingRanges("½ price", terms, analyser_), ElementsAre(ByteRange{0, 2}));
}

TEST_F(HighlightTest, NothingAskedNothingFound) {
  EXPECT_THAT(MatchingRanges("coffee", {}, analyser_), IsEmpty());
  const std::vector<std::string> terms = {"tea"};
  EXPECT_THAT(MatchedWords("coffee", terms, analyser_), IsEmpty());
  EXPECT_THAT(MatchingRanges("", terms, analyser_), IsEmpty());
}

}  // namespace
}  // namespace waypost::text
