#include "engine/text/collation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/engine/text/random_names.h"

namespace waypost::text {
namespace {

std::string Key(std::string_view name) { return Collation::Create().value().Key(name); }

TEST(Collation, CaseMakesNoDifference) {
  EXPECT_EQ(Key("AGE UK Bristol"), Key("age uk bristol"));
  EXPECT_EQ(Key("ÉCOLE"), Key("école"));
}

TEST(Collation, OrdersAsAReaderExpects) {
  const std::vector<std::string> ascending = {"",      " Zebra", "'Zebra'", "1st Scouts", "age UK",
                                              "Apple", "cafe",   "Café",    "cafes",      "Zebra"};
  for (std::size_t i = 1; i < ascending.size(); ++i) {
    EXPECT_LT(Key(ascending[i - 1]), Key(ascending[i])) << ascending[i];
  }
}

TEST(Collation, KeysHaveNoZeroByteAndRepeat) {
  const Collation collation = Collation::Create().value();
  RandomNames names(TestSeed());
  for (int i = 0; i < 5000; ++i) {
    const std::string name = names.Next().text;
    const std::string key = collation.Key(name);
    ASSERT_EQ(key.find('\0'), std::string::npos) << name;
    ASSERT_EQ(key, collation.Key(name)) << name;
  }
}

TEST(Collation, LongNamesHaveWholeKeys) {
  const std::string base(3000, 'q');
  EXPECT_LT(Key(base + "a"), Key(base + "b"));
  std::string wide;
  for (int i = 0; i < 3000; ++i) wide += "ﷺ";
  EXPECT_LT(Key(wide + "a"), Key(wide + "b"));
}

TEST(CollationVersion, NamesLibraryAndData) {
  EXPECT_THAT(CollationVersion(), ::testing::MatchesRegex("icu [0-9.]+ collation [0-9.]+"));
}

}  // namespace
}  // namespace waypost::text
