#pragma once

// The order in which documents get their DocIds: along a Hilbert curve, so that neighbours in the
// list are neighbours on the ground and a circle is a few runs of DocIds.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/geo/lat_lng.h"

namespace waypost {

// The place of a point on a Hilbert curve through all 2^64 pairs of 32-bit coordinates. Different
// points have different keys.
std::uint64_t HilbertKey(LatLng point);

// The indexes of `points` in ascending order of key; equal points stay in the order they came in.
std::vector<std::uint32_t> SpatialOrder(std::span<const LatLng> points);

}  // namespace waypost
