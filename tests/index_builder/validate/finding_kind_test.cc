#include "index_builder/validate/finding_kind.h"

#include <gmock/gmock.h>

#include <set>

#include "tests/support/scratch_folder.h"

namespace waypost::validate {
namespace {

using ::testing::HasSubstr;

TEST(FindingKind, EachHasItsRuleInItsPlace) {
  std::set<std::string_view> codes;
  std::size_t place = 0;
  for (const FindingRule& rule : AllFindingRules()) {
    EXPECT_EQ(static_cast<std::size_t>(rule.kind), place++) << rule.code;
    EXPECT_EQ(&RuleOf(rule.kind), &rule);
    EXPECT_TRUE(codes.insert(rule.code).second) << rule.code;
    EXPECT_FALSE(rule.meaning.empty() || rule.fix.empty()) << rule.code;
    EXPECT_EQ(rule.meaning.find('|'), std::string_view::npos) << "it stands in a table";
  }
  EXPECT_EQ(place, static_cast<std::size_t>(FindingKind::kPostcodeNotKnown) + 1);
}

TEST(FindingKind, ThePageForPeopleHasTheSameTable) {
  const std::string page =
      testing::ReadFile(WAYPOST_SOURCE_DIR "/index_builder/validate/VALIDATE.md");
  EXPECT_THAT(page, HasSubstr(FindingTable()))
      << "replace the table by the output of waypost-index validate --codes";
}

}  // namespace
}  // namespace waypost::validate
