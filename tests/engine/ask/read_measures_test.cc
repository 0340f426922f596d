#include "engine/ask/read_measures.h"

#include <gtest/gtest.h>

#include "tests/engine/ask/sentences.h"

namespace waypost::ask {
namespace {

TEST(ReadDistance, ReadsMilesKilometresAndMetres) {
  EXPECT_EQ(FirstOf("within two miles of", ReadDistance), "within=2mi");
  EXPECT_EQ(FirstOf("no more than 5km away", ReadDistance), "within=5km");
  EXPECT_EQ(FirstOf("half a mile", ReadDistance), "within=0.5mi");
  EXPECT_EQ(FirstOf("800m", ReadDistance), "within=800m");
  EXPECT_EQ(FirstOf("a mile and a half", ReadDistance), "within=1.5mi");
  EXPECT_EQ(FirstOf("10m", ReadDistance), "none") << "ten minutes, ten men";
  EXPECT_EQ(FirstOf("within a week", ReadDistance), "none");
}

TEST(ReadAge, ReadsAgesOfPeople) {
  EXPECT_EQ(FirstOf("my nine-year-old", ReadAge), "age=9");
  EXPECT_EQ(FirstOf("he's 82", ReadAge), "age=82");
  EXPECT_EQ(FirstOf("71yo F", ReadAge), "age=71");
  EXPECT_EQ(FirstOf("18 month old", ReadAge), "age=18m");
  EXPECT_EQ(FirstOf("2 and a half year old", ReadAge), "age=30m");
  EXPECT_EQ(FirstOf("baby 10 weeks", ReadAge), "age=2m");
  EXPECT_EQ(FirstOf("aged 11 to 14", ReadAge), "age=11-14");
  EXPECT_EQ(FirstOf("4 and 6 year olds", ReadAge), "age=4 age=6");
  EXPECT_EQ(FirstOf("my grandson (4)", ReadAge), "age=4");
  EXPECT_EQ(FirstOf("Gwen is ninety-one", ReadAge), "age=91");
  EXPECT_EQ(FirstOf("made redundant at 58", ReadAge), "age=58");
  EXPECT_EQ(FirstOf("my daughter's two (3 and 6)", ReadAge), "age=3 age=6");
}

TEST(ReadAge, OtherNumbersAreNone) {
  EXPECT_EQ(FirstOf("for 20 years", ReadAge), "none");
  EXPECT_EQ(FirstOf("he is 3 miles away", ReadAge), "none");
  EXPECT_EQ(FirstOf("my son 24/7", ReadAge), "none");
  EXPECT_EQ(FirstOf("she has 4 kids", ReadAge), "none");
  EXPECT_EQ(FirstOf("a couple", ReadAge), "none");
  EXPECT_EQ(FirstOf("mum owes, \xC2\xA3"
                    "40, to them",
                    ReadAge),
            "none");
  EXPECT_EQ(FirstOf("the shop at 12 Main Street", ReadAge), "none");
}

TEST(ReadFree, MeansThePrice) {
  EXPECT_EQ(FirstOf("must be free", ReadFree), "free=yes");
  EXPECT_EQ(FirstOf("I'm free on Thursdays", ReadFree), "none");
  EXPECT_EQ(FirstOf("smoke-free", ReadFree), "none");
  EXPECT_EQ(FirstOf("to free up time", ReadFree), "none");
}

}  // namespace
}  // namespace waypost::ask
