#include "engine/text/bm25.h"

#include <gtest/gtest.h>

#include <cmath>

namespace waypost::text {
namespace {

TEST(Bm25, IdfOfARareWordIsTheLogarithmOfItsOdds) {
  const Bm25 bm25({}, 100, 10);
  EXPECT_DOUBLE_EQ(bm25.Idf(1), std::log(99.5 / 1.5));
  EXPECT_DOUBLE_EQ(bm25.Idf(10), std::log(90.5 / 10.5));
}

TEST(Bm25, IdfOfACommonWordStaysAboveZero) {
  const Bm25 bm25({}, 100, 10);
  EXPECT_DOUBLE_EQ(bm25.Idf(50), std::log(1.5));  // odds 1, raised to 1.5
  EXPECT_DOUBLE_EQ(bm25.Idf(100), std::log(1 + 0.5 * 0.5 / 100.5));
  EXPECT_GT(bm25.Idf(100), 0);
}

TEST(Bm25, AWordOfNoServiceScoresNothing) {
  const Bm25 bm25({}, 100, 10);
  EXPECT_EQ(bm25.Idf(0), 0);
  EXPECT_EQ(bm25.Score(bm25.Idf(0), 3, bm25.Norm(10)), 0);
  EXPECT_EQ(bm25.Score(2.0, 0, bm25.Norm(10)), 0);
}

TEST(Bm25, NormGrowsWithLengthFromHalfTheAverage) {
  const Bm25 bm25({}, 100, 10);
  EXPECT_DOUBLE_EQ(bm25.Norm(10), 1.2);         // average: k1
  EXPECT_DOUBLE_EQ(bm25.Norm(20), 1.2 * 1.75);  // twice the average
  EXPECT_DOUBLE_EQ(bm25.Norm(5), 1.2 * (0.375 + 0.25));
  EXPECT_EQ(bm25.Norm(0), bm25.Norm(5));  // not below min_length
}

TEST(Bm25, ScoreByHand) {
  const Bm25 bm25({}, 100, 10);
  EXPECT_DOUBLE_EQ(bm25.Score(2.0, 1, bm25.Norm(10)), 2.0);  // 2.2 * 1 / (1.2 + 1)
  EXPECT_DOUBLE_EQ(bm25.Score(2.0, 3, bm25.Norm(10)), 2.0 * 2.2 * 3 / 4.2);
  EXPECT_LT(bm25.Score(2.0, 1000000, bm25.Norm(0)), bm25.UpperBound(2.0));
}

TEST(Bm25, AnIndexWithoutTextIsNoDivisionByZero) {
  const Bm25 bm25({}, 0, 0);
  EXPECT_TRUE(std::isfinite(bm25.Idf(0)));
  EXPECT_DOUBLE_EQ(bm25.Norm(0), 1.2);
  EXPECT_TRUE(std::isfinite(bm25.Score(bm25.Idf(0), 0, bm25.Norm(0))));
}

}  // namespace
}  // namespace waypost::text
