#include "engine/geo/area_polygons.h"

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <iterator>

#include "engine/geo/ring_arithmetic.h"

namespace waypost {
namespace {

std::vector<LatLng> WithoutRepeats(std::span<const LatLng> ring) {
  std::vector<LatLng> points;
  points.reserve(ring.size());
  std::ranges::unique_copy(ring, std::back_inserter(points));
  while (points.size() > 1 && points.front() == points.back()) points.pop_back();
  return points;
}

bool IsStraight(std::span<const LatLng> points) {
  return std::ranges::all_of(points,
                             [&](LatLng p) { return TurnOf(points[0], points[1], p) == 0; });
}

bool IsInRange(LatLng p) {
  return std::abs(std::int64_t{p.lat_e7()}) <= 900'000'000 &&
         std::abs(std::int64_t{p.lon_e7()}) <= 1'800'000'000;
}

bool AreOffsets(std::span<const std::uint32_t> offsets, std::size_t count) {
  return !offsets.empty() && offsets.front() == 0 && offsets.back() == count &&
         std::ranges::is_sorted(offsets);
}

}  // namespace

bool AreaPolygons::AddRing(std::uint32_t polygon, std::span<const LatLng> ring) {
  const std::vector<LatLng> points = WithoutRepeats(ring);
  if (points.size() < 3 || IsStraight(points)) return false;
  if (!std::ranges::all_of(points, IsInRange)) return false;
  assert(ring_polygons_.size() == ring_offsets_.back() || ring_polygons_.back() <= polygon);
  points_.insert(points_.end(), points.begin(), points.end());
  point_offsets_.push_back(static_cast<std::uint32_t>(points_.size()));
  ring_polygons_.push_back(polygon);
  return true;
}

void AreaPolygons::EndArea() {
  ring_offsets_.push_back(static_cast<std::uint32_t>(ring_polygons_.size()));
}

AreaPolygonsView AreaPolygons::view() const {
  return {.ring_offsets = ring_offsets_,
          .ring_polygons = ring_polygons_,
          .point_offsets = point_offsets_,
          .points = points_};
}

bool IsConsistent(const AreaPolygonsView& view) {
  return AreOffsets(view.ring_offsets, view.ring_polygons.size()) &&
         AreOffsets(view.point_offsets, view.points.size()) &&
         view.point_offsets.size() == view.ring_polygons.size() + 1 &&
         std::ranges::all_of(view.points, IsInRange);
}

bool Covers(const AreaPolygonsView& view, std::uint32_t area, LatLng point) {
  bool inside = false;
  for (std::uint32_t r = view.ring_offsets[area]; r < view.ring_offsets[area + 1]; ++r) {
    const bool starts_polygon =
        r == view.ring_offsets[area] || view.ring_polygons[r] != view.ring_polygons[r - 1];
    if (starts_polygon && inside) return true;
    const std::span<const LatLng> ring = view.Ring(r);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const LatLng next = ring[i + 1 < ring.size() ? i + 1 : 0];
      const EdgeSays says = AskEdge(ring[i], next, point);
      if (says == EdgeSays::kOnEdge) return true;
      if (says == EdgeSays::kCrossesRay) inside = !inside;
    }
  }
  return inside;
}

}  // namespace waypost
