#include "engine/geo/area_meeting.h"

#include <algorithm>

#include "engine/geo/area_cover.h"
#include "engine/geo/bounding_box.h"
#include "engine/geo/ring_arithmetic.h"
#include "engine/geo/ring_runs.h"
#include "engine/geo/tile_tree.h"

namespace waypost {
namespace {

std::vector<RingRun> RunsWithin(const AreaPolygonsView& view, std::uint32_t area,
                                const BoundingBox& box) {
  std::vector<RingRun> runs;
  for (std::uint32_t r = view.ring_offsets[area]; r < view.ring_offsets[area + 1]; ++r) {
    for (const RingRun& run : RunsOf(view, r)) {
      if (run.box.Intersects(box)) runs.push_back(run);
    }
  }
  return runs;
}

bool RunsMeet(const AreaPolygonsView& view, const RingRun& one, const RingRun& other) {
  return !ForEachEdge(view, one, [&](LatLng a, LatLng b) {
    return ForEachEdge(view, other, [&](LatLng c, LatLng d) { return !SegmentsMeet(a, b, c, d); });
  });
}

bool OutlinesMeet(const AreaPolygonsView& view, const AreaCover& cover, std::uint32_t a,
                  std::uint32_t b) {
  const std::vector<RingRun> of_a = RunsWithin(view, a, cover.Envelope(b));
  const std::vector<RingRun> of_b = RunsWithin(view, b, cover.Envelope(a));
  return std::ranges::any_of(of_a, [&](const RingRun& one) {
    return std::ranges::any_of(of_b, [&](const RingRun& other) {
      return one.box.Intersects(other.box) && RunsMeet(view, one, other);
    });
  });
}

// Whether a covers the first point of one of b's rings. Where outlines do not meet, one point of a
// ring speaks for all of it.
bool CoversARingOf(const AreaPolygonsView& view, const AreaCover& cover, std::uint32_t a,
                   std::uint32_t b) {
  for (std::uint32_t r = view.ring_offsets[b]; r < view.ring_offsets[b + 1]; ++r) {
    const std::span<const LatLng> ring = view.Ring(r);
    if (!ring.empty() && cover.Covers(a, ring.front())) return true;
  }
  return false;
}

// If no two edges meet, then where the areas share a point, one of them contains a whole ring of
// the other.
bool Meet(const AreaPolygonsView& view, const AreaCover& cover, std::uint32_t a, std::uint32_t b) {
  if (!cover.Envelope(a).Intersects(cover.Envelope(b))) return false;
  return CoversARingOf(view, cover, a, b) || CoversARingOf(view, cover, b, a) ||
         OutlinesMeet(view, cover, a, b);
}

}  // namespace

bool Intersects(const AreaPolygonsView& view, std::uint32_t a, std::uint32_t b) {
  return Meet(view, AreaCover(view), a, b);
}

std::vector<std::vector<std::uint32_t>> MeetingAreas(const AreaPolygonsView& view) {
  const AreaCover cover(view);
  std::vector<BoundingBox> envelopes;
  for (std::uint32_t a = 0; a < view.areas(); ++a) envelopes.push_back(cover.Envelope(a));
  const TileTree tree(envelopes);
  std::vector<std::vector<std::uint32_t>> meeting(view.areas());
  for (std::uint32_t a = 0; a < view.areas(); ++a) {
    for (const std::uint32_t b : tree.CoverBox(envelopes[a])) {
      if (b <= a || !Meet(view, cover, a, b)) continue;
      meeting[a].push_back(b);
      meeting[b].push_back(a);
    }
  }
  // Every list got its smaller neighbours in ascending order first, then its larger ones.
  return meeting;
}

}  // namespace waypost
