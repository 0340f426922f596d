#include "engine/core/fact.h"

#include <gtest/gtest.h>

namespace waypost {
namespace {

constexpr Fact kAll[] = {Fact::kNo, Fact::kNotStated, Fact::kYes};

// Kleene's tables, rows and columns in the order no, not stated, yes.
TEST(Fact, HasTheStrongConnectives) {
  constexpr Fact kN = Fact::kNo;
  constexpr Fact kS = Fact::kNotStated;
  constexpr Fact kY = Fact::kYes;
  constexpr Fact kOr[3][3] = {{kN, kS, kY}, {kS, kS, kY}, {kY, kY, kY}};
  constexpr Fact kAnd[3][3] = {{kN, kN, kN}, {kN, kS, kS}, {kN, kS, kY}};
  for (int a = 0; a < 3; ++a) {
    for (int b = 0; b < 3; ++b) {
      EXPECT_EQ(Or(kAll[a], kAll[b]), kOr[a][b]) << a << b;
      EXPECT_EQ(And(kAll[a], kAll[b]), kAnd[a][b]) << a << b;
    }
  }
}

TEST(Fact, OfABoolIsNeverNotStated) {
  EXPECT_EQ(FactOf(true), Fact::kYes);
  EXPECT_EQ(FactOf(false), Fact::kNo);
}

}  // namespace
}  // namespace waypost
