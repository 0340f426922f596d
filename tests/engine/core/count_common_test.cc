#include "engine/core/count_common.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/random_seed.h"

namespace waypost {
namespace {

TEST(CountCommon, CountsBitsThatBothHave) {
  const std::vector<std::uint64_t> a = {0b1011, 0, ~std::uint64_t{0}};
  const std::vector<std::uint64_t> b = {0b0110, 7, std::uint64_t{1} << 63, 1};
  EXPECT_EQ(CountCommon(a, b), 2U);
  EXPECT_EQ(CountCommon(a, a), 67U);
  EXPECT_EQ(CountCommon({}, b), 0U);
}

TEST(CountCommon, TheFastOneCountsAsThePlainOne) {
  std::mt19937_64 random = testing::MakeRandom();
  for (std::size_t size = 0; size < 100; ++size) {
    std::vector<std::uint64_t> a(size);
    std::vector<std::uint64_t> b(size);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
      a[i] = random() & random();
      b[i] = random() | random();
      for (std::uint64_t left = a[i] & b[i]; left != 0; left &= left - 1) ++bits;
    }
    EXPECT_EQ(CountCommon(a, b), bits);
    EXPECT_EQ(CountCommonPlainly(a, b), bits);
  }
}

}  // namespace
}  // namespace waypost
