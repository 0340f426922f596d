#pragma once

// Exact plane geometry on whole 1e-7 degrees: x is longitude, y is latitude.

#include <algorithm>
#include <cstdint>

#include "engine/geo/lat_lng.h"

namespace waypost {

// The sign of the turn a -> b -> c: 1 left, -1 right, 0 straight on. Exact: the products need 65
// bits.
inline int TurnOf(LatLng a, LatLng b, LatLng c) {
  __extension__ using Wide = __int128;
  const auto dx = [](LatLng p, LatLng q) { return Wide{std::int64_t{q.lon_e7()} - p.lon_e7()}; };
  const auto dy = [](LatLng p, LatLng q) { return Wide{std::int64_t{q.lat_e7()} - p.lat_e7()}; };
  const Wide cross = dx(a, b) * dy(a, c) - dy(a, b) * dx(a, c);
  return cross > 0 ? 1 : (cross < 0 ? -1 : 0);
}

// Whether p, known to be on the line through a and b, is between them (inclusive).
inline bool IsBetween(LatLng a, LatLng b, LatLng p) {
  return std::min(a.lon_e7(), b.lon_e7()) <= p.lon_e7() &&
         p.lon_e7() <= std::max(a.lon_e7(), b.lon_e7()) &&
         std::min(a.lat_e7(), b.lat_e7()) <= p.lat_e7() &&
         p.lat_e7() <= std::max(a.lat_e7(), b.lat_e7());
}

// Whether the segments a-b and c-d share a point; end points count.
inline bool SegmentsMeet(LatLng a, LatLng b, LatLng c, LatLng d) {
  const int abc = TurnOf(a, b, c);
  const int abd = TurnOf(a, b, d);
  const int cda = TurnOf(c, d, a);
  const int cdb = TurnOf(c, d, b);
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (abc == 0 && IsBetween(a, b, c)) || (abd == 0 && IsBetween(a, b, d)) ||
         (cda == 0 && IsBetween(c, d, a)) || (cdb == 0 && IsBetween(c, d, b));
}

// What one edge says about a point and the ray from it towards the east.
enum class EdgeSays : std::uint8_t { kNothing, kCrossesRay, kOnEdge };

// An edge crosses the ray when one end is above the point's latitude and the other is not, so that
// a ray through a corner meets one of its two edges or both or none, as it should.
inline EdgeSays AskEdge(LatLng a, LatLng b, LatLng p) {
  const bool a_above = a.lat_e7() > p.lat_e7();
  const bool b_above = b.lat_e7() > p.lat_e7();
  if (a_above == b_above) {
    // Level with the point, or wholly above or below.
    const bool touches = (a.lat_e7() == p.lat_e7() || b.lat_e7() == p.lat_e7()) &&
                         TurnOf(a, b, p) == 0 && IsBetween(a, b, p);
    return touches ? EdgeSays::kOnEdge : EdgeSays::kNothing;
  }
  const int turn = b_above ? TurnOf(a, b, p) : TurnOf(b, a, p);
  if (turn == 0) return EdgeSays::kOnEdge;
  // Seen from the lower end, a point to the left has the edge to its east.
  return turn > 0 ? EdgeSays::kCrossesRay : EdgeSays::kNothing;
}

}  // namespace waypost
