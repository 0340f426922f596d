// Suggestions against their definition, over random directories; and by hand.

#include "engine/query/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/oracle/stems.h"
#include "tests/oracle/world.h"
#include "tests/support/memory_index.h"
#include "tests/support/random_seed.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

using ::testing::ElementsAre;
using Found = std::set<std::pair<SuggestionKind, std::string>>;

// Lower-case runs of letters and digits: all that names of these worlds are made of.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (const oracle::TypedWord& word : oracle::TypedWordsOf(text)) words.push_back(word.text);
  return words;
}

bool BeginsWords(std::string_view typed, std::string_view name) {
  const std::vector<std::string> words = WordsOf(name);
  return std::ranges::all_of(WordsOf(typed), [&](const std::string& start) {
    return std::ranges::any_of(words,
                               [&](const std::string& word) { return word.starts_with(start); });
  });
}

// Services whose names answer, by looking at every one.
std::set<std::string> ServicesNamed(const record::Directory& directory, std::string_view typed) {
  std::set<std::string> names;
  for (const record::Service& service : directory.services) {
    const Status status = service.status.value_or(Status::kActive);
    if (status == Status::kInactive || status == Status::kDefunct) continue;
    if (!BeginsWords(typed, service.name)) continue;
    std::string name;
    for (const std::string& word : WordsOf(service.name)) name += word + " ";
    names.insert(name);
  }
  return names;
}

TEST(Suggest, FindsTheNamesOfAllServicesThatBeginSo) {
  const std::uint64_t seed = testing::SeedOfThisRun();
  int found = 0;
  for (std::uint64_t number = 0; number < 10; ++number) {
    const oracle::World world = oracle::MakeWorld(seed, number);
    const auto index = IndexOfComplete(world.directory);
    ASSERT_TRUE(index.ok()) << index.status();
    for (std::string_view typed : {"w", "c", "li", "walk", "tea w", "s h", "club", "the"}) {
      const auto suggestions = Suggest(
          **index, typed,
          {.limit = 1000, .kinds = {SuggestionKind::kService, SuggestionKind::kServiceName}});
      ASSERT_TRUE(suggestions.ok());
      std::set<std::string> names;
      for (const Suggestion& suggestion : suggestions->items) {
        std::string name;
        for (const std::string& word : WordsOf(suggestion.label)) name += word + " ";
        EXPECT_TRUE(names.insert(name).second) << "twice: " << name;
      }
      if (suggestions->corrected) continue;
      EXPECT_EQ(names, ServicesNamed(world.directory, typed)) << typed << ", world " << number;
      found += static_cast<int>(names.size());
    }
  }
  EXPECT_GE(found, 200);
}

class SuggestTest : public ::testing::Test {
 protected:
  static record::Directory SmallOne() {
    record::Service cafe = testing::Service("cafe");
    cafe.name = "Memory Café";
    testing::AddTerm(cafe, "esdServiceTypes", "11");
    record::Service twin = testing::Service("twin");
    twin.name = "memory cafe";
    record::Service advice = testing::Service("advice");
    advice.name = "Advice on memory";
    return testing::SmallDirectory({cafe, twin, advice});
  }

  std::vector<std::string> Labels(std::string_view typed, SuggestOptions options = {}) {
    const auto found = Suggest(*index_, typed, options);
    EXPECT_TRUE(found.ok()) << found.status();
    std::vector<std::string> labels;
    for (const Suggestion& suggestion : found->items) labels.push_back(suggestion.label);
    corrected_ = found->corrected;
    return labels;
  }

  std::shared_ptr<const Index> index_ = *IndexOf(SmallOne());
  bool corrected_ = false;
};

TEST_F(SuggestTest, NamesThatBeginWithTheWordComeFirstAndEqualNamesOnce) {
  EXPECT_THAT(Labels("mem", {.kinds = {SuggestionKind::kService, SuggestionKind::kServiceName}}),
              ElementsAre(::testing::AnyOf("Memory Café", "memory cafe"), "Advice on memory"));
}

TEST_F(SuggestTest, OneSlipIsForgivenInLongWordsOnly) {
  EXPECT_THAT(Labels("memroy caf", {.kinds = {SuggestionKind::kServiceName}}),
              ElementsAre(::testing::AnyOf("Memory Café", "memory cafe")));
  EXPECT_TRUE(corrected_);
  EXPECT_TRUE(Labels("mmo").empty());
  EXPECT_FALSE(corrected_);
}

TEST_F(SuggestTest, TypesThatNothingCarriesAreNotSuggested) {
  EXPECT_THAT(Labels("type", {.kinds = {SuggestionKind::kServiceType}}),
              ElementsAre("type one", "type eleven"));
}

TEST_F(SuggestTest, TextWithoutAWordSuggestsNothing) { EXPECT_TRUE(Labels(" -- ").empty()); }

}  // namespace
}  // namespace waypost::query
