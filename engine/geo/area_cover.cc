#include "engine/geo/area_cover.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "engine/geo/ring_arithmetic.h"
#include "engine/geo/ring_runs.h"
#include "engine/geo/tile_tree.h"

namespace waypost {

struct AreaCover::Parts {
  AreaPolygonsView view;
  std::vector<BoundingBox> area_boxes;
  std::vector<BoundingBox> ring_boxes;
  std::vector<std::uint32_t> run_offsets;  // of ring r: run_offsets[r] to run_offsets[r + 1]
  std::vector<RingRun> runs;
  TileTree tree;  // over area_boxes

  // Whether an odd number of the ring's edges cross the ray; nullopt when the point is on one.
  std::optional<bool> IsOddAt(std::uint32_t ring, LatLng point) const;
};

namespace {

// A run's chain crosses the point's latitude an odd number of times when its ends are on different
// sides.
bool EndsDiffer(const AreaPolygonsView& view, const RingRun& run, LatLng point) {
  const LatLng end = view.points[run.closes ? run.ring_start : run.last];
  return (view.points[run.first].lat_e7() > point.lat_e7()) != (end.lat_e7() > point.lat_e7());
}

}  // namespace

std::optional<bool> AreaCover::Parts::IsOddAt(std::uint32_t ring, LatLng point) const {
  bool odd = false;
  for (std::uint32_t i = run_offsets[ring]; i < run_offsets[ring + 1]; ++i) {
    const RingRun& run = runs[i];
    const bool beside = point.lat_e7() < run.box.south_west.lat_e7() ||
                        point.lat_e7() > run.box.north_east.lat_e7() ||
                        point.lon_e7() > run.box.north_east.lon_e7();
    if (beside) continue;
    if (point.lon_e7() < run.box.south_west.lon_e7()) {
      odd ^= EndsDiffer(view, run, point);
      continue;
    }
    const bool off_edges = ForEachEdge(view, run, [&](LatLng a, LatLng b) {
      const EdgeSays says = AskEdge(a, b, point);
      odd ^= says == EdgeSays::kCrossesRay;
      return says != EdgeSays::kOnEdge;
    });
    if (!off_edges) return std::nullopt;
  }
  return odd;
}

AreaCover::AreaCover() : AreaCover(AreaPolygonsView()) {}
AreaCover::AreaCover(AreaCover&&) noexcept = default;
AreaCover& AreaCover::operator=(AreaCover&&) noexcept = default;
AreaCover::~AreaCover() = default;

AreaCover::AreaCover(const AreaPolygonsView& view) {
  auto parts = std::make_unique<Parts>();
  parts->view = view;
  parts->run_offsets.push_back(0);
  for (std::uint32_t ring = 0; ring < view.rings(); ++ring) {
    parts->ring_boxes.push_back(BoundingBox::Of(view.Ring(ring)));
    const std::vector<RingRun> runs = RunsOf(view, ring);
    parts->runs.insert(parts->runs.end(), runs.begin(), runs.end());
    parts->run_offsets.push_back(static_cast<std::uint32_t>(parts->runs.size()));
  }
  for (std::uint32_t area = 0; area < view.areas(); ++area) {
    const std::uint32_t first = view.ring_offsets[area];
    const std::uint32_t last = view.ring_offsets[area + 1];
    BoundingBox box;
    for (std::uint32_t ring = first; ring < last; ++ring) {
      if (parts->ring_boxes[ring].empty()) continue;
      box.Add(parts->ring_boxes[ring].south_west);
      box.Add(parts->ring_boxes[ring].north_east);
    }
    parts->area_boxes.push_back(box);
  }
  parts->tree = TileTree(parts->area_boxes);
  parts_ = std::move(parts);
}

bool AreaCover::Covers(std::uint32_t area, LatLng point) const {
  const AreaPolygonsView& view = parts_->view;
  assert(area < view.areas());
  if (!parts_->area_boxes[area].Contains(point)) return false;
  bool inside = false;
  for (std::uint32_t r = view.ring_offsets[area]; r < view.ring_offsets[area + 1]; ++r) {
    if (inside && view.ring_polygons[r] != view.ring_polygons[r - 1]) return true;
    if (!parts_->ring_boxes[r].Contains(point)) continue;
    const std::optional<bool> odd = parts_->IsOddAt(r, point);
    if (!odd) return true;
    inside ^= *odd;
  }
  return inside;
}

std::vector<std::uint32_t> AreaCover::AreasContaining(LatLng point) const {
  std::vector<std::uint32_t> areas =
      parts_->tree.CoverBox({.south_west = point, .north_east = point});
  std::erase_if(areas, [&](std::uint32_t area) { return !Covers(area, point); });
  return areas;
}

const BoundingBox& AreaCover::Envelope(std::uint32_t area) const {
  return parts_->area_boxes.at(area);
}

}  // namespace waypost
