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
#include <optional>
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

  struct TileDistance {
    Millimetres at_least;
    std::uint32_t tile;
  };

  // Every tile once, from the nearest outward: in ascending order of `at_least`, then of number. No
  // point of a tile is nearer than its `at_least`, which is DistanceLowerBound or better.
  //
  //   for (TileTree::Outward walk(tree, centre); auto next = walk.Next();) {
  //     if (next->at_least > worst_kept) break;   // nothing nearer can follow
  //     ...
  //   }
  //
  // A walk reads the tree and must not outlive it; it belongs to one thread. It looks only as far
  // out as it is asked to go: a circle of 2 km, then each time one of twice the radius.
  class Outward {
   public:
    Outward(const TileTree& tree, LatLng centre);
    // nullopt after the last tile.
    std::optional<TileDistance> Next();

   private:
    void Widen();

    const TileTree* tree_;
    LatLng centre_;
    Millimetres inner_;                 // all tiles with a point within this have been queued
    std::vector<std::uint32_t> found_;  // those tiles, ascending
    std::vector<TileDistance> queue_;   // the ones found last, ascending by distance
    std::size_t at_ = 0;
    bool exhausted_ = false;
  };

 private:
  struct Tree;
  std::unique_ptr<const Tree> tree_;
};

}  // namespace waypost
