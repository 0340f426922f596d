#pragma once

// The land of a world: a grid of square authorities of all four nations, with counties and regions
// above those of England, postcodes that straddle their borders, and places with shared names.

#include <vector>

#include "index_builder/record/gazetteer.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

// South-west corner of the grid and the size of a square, in 1e-7 degrees.
inline constexpr std::int32_t kGridSouth = 512'000'000;
inline constexpr std::int32_t kGridWest = -32'000'000;
inline constexpr std::int32_t kSquareHeight = 500'000;
inline constexpr std::int32_t kSquareWidth = 800'000;
inline constexpr int kMostSquares = 4;  // in a row and in a column

record::Gazetteer MakeGazetteer(Random& random);

// A point on the grid or a little outside; sometimes on a border.
LatLng RandomPoint(Random& random);

// A closed rectangle.
std::vector<LatLng> RectangleRing(LatLng south_west, LatLng north_east);

}  // namespace waypost::oracle
