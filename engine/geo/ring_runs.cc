#include "engine/geo/ring_runs.h"

#include <algorithm>

namespace waypost {
namespace {

// 256 bytes of points behind one box. A round guess, not tuned (bench/geo_bench.cc,
// BM_AreasContaining).
constexpr std::uint32_t kEdges = 32;

}  // namespace

std::vector<RingRun> RunsOf(const AreaPolygonsView& view, std::uint32_t ring) {
  std::vector<RingRun> runs;
  const std::uint32_t begin = view.point_offsets[ring];
  const std::uint32_t end = view.point_offsets[ring + 1];
  for (std::uint32_t first = begin; first < end; first += kEdges) {
    RingRun run{.first = first, .last = std::min(first + kEdges, end - 1), .ring_start = begin};
    run.closes = end - first <= kEdges;
    run.box = BoundingBox::Of(view.points.subspan(run.first, run.last - run.first + 1));
    if (run.closes) run.box.Add(view.points[begin]);
    runs.push_back(run);
  }
  return runs;
}

}  // namespace waypost
