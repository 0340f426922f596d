#include "engine/text/stop_words.h"

#include <gtest/gtest.h>

namespace waypost::text {
namespace {

TEST(IsEnglishStopWord, KnowsTheList) {
  for (const char* word : {"a", "the", "yourselves", "it", "who", "dont", "cannot", "very"}) {
    EXPECT_TRUE(IsEnglishStopWord(word)) << word;
  }
}

TEST(IsEnglishStopWord, WordsThatSayWhatIsMeantAreNone) {
  // Folded contractions that are words: we'll, I'll, she'll, we'd, he'll.
  for (const char* word : {"well", "ill", "shell", "wed", "hell", "send", "gp", "e", "s", ""}) {
    EXPECT_FALSE(IsEnglishStopWord(word)) << word;
  }
}

}  // namespace
}  // namespace waypost::text
