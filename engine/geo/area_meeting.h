#pragma once

// Whether areas meet (share at least one point): asked at build time only.

#include <cstdint>
#include <vector>

#include "engine/geo/area_polygons.h"

namespace waypost {

// Whether the two areas share a point, a boundary point counts. An area without rings meets
// nothing. Self-crossing rings are read by the odd-even rule, as Covers reads them.
bool Intersects(const AreaPolygonsView& view, std::uint32_t a, std::uint32_t b);

// For every area the others it shares a point with, ascending. Envelopes first, so most pairs cost
// nothing.
std::vector<std::vector<std::uint32_t>> MeetingAreas(const AreaPolygonsView& view);

}  // namespace waypost
