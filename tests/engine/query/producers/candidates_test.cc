#include "engine/query/producers/candidates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/support/random_seed.h"

namespace waypost::query {
namespace {

using ::testing::ElementsAre;
using testing::RandomWithin;

std::vector<DocId> Docs(std::initializer_list<std::uint32_t> values) {
  std::vector<DocId> docs;
  for (std::uint32_t value : values) docs.push_back(DocId(value));
  return docs;
}

// Everything it produces, in blocks as a query takes them.
std::vector<std::uint32_t> All(std::unique_ptr<DocProducer> producer) {
  std::vector<std::uint32_t> all;
  DocBlock block;
  for (; producer->Fill(block); block.count = 0) {
    for (DocId doc : block.view()) all.push_back(doc.value());
  }
  return all;
}

TEST(ProduceAll, NothingOfNothing) { EXPECT_THAT(All(ProduceAll({})), ElementsAre()); }

TEST(ProduceAll, TheDocumentsOfTheRanges) {
  EXPECT_THAT(All(ProduceAll({.ranges = {{2, 4}, {7, 8}}, .extra = {}})), ElementsAre(2, 3, 7));
}

TEST(ProduceAll, ExtraDocumentsBeforeBetweenAndAfter) {
  const std::vector<DocId> extra = Docs({1, 5, 6, 9});
  EXPECT_THAT(All(ProduceAll({.ranges = {{2, 4}, {7, 8}}, .extra = extra})),
              ElementsAre(1, 2, 3, 5, 6, 7, 9));
}

TEST(ProduceAll, ExtraDocumentsInsideARangeOnce) {
  const std::vector<DocId> extra = Docs({2, 3, 4});
  EXPECT_THAT(All(ProduceAll({.ranges = {{2, 4}}, .extra = extra})), ElementsAre(2, 3, 4));
}

TEST(ProduceAll, ExtraDocumentsAlone) {
  const std::vector<DocId> extra = Docs({3, 8});
  EXPECT_THAT(All(ProduceAll({.ranges = {}, .extra = extra})), ElementsAre(3, 8));
}

TEST(ProduceAll, FillsBlocksToTheBrim) {
  const auto producer = ProduceAll({.ranges = {{0, 100}, {200, 300}}, .extra = {}});
  DocBlock block;
  ASSERT_TRUE(producer->Fill(block));
  EXPECT_TRUE(block.full());
  block.count = 0;
  ASSERT_TRUE(producer->Fill(block));
  EXPECT_EQ(block.count, 72U);
  block.count = 0;
  EXPECT_FALSE(producer->Fill(block));
}

TEST(ProducePostings, TheUnionOfTheListsInOrderAndOnce) {
  const std::vector<DocId> a = Docs({1, 5, 9}), b = Docs({2, 5});
  EXPECT_THAT(All(ProducePostings({a, b}, {.ranges = {{0, 10}}, .extra = {}})),
              ElementsAre(1, 2, 5, 9));
}

TEST(ProducePostings, OnlyWhatLiesInTheConfines) {
  const std::vector<DocId> list = Docs({1, 2, 3, 5, 6, 7, 9}), extra = Docs({0, 2, 6, 9});
  EXPECT_THAT(All(ProducePostings({list}, {.ranges = {{3, 6}}, .extra = extra})),
              ElementsAre(2, 3, 5, 6, 9));
}

TEST(ProducePostings, NothingOfNoLists) {
  EXPECT_THAT(All(ProducePostings({}, {.ranges = {{0, 10}}, .extra = {}})), ElementsAre());
}

TEST(Confines, SizeIsOfRangesAndExtra) {
  const std::vector<DocId> extra = Docs({3, 8});
  EXPECT_EQ((Confines{.ranges = {{2, 4}, {7, 10}}, .extra = extra}).size(), 7U);
  EXPECT_EQ(Confines().size(), 0U);
}

// ---- against sets

struct RandomConfines {
  Confines confines;
  std::vector<DocId> extra;
  std::set<std::uint32_t> set;
};

std::vector<DocId> RandomList(std::mt19937_64& random, std::uint32_t below) {
  const std::int64_t percent = RandomWithin(random, 0, 60);
  std::vector<DocId> list;
  for (std::uint32_t doc = 0; doc < below; ++doc) {
    if (RandomWithin(random, 0, 99) < percent) list.push_back(DocId(doc));
  }
  return list;
}

void FillRandomly(std::mt19937_64& random, std::uint32_t below, RandomConfines& out) {
  for (std::uint32_t at = 0; at < below;) {
    const auto first = at + static_cast<std::uint32_t>(RandomWithin(random, 0, 200));
    const auto last = first + static_cast<std::uint32_t>(RandomWithin(random, 1, 300));
    if (last > below) break;
    out.confines.ranges.push_back({first, last});
    for (std::uint32_t doc = first; doc < last; ++doc) out.set.insert(doc);
    at = last;
  }
  out.extra = RandomList(random, below);
  out.confines.extra = out.extra;
  for (DocId doc : out.extra) out.set.insert(doc.value());
}

TEST(Producers, AgreeWithSets) {
  std::mt19937_64 random = testing::MakeRandom();
  for (int round = 0; round < 200; ++round) {
    const auto below = static_cast<std::uint32_t>(RandomWithin(random, 0, 1500));
    RandomConfines within;
    FillRandomly(random, below, within);
    ASSERT_EQ(All(ProduceAll(within.confines)),
              std::vector<std::uint32_t>(within.set.begin(), within.set.end()))
        << "round " << round;
    const std::vector<DocId> a = RandomList(random, below), b = RandomList(random, below);
    std::set<std::uint32_t> expected;
    for (const std::vector<DocId>& list : {a, b}) {
      for (DocId doc : list) {
        if (within.set.contains(doc.value())) expected.insert(doc.value());
      }
    }
    ASSERT_EQ(All(ProducePostings({a, b}, within.confines)),
              std::vector<std::uint32_t>(expected.begin(), expected.end()))
        << "round " << round;
  }
}

}  // namespace
}  // namespace waypost::query
