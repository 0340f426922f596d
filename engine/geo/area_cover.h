#pragma once

// The same question as Covers of area_polygons.h, asked of many areas at once and fast: an R-tree
// of envelopes finds the few candidates, and of each outline only the edges level with the point
// are looked at.
//
//   AreaCover cover(view);
//   for (std::uint32_t area : cover.AreasContaining(point)) ...
//
// Reads the view's columns, which must stay valid (the artefact must live). Movable, immutable,
// safe from any thread. Making one is linear in the points.

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/geo/area_polygons.h"
#include "engine/geo/bounding_box.h"
#include "engine/geo/lat_lng.h"

namespace waypost {

class AreaCover {
 public:
  // No areas.
  AreaCover();
  // REQUIRES: IsConsistent(view).
  explicit AreaCover(const AreaPolygonsView& view);
  AreaCover(AreaCover&&) noexcept;
  AreaCover& operator=(AreaCover&&) noexcept;
  ~AreaCover();

  // The areas that cover the point, ascending.
  std::vector<std::uint32_t> AreasContaining(LatLng point) const;
  // The same answer as Covers(view, area, point).
  bool Covers(std::uint32_t area, LatLng point) const;
  // The box around all rings; empty for an area without rings.
  const BoundingBox& Envelope(std::uint32_t area) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace waypost
