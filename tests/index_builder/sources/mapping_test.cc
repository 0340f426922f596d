#include "index_builder/sources/mapping.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waypost::sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// The least that a mapping must have, and `more`.
std::string ErrorOf(const std::string& more) {
  const std::string least = "id.value = '{id}'\nservice.name = '{name}'\n";
  return MessageOf(Mapping::Parse("m.toml", least + more).status());
}

TEST(Mapping, EveryMistakeNamesFileLineAndKey) {
  EXPECT_EQ(ErrorOf(""), "");
  EXPECT_EQ(ErrorOf("services = 1\n"),
            "m.toml:3: unknown key \"services\"; did you mean \"service\"?");
  EXPECT_THAT(ErrorOf("[location]\nlattitude = '{lat}'\n"),
              AllOf(HasSubstr("m.toml:4: [location]"), HasSubstr("did you mean \"latitude\"?")));
  EXPECT_THAT(ErrorOf("[location]\nlatitude = '{lat}'\n"),
              AllOf(HasSubstr("m.toml:3: [location]"), HasSubstr("half of the position")));
  EXPECT_THAT(ErrorOf("[[phone]]\nnumber = '{tel'\n"),
              AllOf(HasSubstr("m.toml:4: phone[1].number"), HasSubstr("{ is not closed")));
  EXPECT_THAT(ErrorOf("[[phone]]\nnumber = 5\n"), HasSubstr("m.toml:4: phone[1].number"));
  EXPECT_THAT(ErrorOf("[[opening]]\ndescription = 'x'\n"),
              AllOf(HasSubstr("m.toml:3: [opening[1]]"), HasSubstr("\"monday\" is missing")));
  EXPECT_THAT(ErrorOf("[[skip]]\nname = 'x'\ncolumn = 'c'\n"),
              AllOf(HasSubstr("m.toml:3: [skip[1]]"), HasSubstr("\"empty\", \"is\"")));
  EXPECT_THAT(ErrorOf("[file]\ndelimiter = ';;'\n"), HasSubstr("one character was due"));
  EXPECT_THAT(ErrorOf("[ages]\nminimum = {map = {a = '1'}}\n"), HasSubstr("\"value\" is missing"));
  EXPECT_THAT(ErrorOf("[ages]\nminimum = {value = '{a}', otherwise = ''}\n"),
              HasSubstr("only beside \"map\""));
  EXPECT_THAT(MessageOf(Mapping::Parse("m.toml", "service.name = '{n}'\n").status()),
              HasSubstr("m.toml:1: [id] is missing"));
  EXPECT_THAT(MessageOf(Mapping::Parse("m.toml", "id.value = '{n}'\n").status()),
              HasSubstr("service.name is missing"));
}

TEST(Mapping, AColumnThatTheFileDoesNotHaveIsTold) {
  auto mapping =
      Mapping::Parse("m.toml", "[id]\nvalue = '{id}'\n[service]\nname = '{Libary name}'\n");
  ASSERT_TRUE(mapping.ok()) << mapping.status();
  EXPECT_EQ(MessageOf(mapping->Bind(CsvHeader({"id", "Library name"}))),
            "m.toml:4: service.name: unknown column \"Libary name\"; did you mean "
            "\"Library name\"?");
}

TEST(MappedValue, TakesTheFirstTextThatSaysSomething) {
  auto mapping =
      Mapping::Parse("m.toml", "id.value = '{a}'\n[service]\nname = ['{a}', '{b}', 'none']\n");
  ASSERT_TRUE(mapping.ok());
  ASSERT_TRUE(mapping->Bind(CsvHeader({"a", "b"})).ok());
  std::string unknown;
  CsvRow row;
  row.Clear(1);
  row.Append("");
  EXPECT_EQ(mapping->service.Find("name")->Fill(row, unknown), "none");
  row.Append(" b ");
  EXPECT_EQ(mapping->service.Find("name")->Fill(row, unknown), "b");
}

TEST(MappedValue, WordsOutsideOfItsTableAreToldOrReplaced) {
  auto mapping = Mapping::Parse(
      "m.toml",
      "id.value = '{a}'\n[service]\nname = 'x'\n"
      "access = {value = '{a}', map = {'1.0' = 'referral', 'Yes' = 'referral', '0' = ''}}\n"
      "fees = {value = '{a}', map = {'1.0' = 'paid'}, otherwise = 'ask'}\n"
      "email = {value = '{a}', first_line = true}\n");
  ASSERT_TRUE(mapping.ok()) << mapping.status();
  ASSERT_TRUE(mapping->Bind(CsvHeader({"a"})).ok());
  const auto fill = [&](std::string_view key, std::string_view field) {
    CsvRow row;
    row.Clear(1);
    row.Append(field);
    std::string unknown;
    const std::string filled = mapping->service.Find(key)->Fill(row, unknown);
    return unknown.empty() ? filled : "unknown " + unknown;
  };
  EXPECT_EQ(fill("access", " 1.0 "), "referral");
  EXPECT_EQ(fill("access", "YES"), "referral");
  EXPECT_EQ(fill("access", "0"), "");
  EXPECT_EQ(fill("access", ""), "");
  EXPECT_EQ(fill("access", "2"), "unknown 2");
  EXPECT_EQ(fill("fees", "2"), "ask");
  EXPECT_EQ(fill("fees", ""), "");
  EXPECT_EQ(fill("email", "a@b\nc@d"), "a@b");
}

}  // namespace
}  // namespace waypost::sources
