#include "engine/ask/read_language.h"

#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

TEST(ReadLanguage, NeedsAWordOfSpeaking) {
  EXPECT_EQ(FirstOf("who only speaks Somali", ReadLanguage), "language=so");
  EXPECT_EQ(FirstOf("Urdu speaking counsellor", ReadLanguage), "language=ur");
  EXPECT_EQ(FirstOf("leaflets in Polish please", ReadLanguage), "language=pl");
  EXPECT_EQ(FirstOf("Polish community centre", ReadLanguage), "none");
  EXPECT_EQ(FirstOf("speaks no English", ReadLanguage), "none");
}

TEST(ReadLanguage, WhoComesFromThereSpeaksSo) {
  EXPECT_EQ(FirstOf("a Somali women's group", ReadLanguage), "language=so");
  EXPECT_EQ(FirstOf("she's Portuguese", ReadLanguage), "language=pt");
  EXPECT_EQ(FirstOf("an Irish family", ReadLanguage), "none");
  EXPECT_EQ(FirstOf("French lessons", ReadLanguage), "none");
}

}  // namespace
}  // namespace waypost::ask
