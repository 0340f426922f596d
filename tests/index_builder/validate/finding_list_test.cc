#include "index_builder/validate/finding_list.h"

#include <gmock/gmock.h>

namespace waypost::validate {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(FindingList, CountsByFieldWhateverTheElement) {
  FindingList findings;
  for (int i = 0; i < 5; ++i) {
    findings.Add(
        FindingKind::kNullValue,
        {.page = "p", .record = "r", .pointer = "/contacts/" + std::to_string(i) + "/name"},
        "null");
  }
  findings.Add(FindingKind::kNullValue, {.page = "p", .record = "r", .pointer = "/fees"}, "null");
  const FindingList::Group& group = findings.group(FindingKind::kNullValue);
  EXPECT_EQ(group.count, 6U);
  EXPECT_EQ(group.patterns.at("/contacts/*/name").count, 5U);
  EXPECT_EQ(group.patterns.at("/contacts/*/name").first.place.pointer, "/contacts/0/name");
  EXPECT_EQ(findings.Count(Severity::kWarning, Standard::kV1), 6U);
  EXPECT_EQ(findings.Count(Severity::kError, Standard::kV3), 6U);
  EXPECT_EQ(findings.Count(Severity::kError, Standard::kV1), 0U);
}

TEST(FindingList, KeepsABoundedNumberAndCountsAll) {
  FindingList findings;
  for (int i = 0; i < 5000; ++i) {
    findings.Add(FindingKind::kUnknownField,
                 {.page = "p", .record = "r", .pointer = "/field" + std::to_string(i)}, "unknown");
  }
  const FindingList::Group& group = findings.group(FindingKind::kUnknownField);
  EXPECT_EQ(group.count, 5000U);
  EXPECT_EQ(group.kept.size(), FindingList::kMaxKept);
  EXPECT_EQ(group.patterns.size(), FindingList::kMaxPatterns + 1);
}

// A feed must not move the cursor of whoever reads the report.
TEST(FindingList, NothingReachesATerminalAsACommand) {
  FindingList findings;
  findings.Add(FindingKind::kUnknownField,
               {.page = "p\x1b[2J",
                .record = "r\r\n",
                .pointer = "/\xC2\x9B"
                           "1m"},
               "what \x1b]0;x\x07");
  const Finding& finding = findings.group(FindingKind::kUnknownField).kept.front();
  for (const std::string& text :
       {finding.place.page, finding.place.record, finding.place.pointer, finding.what}) {
    for (char c : text) EXPECT_GE(static_cast<unsigned char>(c), 0x20) << text;
    EXPECT_THAT(text, Not(HasSubstr("\xC2\x9B")));
  }
}

TEST(FindingList, LongTextsAreCutBetweenCharacters) {
  FindingList findings;
  std::string text = "x";
  for (int i = 0; i < 1000; ++i) text += "\xC5\xBC";
  findings.Add(FindingKind::kUnknownField, {}, text);
  const std::string& what = findings.group(FindingKind::kUnknownField).kept.front().what;
  EXPECT_LT(what.size(), 700U);
  EXPECT_EQ(Quoted("a\"b"), "\"a\"b\"");
}

}  // namespace
}  // namespace waypost::validate
