#include "index_builder/sources/template_text.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waypost::sources {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

CsvRow RowOf(std::initializer_list<std::string_view> fields) {
  CsvRow row;
  row.Clear(1);
  for (const std::string_view field : fields) row.Append(field);
  return row;
}

// The template filled from a row with the columns "a", "b" and "c d".
std::string Fill(std::string_view text, std::initializer_list<std::string_view> fields) {
  absl::StatusOr<TemplateText> parsed = TemplateText::Parse(text);
  if (!parsed.ok()) return MessageOf(parsed.status());
  const absl::Status bound = parsed->Bind(CsvHeader({"a", "b", "c d"}), true);
  return bound.ok() ? parsed->Fill(RowOf(fields)) : MessageOf(bound);
}

TEST(TemplateText, PutsTrimmedColumnsBetweenConstants) {
  EXPECT_EQ(Fill("{a}, {c d}!", {" x ", "y", "z"}), "x, z!");
  EXPECT_EQ(Fill("constant", {}), "constant");
  EXPECT_EQ(Fill("", {}), "");
}

TEST(TemplateText, SaysNothingWhenItsColumnsAreEmpty) {
  EXPECT_EQ(Fill("Tel. {a}", {"", "y"}), "");
  EXPECT_EQ(Fill("Tel. {a}{b}", {"", "y"}), "Tel. y");
}

TEST(TemplateText, BracketsAreLeftOutWithoutTheirColumns) {
  EXPECT_EQ(Fill("{a}[ ({b})][, {c d}]", {"x", "y", ""}), "x (y)");
  EXPECT_EQ(Fill("{a}[ ({b})][, {c d}]", {"x", "", "z"}), "x, z");
  EXPECT_EQ(Fill("{a}[ ({b})]", {"", "y"}), "");
  EXPECT_EQ(Fill("Library.[ In {a}.]", {""}), "Library.");
  EXPECT_EQ(Fill("Library.[ In {a}, {b}.]", {"x", ""}), "Library.");
}

TEST(TemplateText, DoubledMarksAreThemselves) {
  EXPECT_EQ(Fill("{{{a}}} [[x]]", {"1"}), "{1} [x]");
}

TEST(TemplateText, MistakesAreToldWithTheirPlace) {
  EXPECT_THAT(Fill("ab{a", {}), AllOf(HasSubstr("character 3"), HasSubstr("{ is not closed")));
  EXPECT_THAT(Fill("a}", {}), AllOf(HasSubstr("character 2"), HasSubstr("} closes nothing")));
  EXPECT_THAT(Fill("[a", {}), HasSubstr("[ is not closed"));
  EXPECT_THAT(Fill("a]", {}), HasSubstr("] closes nothing"));
  EXPECT_THAT(Fill("[a[b]]", {}), HasSubstr("brackets cannot stand in brackets"));
  EXPECT_THAT(Fill("{ }", {}), HasSubstr("names no column"));
  EXPECT_THAT(Fill("{c e}", {}), HasSubstr("unknown column \"c e\"; did you mean \"c d\"?"));
}

TEST(TemplateText, ColumnsOfAFileWithoutHeaderAreNumbersFromOne) {
  absl::StatusOr<TemplateText> text = TemplateText::Parse("{2}-{1}-{9}");
  ASSERT_TRUE(text.ok());
  ASSERT_TRUE(text->Bind(CsvHeader(), false).ok());
  EXPECT_EQ(text->Fill(RowOf({"x", "y"})), "y-x-");
  for (const char* wrong : {"{0}", "{-1}", "{x}", "{1001}", "{1.5}"}) {
    text = TemplateText::Parse(wrong);
    ASSERT_TRUE(text.ok());
    EXPECT_THAT(MessageOf(text->Bind(CsvHeader(), false)), HasSubstr("columns count from 1"));
  }
}

}  // namespace
}  // namespace waypost::sources
