#pragma once

// Points of locations by their postcodes.

#include <optional>
#include <string_view>
#include <vector>

#include "engine/geo/postcode.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/record.h"

namespace waypost::prepare {

struct PostcodePoint {
  LatLng point;
  record::PointPrecision precision = record::PointPrecision::kNone;
  std::vector<std::string> authorities;  // codes; several for a sector that straddles
};

// Looks postcodes up in the gazetteer, which must outlive it. O(log n) a look-up.
class PostcodeFinder {
 public:
  explicit PostcodeFinder(const record::Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  // The point of a postcode: of its unit, else its sector, district, area, whichever is known
  // first.
  std::optional<PostcodePoint> Find(std::string_view text) const;

  // Of its sector, district or area, whichever is known first.
  std::optional<PostcodePoint> FindAround(std::string_view text) const;

  // The centroid of its district.
  std::optional<PostcodePoint> FindDistrict(std::string_view text) const;

  // The unit itself, also one without a point; nullptr when it is not in the file.
  const record::PostcodeEntry* FindUnit(const Postcode& postcode) const;

 private:
  std::optional<PostcodePoint> FindGroup(const std::vector<record::PostcodeGroup>& groups,
                                         std::string_view text,
                                         record::PointPrecision precision) const;

  const record::Gazetteer& gazetteer_;
};

}  // namespace waypost::prepare
