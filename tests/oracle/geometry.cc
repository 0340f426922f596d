#include "tests/oracle/geometry.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace waypost::oracle {
namespace {

using record::Polygon;
using Ring = std::vector<LatLng>;

// Products of two differences of coordinates need 64 bits and a little more.
using Wide = __int128;

// Above 0 when `c` lies to the left of the line from `a` to `b`, 0 on it.
Wide Side(LatLng a, LatLng b, LatLng c) {
  const Wide abx = static_cast<Wide>(b.lon_e7()) - a.lon_e7();
  const Wide aby = static_cast<Wide>(b.lat_e7()) - a.lat_e7();
  const Wide acx = static_cast<Wide>(c.lon_e7()) - a.lon_e7();
  const Wide acy = static_cast<Wide>(c.lat_e7()) - a.lat_e7();
  return abx * acy - aby * acx;
}

int SignOf(Wide value) { return value > 0 ? 1 : value < 0 ? -1 : 0; }

bool OnSegment(LatLng a, LatLng b, LatLng point) {
  if (Side(a, b, point) != 0) return false;
  const auto [west, east] = std::minmax({a.lon_e7(), b.lon_e7()});
  const auto [south, north] = std::minmax({a.lat_e7(), b.lat_e7()});
  return west <= point.lon_e7() && point.lon_e7() <= east && south <= point.lat_e7() &&
         point.lat_e7() <= north;
}

bool SegmentsMeet(LatLng a, LatLng b, LatLng c, LatLng d) {
  if (OnSegment(a, b, c) || OnSegment(a, b, d) || OnSegment(c, d, a) || OnSegment(c, d, b)) {
    return true;
  }
  return SignOf(Side(a, b, c)) * SignOf(Side(a, b, d)) < 0 &&
         SignOf(Side(c, d, a)) * SignOf(Side(c, d, b)) < 0;
}

bool OnBorder(const Ring& ring, LatLng point) {
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    if (OnSegment(ring[i], ring[i + 1], point)) return true;
  }
  return false;
}

// Counts the edges that a line from `point` to the east crosses.
bool InsideOrOn(const Ring& ring, LatLng point) {
  if (OnBorder(ring, point)) return true;
  bool inside = false;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    LatLng low = ring[i];
    LatLng high = ring[i + 1];
    if (low.lat_e7() > high.lat_e7()) std::swap(low, high);
    const bool spans = low.lat_e7() <= point.lat_e7() && point.lat_e7() < high.lat_e7();
    if (spans && Side(low, high, point) > 0) inside = !inside;
  }
  return inside;
}

std::vector<const Ring*> RingsOf(const Polygon& polygon) {
  std::vector<const Ring*> rings = {&polygon.outer};
  for (const Ring& hole : polygon.holes) rings.push_back(&hole);
  return rings;
}

bool RingsMeet(const Ring& a, const Ring& b) {
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    for (std::size_t j = 0; j + 1 < b.size(); ++j) {
      if (SegmentsMeet(a[i], a[i + 1], b[j], b[j + 1])) return true;
    }
  }
  return false;
}

bool Intersect(const Polygon& a, const Polygon& b) {
  for (const Ring* ring_a : RingsOf(a)) {
    for (const Ring* ring_b : RingsOf(b)) {
      if (RingsMeet(*ring_a, *ring_b)) return true;
    }
  }
  // No border touches another: one polygon lies in the other, or they are apart.
  return Covers(a, b.outer.front()) || Covers(b, a.outer.front());
}

// Reads nested arrays of numbers by depth: a pair at the bottom, rings above, polygons above those.
class CoordinateReader {
 public:
  CoordinateReader(std::string_view text, int ring_depth) : text_(text), ring_depth_(ring_depth) {}

  std::vector<Polygon> Read() {
    int depth = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] == '[') {
        ++depth;
        if (depth == ring_depth_ - 1) polygons_.emplace_back();
        if (depth == ring_depth_) rings_.emplace_back();
        if (depth == ring_depth_ + 1) AddPoint(text_.substr(i + 1));
      } else if (text_[i] == ']') {
        if (depth == ring_depth_) FinishRing();
        if (--depth == 0) break;
      }
    }
    return std::move(polygons_);
  }

 private:
  void AddPoint(std::string_view text) {
    const std::string pair(text.substr(0, text.find(']')));
    char* end = nullptr;
    const double lon = std::strtod(pair.c_str(), &end);
    const double lat = std::strtod(end + 1, nullptr);
    rings_.back().push_back(LatLng::FromDegrees(lat, lon).value_or(LatLng()));
  }

  void FinishRing() {
    Polygon& polygon = polygons_.back();
    if (polygon.outer.empty()) {
      polygon.outer = std::move(rings_.back());
    } else {
      polygon.holes.push_back(std::move(rings_.back()));
    }
  }

  std::string_view text_;
  int ring_depth_;
  std::vector<Ring> rings_;
  std::vector<Polygon> polygons_;
};

}  // namespace

bool Covers(const Polygon& polygon, LatLng point) {
  if (!InsideOrOn(polygon.outer, point)) return false;
  return std::none_of(polygon.holes.begin(), polygon.holes.end(), [&](const Ring& hole) {
    return InsideOrOn(hole, point) && !OnBorder(hole, point);
  });
}

bool Covers(const std::vector<Polygon>& polygons, LatLng point) {
  return std::any_of(polygons.begin(), polygons.end(),
                     [&](const Polygon& polygon) { return Covers(polygon, point); });
}

bool Intersect(const std::vector<Polygon>& a, const std::vector<Polygon>& b) {
  for (const Polygon& one : a) {
    for (const Polygon& other : b) {
      if (Intersect(one, other)) return true;
    }
  }
  return false;
}

std::vector<Polygon> ReadGeoJson(std::string_view text) {
  const std::size_t coordinates = text.find("\"coordinates\"");
  if (coordinates == std::string_view::npos) return {};
  const bool several = text.find("\"MultiPolygon\"") != std::string_view::npos;
  return CoordinateReader(text.substr(coordinates), several ? 3 : 2).Read();
}

}  // namespace waypost::oracle
