#pragma once

// Areas as polygons, held in flat columns so that an artefact can carry them.
//
//   AreaPolygons areas;
//   areas.AddRing(0, outer);
//   areas.AddRing(0, hole);
//   areas.EndArea();
//   if (Covers(areas.view(), 0, point)) ...      // many points: area_cover.h
//
// Planar in longitude and latitude, as councils draw them: an edge is a straight line on that
// plane. Boundaries are inclusive, of holes too. All arithmetic is on whole 1e-7 degrees, so the
// answer is the same on every machine and no point is lost between two neighbours that share an
// edge.
//
// An area is any number of polygons; a polygon is any number of rings and covers what an odd number
// of them surround (so a hole is simply a second ring, in any direction). Rings need not repeat
// their first point. No area crosses the 180th meridian.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/geo/lat_lng.h"

namespace waypost {

// Rings of all areas, flat. Area a has the rings ring_offsets[a] to ring_offsets[a + 1]; ring r has
// the points point_offsets[r] to point_offsets[r + 1] and belongs to the polygon ring_polygons[r]
// of its area; the rings of a polygon stand together, in ascending polygon number.
struct AreaPolygonsView {
  std::span<const std::uint32_t> ring_offsets;
  std::span<const std::uint32_t> ring_polygons;
  std::span<const std::uint32_t> point_offsets;
  std::span<const LatLng> points;

  std::size_t areas() const { return ring_offsets.empty() ? 0 : ring_offsets.size() - 1; }
  std::size_t rings() const { return ring_polygons.size(); }
  // Without a repeat of the first point at the end.
  std::span<const LatLng> Ring(std::uint32_t ring) const {
    return points.subspan(point_offsets[ring], point_offsets[ring + 1] - point_offsets[ring]);
  }
};

// The columns while they are built.
class AreaPolygons {
 public:
  // Adds a ring to polygon `polygon` of the area being built. False, and nothing added, when the
  // ring cannot enclose anything (fewer than three points after dropping repeats, or all in one
  // line) or leaves the globe. A ring that crosses itself is accepted and read by the odd-even
  // rule. REQUIRES: polygon numbers of an area do not descend.
  bool AddRing(std::uint32_t polygon, std::span<const LatLng> ring);
  // Ends the area, which may have no ring.
  void EndArea();

  AreaPolygonsView view() const;

 private:
  std::vector<std::uint32_t> ring_offsets_ = {0};
  std::vector<std::uint32_t> ring_polygons_;
  std::vector<std::uint32_t> point_offsets_ = {0};
  std::vector<LatLng> points_;
};

// Whether the columns fit each other, so that everything below is safe on them: offsets ascend from
// 0 to the number of what they point into, coordinates are in range. For artefacts. An empty view
// is not: AreaPolygons writes the first offset even without areas.
bool IsConsistent(const AreaPolygonsView& view);

// Whether area `area` covers `point`. O(points of the area). REQUIRES: IsConsistent(view).
bool Covers(const AreaPolygonsView& view, std::uint32_t area, LatLng point);

}  // namespace waypost
