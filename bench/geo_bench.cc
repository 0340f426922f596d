// How much place costs: tiles for a circle, the exact test of a point, areas of a point.

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

#include "engine/geo/area_cover.h"
#include "engine/geo/area_polygons.h"
#include "engine/geo/bounding_box.h"
#include "engine/geo/circle_filter.h"
#include "engine/geo/spatial_order.h"
#include "engine/geo/tile_tree.h"

namespace waypost {
namespace {

constexpr std::uint64_t kSeed = 20261121;
constexpr std::size_t kTile = 128;

std::int32_t Within(std::mt19937_64& random, std::int32_t low, std::int32_t high) {
  return low + static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(high - low));
}

// Three quarters of the points in 200 towns, the rest anywhere, as services are; in spatial order.
std::vector<LatLng> Places(std::size_t count) {
  std::mt19937_64 random(kSeed);
  std::vector<LatLng> towns;
  for (int i = 0; i < 200; ++i) {
    towns.push_back(LatLng::FromE7(Within(random, 502'000'000, 560'000'000),
                                   Within(random, -45'000'000, 15'000'000)));
  }
  std::vector<LatLng> points;
  for (std::size_t i = 0; i < count; ++i) {
    const LatLng town = towns[random() % towns.size()];
    const std::int32_t reach = i % 4 == 0 ? 5'000'000 : 400'000;
    points.push_back(LatLng::FromE7(town.lat_e7() + Within(random, -reach, reach),
                                    town.lon_e7() + Within(random, -reach, reach)));
  }
  std::vector<LatLng> ordered;
  for (const std::uint32_t i : SpatialOrder(points)) ordered.push_back(points[i]);
  return ordered;
}

std::vector<BoundingBox> TilesOf(std::span<const LatLng> points) {
  std::vector<BoundingBox> boxes;
  for (std::size_t first = 0; first < points.size(); first += kTile) {
    boxes.push_back(BoundingBox::Of(points.subspan(first, std::min(kTile, points.size() - first))));
  }
  return boxes;
}

// 300,000 documents; the argument is the radius in kilometres.
void BM_CoverCircle(benchmark::State& state) {
  const std::vector<LatLng> points = Places(300'000);
  const TileTree tree(TilesOf(points));
  const Millimetres radius(state.range(0) * 1'000'000);
  std::mt19937_64 random(kSeed);
  std::size_t tiles = 0;
  for (auto _ : state) {
    const auto covered = tree.CoverCircle(points[random() % points.size()], radius);
    tiles += covered.size();
    benchmark::DoNotOptimize(covered.data());
  }
  state.counters["tiles"] =
      benchmark::Counter(static_cast<double>(tiles), benchmark::Counter::kAvgIterations);
}
BENCHMARK(BM_CoverCircle)->Arg(1)->Arg(8)->Arg(50);

void BM_BuildTileTree(benchmark::State& state) {
  const std::vector<BoundingBox> boxes = TilesOf(Places(300'000));
  for (auto _ : state) benchmark::DoNotOptimize(TileTree(boxes).size());
}
BENCHMARK(BM_BuildTileTree)->Unit(benchmark::kMillisecond);

// A point of the tiles that a circle of 8 km covers: fast (0) and plain (1).
void BM_Within(benchmark::State& state) {
  const std::vector<LatLng> points = Places(300'000);
  const TileTree tree(TilesOf(points));
  const LatLng centre = points[points.size() / 3];
  const Millimetres radius(8'000'000);
  const std::vector<std::uint32_t> tiles = tree.CoverCircle(centre, radius);
  std::vector<std::uint8_t> within(kTile);
  std::size_t looked_at = 0;
  for (auto _ : state) {
    const CircleFilter circle(centre, radius);
    for (const std::uint32_t tile : tiles) {
      const std::size_t first = tile * kTile;
      const auto part = std::span(points).subspan(first, std::min(kTile, points.size() - first));
      if (state.range(0) == 0) {
        circle.Contains(part, within);
      } else {
        for (std::size_t i = 0; i < part.size(); ++i) within[i] = circle.ContainsPlainly(part[i]);
      }
      benchmark::DoNotOptimize(within.data());
      looked_at += part.size();
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(looked_at));
}
BENCHMARK(BM_Within)->Arg(0)->Arg(1);

// A country of 20 by 20 districts with ragged borders of `corners` points a side, four counties and
// the whole, so that six areas contain most points.
AreaPolygons Country(std::int32_t corners) {
  AreaPolygons areas;
  std::mt19937_64 random(kSeed);
  const auto add_blob = [&](std::int32_t lat, std::int32_t lon, std::int32_t reach) {
    std::vector<LatLng> ring;
    for (std::int32_t i = 0; i < 4 * corners; ++i) {
      const double angle = 2 * std::numbers::pi * i / (4 * corners);
      const double r = reach * (0.95 + 0.05 * static_cast<double>(random() % 1000) / 1000);
      ring.push_back(
          LatLng::FromE7(lat + static_cast<std::int32_t>(std::lround(r * std::sin(angle))),
                         lon + static_cast<std::int32_t>(std::lround(r * std::cos(angle)))));
    }
    areas.AddRing(0, ring);
    areas.EndArea();
  };
  for (std::int32_t y = 0; y < 20; ++y) {
    for (std::int32_t x = 0; x < 20; ++x) {
      add_blob(503'000'000 + 2'500'000 * y, -45'000'000 + 2'500'000 * x, 1'500'000);
    }
  }
  for (std::int32_t i = 0; i < 4; ++i) {
    add_blob(515'000'000 + 24'000'000 * (i / 2), -33'000'000 + 24'000'000 * (i % 2), 17'000'000);
  }
  add_blob(527'000'000, -21'000'000, 34'000'000);
  return areas;
}

// The argument is the number of points of an outline, in thousands.
void BM_AreasContaining(benchmark::State& state) {
  const AreaPolygons areas = Country(static_cast<std::int32_t>(state.range(0)) * 250);
  const AreaCover cover(areas.view());
  std::mt19937_64 random(kSeed);
  std::size_t found = 0;
  for (auto _ : state) {
    const LatLng p = LatLng::FromE7(Within(random, 503'000'000, 550'000'000),
                                    Within(random, -45'000'000, 2'500'000));
    found += cover.AreasContaining(p).size();
  }
  state.counters["areas"] =
      benchmark::Counter(static_cast<double>(found), benchmark::Counter::kAvgIterations);
}
BENCHMARK(BM_AreasContaining)->Arg(1)->Arg(10);

void BM_MakeAreaCover(benchmark::State& state) {
  const AreaPolygons areas = Country(2'500);
  for (auto _ : state) benchmark::DoNotOptimize(AreaCover(areas.view()).Envelope(0));
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(areas.view().points.size()));
}
BENCHMARK(BM_MakeAreaCover)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace waypost
