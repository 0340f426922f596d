#include "engine/geo/tile_tree.h"

#include <algorithm>
#include <boost/geometry.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/iterator/function_output_iterator.hpp>
#include <iterator>
#include <utility>

#include "engine/geo/distance_bound.h"

namespace waypost {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;

// Whole 1e-7 degrees as double, which holds them exactly and cannot overflow in the tree's sums.
using Point = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<Point>;
using Entry = std::pair<Box, std::uint32_t>;

Point ToPoint(LatLng p) {
  return {static_cast<double>(p.lon_e7()), static_cast<double>(p.lat_e7())};
}
Box ToBox(const BoundingBox& box) { return {ToPoint(box.south_west), ToPoint(box.north_east)}; }

std::vector<Entry> EntriesOf(std::span<const BoundingBox> boxes) {
  std::vector<Entry> entries;
  entries.reserve(boxes.size());
  for (std::uint32_t i = 0; i < boxes.size(); ++i) {
    if (!boxes[i].empty()) entries.emplace_back(ToBox(boxes[i]), i);
  }
  return entries;
}

}  // namespace

struct TileTree::Tree {
  explicit Tree(std::span<const BoundingBox> tile_boxes)
      : boxes(tile_boxes.begin(), tile_boxes.end()), index(EntriesOf(tile_boxes)) {}

  std::vector<BoundingBox> boxes;
  bgi::rtree<Entry, bgi::linear<16>> index;
};

TileTree::TileTree() : TileTree(std::span<const BoundingBox>()) {}
TileTree::TileTree(std::span<const BoundingBox> boxes)
    : tree_(std::make_unique<const Tree>(boxes)) {}
TileTree::TileTree(TileTree&&) noexcept = default;
TileTree& TileTree::operator=(TileTree&&) noexcept = default;
TileTree::~TileTree() = default;

std::size_t TileTree::size() const { return tree_->boxes.size(); }
const BoundingBox& TileTree::box(std::uint32_t tile) const { return tree_->boxes[tile]; }

std::vector<std::uint32_t> TileTree::CoverBox(const BoundingBox& box) const {
  std::vector<std::uint32_t> tiles;
  if (box.empty()) return tiles;
  // Not qbegin, whose iterators are type-erased and allocated.
  tree_->index.query(bgi::intersects(ToBox(box)),
                     boost::make_function_output_iterator(
                         [&](const Entry& entry) { tiles.push_back(entry.second); }));
  std::ranges::sort(tiles);
  return tiles;
}

std::vector<std::uint32_t> TileTree::CoverCircle(LatLng centre, Millimetres radius) const {
  std::vector<std::uint32_t> tiles;
  const CircleBoxes around(centre, radius);
  for (const BoundingBox& box : around.boxes()) {
    const std::vector<std::uint32_t> some = CoverBox(box);
    std::ranges::copy_if(some, std::back_inserter(tiles), [&](std::uint32_t tile) {
      return DistanceLowerBound(centre, tree_->boxes[tile]) <= radius;
    });
  }
  if (around.boxes().size() > 1) {
    std::ranges::sort(tiles);
    const auto repeats = std::ranges::unique(tiles);
    tiles.erase(repeats.begin(), repeats.end());
  }
  return tiles;
}

}  // namespace waypost
