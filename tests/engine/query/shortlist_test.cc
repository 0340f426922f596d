// A shortlist against what QUERY.md says of it, worked out from all results, over random worlds.

#include "engine/query/shortlist.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>
#include <vector>

#include "engine/query/search.h"
#include "tests/engine/query/indexed_engine.h"
#include "tests/oracle/query_generator.h"
#include "tests/oracle/query_text.h"
#include "tests/support/random_seed.h"
#include "tests/support/small_directory.h"

namespace waypost::query {
namespace {

std::vector<TaxonomyTermId> KindsOf(const Index& index, DocId doc, bool published_only) {
  const auto own = index.documents().terms[doc];
  if (!own.empty() || published_only) return {own.begin(), own.end()};
  const auto suggested = index.documents().inferred[doc];
  return {suggested.begin(), suggested.end()};
}

std::string ProviderOf(const Index& index, DocId doc) {
  const OrganisationOrdinal organisation = index.documents().organisation[doc];
  return organisation.is_none() ? "" : std::to_string(organisation.value());
}

// The reference: the pool in its order, weighed anew for every place.
std::vector<DocId> Expected(const Index& index, std::vector<Hit> pool, std::size_t wanted,
                            bool published_only) {
  std::vector<DocId> chosen;
  while (chosen.size() < wanted && !pool.empty()) {
    std::size_t best = 0;
    std::vector<std::tuple<bool, bool, double>> worth;
    for (const Hit& hit : pool) {
      double score = hit.score.Sum();
      const bool same_provider = std::any_of(chosen.begin(), chosen.end(), [&](DocId other) {
        const std::string provider = ProviderOf(index, hit.doc);
        const auto name = [&](DocId doc) {
          return index.services().name[index.documents().service[doc]];
        };
        return (!provider.empty() && provider == ProviderOf(index, other)) ||
               name(hit.doc) == name(other);
      });
      const bool same_kind = std::any_of(chosen.begin(), chosen.end(), [&](DocId other) {
        const auto kinds = KindsOf(index, hit.doc, published_only);
        return !kinds.empty() && kinds == KindsOf(index, other, published_only);
      });
      if (same_provider) score *= 0.8;
      if (same_kind) score *= 0.95;
      const bool signposts = (index.documents().flags[hit.doc] & kSignposts) != 0;
      worth.emplace_back(hit.certain, !signposts, score);
      if (worth.back() > worth[best]) best = worth.size() - 1;
    }
    chosen.push_back(pool[best].doc);
    pool.erase(pool.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return chosen;
}

TEST(Shortlist, IsChosenAsDocumented) {
  const std::uint64_t seed = testing::SeedOfThisRun();
  int reordered = 0;
  for (std::uint64_t number = 0; number < 20; ++number) {
    const oracle::World world = oracle::MakeWorld(seed, number);
    oracle::IndexedEngine engine;
    ASSERT_TRUE(engine.Load(world.directory).ok());
    oracle::Random random(seed, number * 2 + 1);
    oracle::QueryGenerator generator(world, random);
    for (int i = 0; i < 30; ++i) {
      Query query = generator.Next();
      query.page = 1;
      query.sort.reset();
      query.facets.clear();
      query.per_page = random.Within(1, kLongestShortlist);
      Query all = query;
      all.sort = Sort::kRelevance;
      all.per_page = kShortlistPool;
      query.mode = Mode::kShortlist;
      const auto pool = Search(engine.index(), all, world.now, &engine.synonyms());
      const auto few = SearchByMode(engine.index(), query, world.now, &engine.synonyms());
      ASSERT_EQ(pool.ok(), few.ok());
      if (!pool.ok()) continue;
      EXPECT_EQ(few->total, pool->total);
      EXPECT_EQ(few->total_certain, pool->total_certain);
      const std::vector<DocId> expected =
          Expected(engine.index(), pool->hits, static_cast<std::size_t>(query.per_page),
                   !query.use_inferred);
      ASSERT_EQ(few->hits.size(), expected.size());
      for (std::size_t at = 0; at < expected.size(); ++at) {
        EXPECT_EQ(few->hits[at].doc, expected[at]) << oracle::QueryText(query);
        reordered += expected[at] == pool->hits[at].doc ? 0 : 1;
      }
    }
  }
  EXPECT_GT(reordered, 20);
}

}  // namespace
}  // namespace waypost::query
