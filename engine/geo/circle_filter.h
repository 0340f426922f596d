#pragma once

// Which points lie within a radius: exactly, and fast.
//
//   const CircleFilter circle(centre, Millimetres(5'000'000));
//   circle.Contains(positions, within);    // within[i] is 1 or 0
//
// The decision is always that of HaversineDistance(centre, p) <= radius in whole millimetres.
// Points within 2.8 degrees of the centre are decided by comparing the haversine
//
//   h = sin^2(dlat / 2) + cos(lat) cos(lat_p) sin^2(dlon / 2)
//
// with that of the radius: no asin, no square root, and the sines and cosines are short polynomials
// whose error is known (haversine_kernel.h). Only in a ring thinner than a millimetre, where that
// error could decide, and for circles wider than that or near the poles, the exact formula runs
// (bench/geo_bench.cc, BM_Within).
//
// Immutable; safe from any thread.

#include <cstdint>
#include <optional>
#include <span>

#include "engine/core/units.h"
#include "engine/geo/bounding_box.h"
#include "engine/geo/haversine_kernel.h"
#include "engine/geo/lat_lng.h"

namespace waypost {

class CircleFilter {
 public:
  // A negative radius contains nothing.
  CircleFilter(LatLng centre, Millimetres radius);

  // within[i] becomes whether HaversineDistance(centre, points[i]) <= radius, as 1 or 0.
  // REQUIRES: within.size() >= points.size().
  void Contains(std::span<const LatLng> points, std::span<std::uint8_t> within) const;

  bool Contains(LatLng point) const;

  // Whether all of the box is known to lie within; false where that would cost more than to ask.
  //
  // The haversine grows with the difference of longitudes, and along a meridian it bends upward as
  // long as it is small, so over a box it is greatest in a corner.
  bool ContainsBox(const BoundingBox& box) const;

  // A box around the circle, or nothing where it reaches a pole or the 180th meridian.
  const std::optional<BoundingBox>& box() const { return box_; }

  // The plain version: the oracle.
  bool ContainsPlainly(LatLng point) const { return HaversineDistance(centre_, point) <= radius_; }

  LatLng centre() const { return centre_; }
  Millimetres radius() const { return radius_; }

 private:
  void SetBox();
  bool Decide(double haversine, LatLng point) const;

  LatLng centre_;
  Millimetres radius_;
  HaversineCentre measured_from_;
  std::optional<BoundingBox> box_;
  bool is_polynomial_ = false;  // small enough, and far enough from the poles, for the cheap test
  double surely_inside_;        // a haversine below this: within
  double surely_outside_;       // above this: not within
};

}  // namespace waypost
