#pragma once

// How far a bounding box is at least, and how large the box around a circle is: the two bounds that
// let a search skip tiles without ever losing a point.

#include <array>
#include <span>

#include "engine/core/units.h"
#include "engine/geo/bounding_box.h"
#include "engine/geo/lat_lng.h"

namespace waypost {

// Never more than HaversineDistance(from, p) for any p in `box`; 0 when `from` is inside.
//
// With dphi the latitude gap between point and box, dlambda the longitude gap (around the globe,
// whichever way is shorter), and c the smallest cosine of a latitude of the box:
//
//   hav(d) = hav(phi_p - phi) + cos(phi) cos(phi_p) hav(lambda_p - lambda)
//         >= hav(dphi) + cos(phi) c hav(dlambda)
//
// term by term, since hav(x) = sin^2(x / 2) grows on [0, pi]. What rounding could add is taken off
// (a millimetre; more only near the far side of the globe). REQUIRES: !box.empty().
Millimetres DistanceLowerBound(LatLng from, const BoundingBox& box);

// Boxes that together contain every point within `radius` of `centre`: one, or two when the circle
// crosses the 180th meridian, and all longitudes when it reaches a pole.
class CircleBoxes {
 public:
  CircleBoxes(LatLng centre, Millimetres radius);

  std::span<const BoundingBox> boxes() const { return {boxes_.data(), count_}; }

 private:
  std::array<BoundingBox, 2> boxes_;
  std::size_t count_ = 0;
};

}  // namespace waypost
