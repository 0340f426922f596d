// The explicit table of stems against the real analyser: for every word that a world can contain,
// they agree which words are the same and which are stop words.

#include "tests/oracle/stems.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "engine/text/analyser.h"
#include "engine/text/stop_words.h"
#include "engine/text/words_query.h"
#include "tests/oracle/query_generator.h"
#include "tests/oracle/world.h"
#include "tests/support/random_seed.h"

namespace waypost::oracle {
namespace {

// Every text of a world that words are taken from.
std::string TextOf(const record::Directory& directory) {
  std::string text;
  const auto add = [&](const std::string& part) { text += part + "\n"; };
  for (const record::VocabularyTerm& term : directory.taxonomy.terms) add(term.label);
  for (const record::Service& service : directory.services) {
    add(service.name);
    add(service.description);
    if (service.organisation) add(service.organisation->name);
    for (const record::TermRef& ref : service.terms) add(ref.label);
    for (const record::ServiceAtLocation& at : service.locations) {
      add(at.location.name);
      for (const std::string& line : at.location.address.lines) add(line);
      add(at.location.address.city);
      add(at.location.address.county);
      add(at.location.address.postcode);
    }
  }
  for (const std::string_view word : TextWords()) add(std::string(word));
  return text;
}

// Words that an analysis holds to be the same, by their common term.
using Classes = std::map<std::string, std::set<std::string>>;

std::set<std::set<std::string>> SetsOf(const Classes& classes) {
  std::set<std::set<std::string>> sets;
  for (const auto& [term, words] : classes) sets.insert(words);
  return sets;
}

TEST(Stems, AgreeWithTheAnalyserOnEveryWordOfTheWorlds) {
  auto analyser = text::Analyser::Create({.language = "en"});
  ASSERT_TRUE(analyser.ok());
  const std::uint64_t seed = testing::SeedOfThisRun();
  Classes real, table;
  for (std::uint64_t number = 0; number < 20; ++number) {
    const std::string all = TextOf(MakeWorld(seed, number).directory);
    analyser->ForEachToken(all, [&](const text::Token& token) {
      real[std::string(token.term)].insert(std::string(token.word));
      table[StemOf(token.word)].insert(std::string(token.word));
      EXPECT_EQ(token.is_stop_word, IsStopWord(token.word)) << token.word;
    });
    EXPECT_EQ(analyser->Terms(all).size(), StemsOf(all).size());
  }
  EXPECT_EQ(SetsOf(real), SetsOf(table));
}

TEST(Stems, AgreeWithTheParserOfWordsOnRandomQueries) {
  auto analyser = text::Analyser::Create({.language = "en"});
  ASSERT_TRUE(analyser.ok());
  const World world = MakeWorld(testing::SeedOfThisRun(), 0);
  Random random(testing::SeedOfThisRun());
  QueryGenerator generator(world, random);
  int asked = 0;
  while (asked < 300) {
    const query::Query query = generator.Next();
    if (query.words.empty() || query.syntax == query::Syntax::kAdvanced) continue;
    ++asked;
    const text::WordsQuery parsed = text::ParseWords(query.words, *analyser);
    const std::vector<std::string> stems = QueryStems(query.words);
    ASSERT_EQ(parsed.words.size(), stems.size()) << query.words;
    for (std::size_t i = 0; i < stems.size(); ++i) {
      EXPECT_EQ(StemOf(parsed.words[i].word), stems[i]) << query.words;
    }
  }
}

TEST(Stems, KnowTheirOwnLines) {
  EXPECT_EQ(StemOf("walking"), "walk");
  EXPECT_EQ(StemOf("boat"), "boat");
  EXPECT_EQ(QueryStems("Walks, the walking"), std::vector<std::string>{"walk"});
  EXPECT_EQ(QueryStems("the of the"), (std::vector<std::string>{"the", "of"}));
  EXPECT_EQ(QueryStems("the \"of\" in"), std::vector<std::string>{"of"});
  EXPECT_EQ(QueryStems("walk of \"the park\""), (std::vector<std::string>{"walk", "the", "park"}));
  EXPECT_EQ(QueryStems("walk \"the park"), (std::vector<std::string>{"walk", "park"}));
}

}  // namespace
}  // namespace waypost::oracle
