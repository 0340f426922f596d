#include "index_builder/sources/toml_table.h"

#include <array>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "index_builder/sources/nearest_name.h"

namespace waypost::sources {
namespace {

using ::testing::ElementsAre;

TomlFile Parsed(std::string_view text) {
  absl::StatusOr<TomlFile> file = TomlFile::Parse("f.toml", text);
  EXPECT_TRUE(file.ok()) << file.status();
  return std::move(file).value();
}

TEST(TomlTable, ReadsValuesOfTheTypeAskedFor) {
  const TomlFile file = Parsed(
      "a = 'x'\nb = true\nc = 2026-11-21\nd = '2026-11-22'\ne = ['p', 'q']\n[t]\nk = 'v'\n"
      "[[s]]\nn = '1'\n[[s]]\nn = '2'\n[u]\nw = -7\n");
  const TomlTable root = file.root();
  EXPECT_EQ(*root.String("a"), "x");
  EXPECT_EQ(*root.String("absent"), "");
  EXPECT_EQ(*root.Bool("b"), true);
  EXPECT_EQ(*root.Bool("absent"), std::nullopt);
  EXPECT_EQ(*(**root.Table("u")).Whole("w"), -7);
  EXPECT_EQ(*root.Whole("absent"), std::nullopt);
  EXPECT_EQ(*root.DateOf("c"), ParseIsoDate("2026-11-21"));
  EXPECT_EQ(*root.DateOf("d"), ParseIsoDate("2026-11-22"));
  EXPECT_THAT(*root.Strings("e"), ElementsAre("p", "q"));
  EXPECT_THAT(*root.Strings("a"), ElementsAre("x"));
  EXPECT_EQ(*(**root.Table("t")).String("k"), "v");
  const std::vector<TomlTable> tables = *root.Tables("s");
  ASSERT_EQ(tables.size(), 2u);
  EXPECT_EQ(*tables[1].String("n"), "2");
  EXPECT_EQ(tables[1].name(), "s[2]");
  EXPECT_THAT(root.Keys(), ElementsAre("a", "b", "c", "d", "e", "s", "t", "u"));
}

TEST(TomlTable, WrongTypesNameFileLineAndKey) {
  const TomlFile file = Parsed("a = 1\n\n[t]\nb = 'yes'\nc = [1]\nd = '21 November'\n");
  const TomlTable t = **file.root().Table("t");
  EXPECT_EQ(MessageOf(file.root().String("a").status()), "f.toml:1: a: a string in quotes was due");
  EXPECT_EQ(MessageOf(t.Bool("b").status()),
            "f.toml:4: t.b: true or false was due (without quotes)");
  EXPECT_EQ(MessageOf(t.Whole("b").status()),
            "f.toml:4: t.b: a whole number was due (without quotes)");
  EXPECT_EQ(MessageOf(t.Strings("c").status()),
            "f.toml:5: t.c: every element of this list must be a string in quotes");
  EXPECT_EQ(MessageOf(t.DateOf("d").status()), "f.toml:6: t.d: a date was due, like 2026-11-21");
  EXPECT_EQ(MessageOf(file.root().Table("a").status()), "f.toml:1: a: a table was due: [a]");
}

TEST(TomlTable, UnknownKeysNameTheNearestKnownOne) {
  const TomlFile file = Parsed("[t]\ntitel = 'x'\n");
  EXPECT_EQ(MessageOf((**file.root().Table("t")).RefuseOtherKeys({"url", "title"})),
            "f.toml:2: [t]: unknown key \"titel\"; did you mean \"title\"?");
  EXPECT_EQ(MessageOf((**file.root().Table("t")).RefuseOtherKeys({"url", "id"})),
            "f.toml:2: [t]: unknown key \"titel\"; known are \"url\", \"id\"");
}

TEST(TomlFile, TextThatIsNoTomlNamesLineAndColumn) {
  EXPECT_THAT(MessageOf(TomlFile::Parse("f.toml", "a = 1\nb = = 2\n").status()),
              ::testing::StartsWith("f.toml:2:5: this is not TOML: "));
  EXPECT_EQ(MessageOf(TomlFile::Parse("f.toml", "a = 1\n[\x0E").status()),
            "f.toml:2: holds a control character, which TOML does not allow");
  EXPECT_EQ(MessageOf(TomlFile::Parse("f.toml", "a = '\xE9'").status()),
            "f.toml: is not UTF-8; save it as UTF-8");
  EXPECT_EQ(TomlFile::Read("/nonexistent.toml").status().code(), absl::StatusCode::kNotFound);
}

TEST(NearestName, IsTheOneWithTheFewestChanges) {
  constexpr std::array<std::string_view, 4> kKnown = {"latitude", "longitude", "altitude", "x"};
  EXPECT_EQ(NearestName("lattitude", kKnown), "latitude");
  EXPECT_EQ(NearestName("Longitude", kKnown), "longitude");
  EXPECT_EQ(NearestName("laittude", kKnown), "latitude");
  EXPECT_EQ(NearestName("postcode", kKnown), "");
  EXPECT_EQ(NearestName("", kKnown), "x");
  EXPECT_EQ(NearestName(std::string(100, 'l'), kKnown), "");
}

}  // namespace
}  // namespace waypost::sources
