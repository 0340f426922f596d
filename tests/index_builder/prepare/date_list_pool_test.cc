#include "index_builder/prepare/date_list_pool.h"

#include <gtest/gtest.h>

#include <vector>

namespace waypost::prepare {
namespace {

using std::chrono::days;

TEST(DateListPool, KeepsEqualListsOnceInOrderOfFirstAppearance) {
  const Date first = *ParseIsoDate("2026-11-19");
  DateListPool pool({first, first + days(402)});
  const std::vector<Date> two = {first, first + days(14)};
  const std::vector<Date> one = {first + days(402)};
  EXPECT_EQ(pool.Add(two), DateListId(0));
  EXPECT_EQ(pool.Add(one), DateListId(1));
  EXPECT_EQ(pool.Add(two), DateListId(0));
  EXPECT_EQ(pool.Add({}), DateListId(2));
  EXPECT_EQ(pool.offsets(), std::vector<std::uint32_t>({0, 2, 3, 3}));
  EXPECT_EQ(pool.values(), std::vector<std::uint16_t>({0, 14, 402}));
  EXPECT_EQ(pool.lists()[DateListId(1)].front(), 402);
  EXPECT_TRUE(pool.lists()[DateListId(2)].empty());
}

}  // namespace
}  // namespace waypost::prepare
