#include "engine/core/units.h"

#include <gtest/gtest.h>

namespace waypost {
namespace {

TEST(Metres, RoundToMillimetresHalfAwayFromZero) {
  EXPECT_EQ(Metres(1.0).ToMillimetres(), Millimetres(1000));
  EXPECT_EQ(Metres(0.0005).ToMillimetres(), Millimetres(1));
  EXPECT_EQ(Metres(0.00049).ToMillimetres(), Millimetres(0));
  EXPECT_EQ(Metres(5 * kMetresPerMile).ToMillimetres(), Millimetres(8'046'720));
}

TEST(WholeMetres, RoundsHalfUp) {
  EXPECT_EQ(WholeMetres(Millimetres(499)), 0);
  EXPECT_EQ(WholeMetres(Millimetres(500)), 1);
  EXPECT_EQ(WholeMetres(Millimetres(1499)), 1);
}

}  // namespace
}  // namespace waypost
