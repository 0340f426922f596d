#pragma once

// Rings cut into runs of edges with a bounding box each, so that a question about one point looks
// at a few dozen edges of an outline of ten thousand.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/geo/area_polygons.h"
#include "engine/geo/bounding_box.h"
#include "engine/geo/lat_lng.h"

namespace waypost {

// Consecutive edges of one ring: from point `first` through point `last` of the view's points,
// where `last` may be the ring's first point again (`closes`).
struct RingRun {
  BoundingBox box;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool closes = false;  // one more edge, from `last` to `ring_start`
  std::uint32_t ring_start = 0;
};

// The runs of one ring, in its order.
std::vector<RingRun> RunsOf(const AreaPolygonsView& view, std::uint32_t ring);

// Calls `visit(a, b)` for each edge of the run until it returns false; false when it did.
template <typename Visit>
bool ForEachEdge(const AreaPolygonsView& view, const RingRun& run, Visit&& visit) {
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    if (!visit(view.points[i], view.points[i + 1])) return false;
  }
  return !run.closes || visit(view.points[run.last], view.points[run.ring_start]);
}

}  // namespace waypost
