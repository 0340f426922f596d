// The random worlds and queries are worth something: they touch every fact of every filter.

#include <gtest/gtest.h>

#include <iostream>
#include <set>

#include "tests/oracle/coverage.h"
#include "tests/oracle/query_generator.h"
#include "tests/oracle/query_text.h"
#include "tests/support/random_seed.h"

namespace waypost::oracle {
namespace {

TEST(QueryGenerator, TouchesEveryFactOfEveryFilter) {
  constexpr int kWorlds = 60;
  constexpr int kQueriesPerWorld = 60;
  const std::uint64_t seed = testing::SeedOfThisRun();
  Coverage coverage;
  for (std::uint64_t number = 0; number < kWorlds; ++number) {
    const World world = MakeWorld(seed, number);
    Random random(seed, number * 2 + 1);
    QueryGenerator generator(world, random);
    for (int i = 0; i < kQueriesPerWorld; ++i) {
      const query::Query query = generator.Next();
      const auto examination = Examine(world.directory, query, world.now);
      if (examination.ok()) coverage.Add(*examination);
    }
  }
  std::cout << coverage.Report();
  for (const std::string& shortfall : coverage.Shortfalls()) ADD_FAILURE() << shortfall;
}

TEST(MakeWorld, IsTheSameForTheSameNumbers) {
  const World one = MakeWorld(7, 3);
  const World other = MakeWorld(7, 3);
  EXPECT_EQ(one.directory.services, other.directory.services);
  EXPECT_EQ(one.now, other.now);
  EXPECT_NE(one.directory.services, MakeWorld(7, 4).directory.services);
}

TEST(MakeWorld, GivesEachServiceItsOwnPublicId) {
  const World world = MakeWorld(testing::SeedOfThisRun(), 0);
  std::set<std::string> ids;
  for (const record::Service& service : world.directory.services) ids.insert(service.public_id);
  EXPECT_EQ(ids.size(), world.directory.services.size());
}

TEST(QueryGenerator, RepeatsItselfFromTheSameSeed) {
  const World world = MakeWorld(7, 3);
  Random random(7, 1), again(7, 1);
  QueryGenerator one(world, random), other(world, again);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(QueryText(one.Next()), QueryText(other.Next()));
}

TEST(Coverage, NamesWhatIsMissing) { EXPECT_FALSE(Coverage().Shortfalls().empty()); }

}  // namespace
}  // namespace waypost::oracle
