// What the shipped vocabularies mark as sensitive and say to somebody in danger: a wrong number
// here is worse than none.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/core/ascii.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/load_taxonomies.h"
#include "tests/support/scratch_folder.h"

namespace waypost::sources {
namespace {

using ::testing::IsSubsetOf;

record::Taxonomy Shipped() {
  record::CollectingSink sink;
  record::Taxonomy taxonomy;
  const absl::Status status =
      LoadTaxonomies({WAYPOST_SOURCE_DIR "/data/taxonomies"}, sink, taxonomy);
  EXPECT_TRUE(status.ok()) << status;
  return taxonomy;
}

// "0808 2000 247" is one; of "116 123, or 111" there are two.
std::set<std::string> NumbersIn(std::string_view text) {
  std::set<std::string> numbers;
  std::string number;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '.';
    if (IsDigit(c) || (c == ' ' && !number.empty())) {
      number += c;
      continue;
    }
    while (number.ends_with(' ')) number.pop_back();
    if (!number.empty()) numbers.insert(number);
    number.clear();
  }
  return numbers;
}

TEST(ShippedTaxonomies, HideWhatOthersMustNotSee) {
  std::set<std::string> hidden;
  for (const record::VocabularyTerm& term : Shipped().terms) {
    if (term.sensitive == true) hidden.insert(term.vocabulary + ":" + term.code);
  }
  const std::vector<std::string> expected = {"waypostNeeds:abuse",
                                             "waypostNeeds:sexual-violence",
                                             "waypostNeeds:safeguarding",
                                             "waypostNeeds:crisis",
                                             "waypostNeeds:drugs",
                                             "waypostNeeds:alcohol",
                                             "waypostNeeds:sexual-health",
                                             "waypostCircumstances:lgbt",
                                             "waypostCircumstances:survivor-of-abuse",
                                             "waypostPersonas:leaving-abuse"};
  EXPECT_THAT(expected, IsSubsetOf(hidden));
  EXPECT_LT(hidden.size(), 30U) << "an address that can be sent on is worth something too";
}

// README.md has the lines with their numbers; no text has another one.
TEST(ShippedTaxonomies, NameOnlyLinesThatAreListed) {
  const std::string readme =
      waypost::testing::ReadFile(WAYPOST_SOURCE_DIR "/data/taxonomies/README.md");
  const std::set<std::string> listed = NumbersIn(readme.substr(readme.find("| Line | Number |")));
  std::set<std::string> named;
  for (const record::VocabularyTerm& term : Shipped().terms) {
    if (!term.crisis.has_value()) continue;
    const std::set<std::string> numbers = NumbersIn(*term.crisis);
    EXPECT_FALSE(numbers.empty()) << term.code;
    EXPECT_EQ(term.crisis->find('!'), std::string::npos) << term.code;
    EXPECT_TRUE(term.crisis->ends_with('.')) << term.code;
    named.insert(numbers.begin(), numbers.end());
  }
  EXPECT_EQ(named, listed);
}

TEST(ShippedTaxonomies, ACrisisTextBelongsToANeedACircumstanceOrAPersona) {
  const std::vector<std::string> ours = {"waypostNeeds", "waypostCircumstances", "waypostPersonas"};
  int texts = 0;
  for (const record::VocabularyTerm& term : Shipped().terms) {
    if (!term.crisis.has_value()) continue;
    ++texts;
    EXPECT_TRUE(std::ranges::find(ours, term.vocabulary) != ours.end()) << term.code;
  }
  EXPECT_GT(texts, 10);
}

}  // namespace
}  // namespace waypost::sources
