#pragma once

// Tiles (runs of consecutive DocIds) found by place: an R-tree over their bounding boxes.
//
//   TileTree tree(boxes);                                   // boxes[i] is tile i's
//   for (std::uint32_t tile : tree.CoverCircle(centre, radius)) ...   // ascending
//
// The answers are supersets by design: every tile with a point in the circle is in the answer, and
// tiles whose box merely touches it may be; callers check the points.
//
// Built in milliseconds for thousands of tiles (packed, Boost.Geometry). Movable, immutable, safe
// from any thread. Empty boxes are allowed and never found.

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/core/units.h"
#include "engine/geo/bounding_box.h"
#include "engine/geo/lat_lng.h"

namespace waypost {

class TileTree {
 public:
  // No tiles.
  TileTree();
  explicit TileTree(std::span<const BoundingBox> boxes);
  TileTree(TileTree&&) noexcept;
  TileTree& operator=(TileTree&&) noexcept;
  ~TileTree();

  std::size_t size() const;
  const BoundingBox& box(std::uint32_t tile) const;

  // Ascending: every tile whose box has a point within `radius` of `centre`, and none whose
  // DistanceLowerBound is more than that.
  std::vector<std::uint32_t> CoverCircle(LatLng centre, Millimetres radius) const;

  // Tiles whose box meets `box`, ascending.
  std::vector<std::uint32_t> CoverBox(const BoundingBox& box) const;

 private:
  struct Tree;
  std::unique_ptr<const Tree> tree_;
};

}  // namespace waypost
