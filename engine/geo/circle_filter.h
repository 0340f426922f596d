#pragma once

// Which points lie within a radius: exactly, and fast.
//
//   CircleFilter circle(centre, Millimetres(5'000'000));
//   kept.resize(circle.KeepWithin(positions, first_doc, kept));
//
// The decision is always that of HaversineDistance(centre, p) <= radius in whole millimetres.
// Points within 2.8 degrees of the centre are decided by comparing the haversine
//
//   h = sin^2(dlat / 2) + cos(lat) cos(lat_p) sin^2(dlon / 2)
//
// with that of the radius: no asin, no square root, and the sines and cosines are short polynomials
// whose error is known. Only in a ring thinner than a millimetre, where that error could decide,
// and for points farther away or near the poles, the exact formula runs (bench/geo_bench.cc,
// BM_KeepWithin).
//
// Immutable; safe from any thread.

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/core/units.h"
#include "engine/geo/lat_lng.h"

namespace waypost {

class CircleFilter {
 public:
  // A negative radius contains nothing.
  CircleFilter(LatLng centre, Millimetres radius);

  // Whether HaversineDistance(centre, point) <= radius.
  bool Contains(LatLng point) const;

  // Writes the indexes i, ascending, of the points that lie within, each plus `first`, to `kept`;
  // returns how many. REQUIRES: kept.size() >= points.size().
  std::size_t KeepWithin(std::span<const LatLng> points, std::uint32_t first,
                         std::span<std::uint32_t> kept) const;

  // Keeps those of `block` (indexes into `points`) that lie within, in order; returns how many.
  std::size_t KeepWithin(std::span<const LatLng> points, std::span<std::uint32_t> block) const;

  // The plain version: the oracle.
  std::size_t KeepWithinPlainly(std::span<const LatLng> points, std::uint32_t first,
                                std::span<std::uint32_t> kept) const;

  LatLng centre() const { return centre_; }
  Millimetres radius() const { return radius_; }

 private:
  bool ContainsExactly(LatLng point) const;

  LatLng centre_;
  Millimetres radius_;
  double cos_lat_;
  double sin_lat_;
  bool is_polynomial_;     // far enough from the poles for the cheap test
  double surely_inside_;   // h below this: within
  double surely_outside_;  // h above this: not within
};

}  // namespace waypost
