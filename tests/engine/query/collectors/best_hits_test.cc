#include "engine/query/collectors/best_hits.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/support/random_seed.h"

namespace waypost::query {
namespace {

using testing::RandomWithin;

SortKey Key(std::uint64_t primary, std::uint32_t service, std::uint64_t distance = 0,
            std::uint32_t location_rank = 0, std::uint32_t doc = 0, std::uint32_t soonest = 0) {
  return {primary, ServiceOrdinal(service), distance, soonest, location_rank, DocId(doc)};
}

TEST(BestHits, NothingOfNothing) { EXPECT_TRUE(BestHits(10).Take().empty()); }

TEST(BestHits, BestFirst) {
  BestHits best(10);
  for (const SortKey& key : {Key(3, 0), Key(1, 1), Key(2, 2)}) best.Add(key);
  EXPECT_EQ(best.Take(), (std::vector{Key(1, 1), Key(2, 2), Key(3, 0)}));
}

TEST(BestHits, NoMoreThanWanted) {
  BestHits best(2);
  for (const SortKey& key : {Key(3, 0), Key(1, 1), Key(2, 2)}) best.Add(key);
  EXPECT_EQ(best.Take(), (std::vector{Key(1, 1), Key(2, 2)}));
}

TEST(BestHits, AServiceStandsOnceAtItsBestDocument) {
  BestHits best(2);
  for (const SortKey& key : {Key(5, 0), Key(1, 0), Key(3, 0), Key(4, 1)}) best.Add(key);
  EXPECT_EQ(best.Take(), (std::vector{Key(1, 0), Key(4, 1)}));
}

TEST(BestHits, OfOneServiceTheNearestThenTheLowestLocation) {
  BestHits best(1);
  best.Add(Key(1, 0, /*distance=*/7, /*location_rank=*/0, /*doc=*/1));
  best.Add(Key(1, 0, /*distance=*/5, /*location_rank=*/2, /*doc=*/2));
  best.Add(Key(1, 0, /*distance=*/5, /*location_rank=*/1, /*doc=*/3));
  EXPECT_EQ(best.Take(), (std::vector{Key(1, 0, 5, 1, 3)}));
}

TEST(BestHits, OfOneServiceTheSoonestBeforeTheLowestLocation) {
  BestHits best(1);
  best.Add(Key(1, 0, /*distance=*/5, /*location_rank=*/1, /*doc=*/1, /*soonest=*/60));
  best.Add(Key(1, 0, /*distance=*/5, /*location_rank=*/2, /*doc=*/2, /*soonest=*/30));
  best.Add(Key(1, 0, /*distance=*/7, /*location_rank=*/0, /*doc=*/3, /*soonest=*/0));
  EXPECT_EQ(best.Take(), (std::vector{Key(1, 0, 5, 2, 2, 30)}));
}

TEST(BestHits, EqualServicesStandByPublicId) {
  BestHits best(2);
  for (const SortKey& key : {Key(1, 9), Key(1, 4), Key(1, 7)}) best.Add(key);
  EXPECT_EQ(best.Take(), (std::vector{Key(1, 4), Key(1, 7)}));
}

// Many documents of one service must not push others out, however often the buffer is full.
TEST(BestHits, ManyDocumentsOfOneServiceTakeOnePlace) {
  BestHits best(2);
  best.Add(Key(5000, 1));
  for (std::uint32_t doc = 0; doc < 3000; ++doc) best.Add(Key(doc, 0, 0, 0, doc));
  EXPECT_EQ(best.Take(), (std::vector{Key(0, 0), Key(5000, 1)}));
}

std::vector<SortKey> ByHand(const std::vector<SortKey>& keys, std::size_t wanted) {
  std::map<ServiceOrdinal, SortKey> best_of;
  for (const SortKey& key : keys) {
    const auto [at, is_new] = best_of.try_emplace(key.service, key);
    if (!is_new && key < at->second) at->second = key;
  }
  std::vector<SortKey> best;
  for (const auto& [service, key] : best_of) best.push_back(key);
  std::sort(best.begin(), best.end());
  best.resize(std::min(wanted, best.size()));
  return best;
}

TEST(BestHits, AgreesWithSortingEverything) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int round = 0; round < 200; ++round) {
    const auto wanted = static_cast<std::size_t>(RandomWithin(random, 1, 120));
    const std::int64_t services = RandomWithin(random, 1, 500);
    const std::int64_t primaries = RandomWithin(random, 1, 1000);
    std::vector<SortKey> keys;
    for (std::int64_t doc = RandomWithin(random, 0, 3000); doc > 0; --doc) {
      keys.push_back(Key(static_cast<std::uint64_t>(RandomWithin(random, 0, primaries)),
                         static_cast<std::uint32_t>(RandomWithin(random, 0, services)),
                         static_cast<std::uint64_t>(RandomWithin(random, 0, 3)),
                         static_cast<std::uint32_t>(RandomWithin(random, 0, 3)),
                         static_cast<std::uint32_t>(doc)));
    }
    BestHits best(wanted);
    for (const SortKey& key : keys) best.Add(key);
    ASSERT_EQ(best.Take(), ByHand(keys, wanted)) << "round " << round;
  }
}

}  // namespace
}  // namespace waypost::query
