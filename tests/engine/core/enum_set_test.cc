#include "engine/core/enum_set.h"

#include <gtest/gtest.h>

#include "engine/core/closed_lists.h"

namespace waypost {
namespace {

TEST(EnumSet, AddsRemovesAndFinds) {
  EnumSet<Reach> set;
  EXPECT_TRUE(set.empty());
  set.Add(Reach::kVisits);
  EXPECT_TRUE(set.Has(Reach::kVisits));
  EXPECT_FALSE(set.Has(Reach::kPlace));
  set.Add(Reach::kRemote);
  set.Remove(Reach::kVisits);
  EXPECT_EQ(set, EnumSet<Reach>({Reach::kRemote}));
  EXPECT_EQ(set.bits(), 4U);
  EXPECT_EQ(EnumSet<Reach>::FromBits(4), set);
}

TEST(EnumSet, ComparesAsASet) {
  const EnumSet<Reach> both = {Reach::kPlace, Reach::kRemote};
  const EnumSet<Reach> one = {Reach::kRemote};
  const EnumSet<Reach> other = {Reach::kVisits};
  EXPECT_TRUE(both.Contains(one));
  EXPECT_FALSE(one.Contains(both));
  EXPECT_TRUE(both.Contains({}));
  EXPECT_TRUE(both.Intersects(one));
  EXPECT_FALSE(both.Intersects(other));
  EXPECT_FALSE(both.Intersects({}));
  EnumSet<Reach> all = both;
  all |= other;
  EXPECT_EQ(all.bits(), 7U);
}

}  // namespace
}  // namespace waypost
