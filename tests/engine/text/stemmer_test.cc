#include "engine/text/stemmer.h"

#include <gtest/gtest.h>

namespace waypost::text {
namespace {

TEST(Stemmer, EnglishEndingsGo) {
  const Stemmer stemmer = Stemmer::Create("en").value();
  EXPECT_EQ(stemmer.Stem("counselling"), "counsel");
  EXPECT_EQ(stemmer.Stem("libraries"), stemmer.Stem("library"));
  EXPECT_EQ(stemmer.Stem(""), "");
}

TEST(Stemmer, NoneChangesNothing) {
  EXPECT_EQ(Stemmer::Create("none").value().Stem("counselling"), "counselling");
}

TEST(Stemmer, RefusesOtherLanguages) {
  EXPECT_EQ(Stemmer::Create("").status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(Stemmer::Create("english").status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace waypost::text
