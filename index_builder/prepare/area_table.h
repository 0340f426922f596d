#pragma once

// The areas of an index: those of the gazetteer, and the polygons that services state.
//
// AreaIds: authorities by code, then counties, regions, nations, the country, each by code and
// name, then polygons in order of their text.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/ids.h"
#include "engine/format/jagged_rows.h"
#include "engine/geo/area_polygons.h"
#include "engine/index/gazetteer.h"
#include "index_builder/prepare/feed_extents.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/record.h"

namespace waypost::prepare {

class AreaTable {
 public:
  // O(areas^2) envelopes for what meets what.
  AreaTable(const record::Gazetteer& gazetteer, const FeedExtents& extents,
            record::ProblemSink& sink);

  std::size_t size() const { return kinds_.size(); }

  // The area that a service states; None() when it does not resolve.
  AreaId Resolve(const record::ServiceArea& area) const;

  // The area of an authority's code; None() when the gazetteer has no such area.
  AreaId FindCode(std::string_view code) const;
  // The area of a code or a name, folded; None() when there is none.
  AreaId FindName(std::string_view name) const;
  // The first authority whose outline covers the point; None() when there is none.
  AreaId AuthorityAt(LatLng point) const;

  // Columns.
  const std::vector<AreaKind>& kinds() const { return kinds_; }
  const TextRows& codes() const { return codes_; }
  const TextRows& names() const { return names_; }
  const JaggedRows<AreaId>& authorities() const { return authorities_; }
  const JaggedRows<AreaId>& meets() const { return meets_; }
  const TextRows& keys() const { return keys_; }
  const std::vector<AreaId>& key_areas() const { return key_areas_; }
  AreaPolygonsView polygons() const { return polygons_.view(); }

 private:
  void AddGazetteer(const record::Gazetteer& gazetteer);
  void AddExtents(const FeedExtents& extents, record::ProblemSink& sink);
  void AddKeys(const std::vector<const record::Area*>& areas);
  void FindAuthorities(const std::vector<const record::Area*>& areas);
  void FindMeetings();
  bool AddPolygons(const std::vector<record::Polygon>& polygons);

  std::vector<AreaKind> kinds_;
  TextRows codes_;
  TextRows names_;
  JaggedRows<AreaId> authorities_;
  JaggedRows<AreaId> meets_;
  TextRows keys_;
  std::vector<AreaId> key_areas_;
  AreaPolygons polygons_;
  std::map<std::string, AreaId, std::less<>> by_key_;     // the best area of a folded name or code
  std::map<std::string, AreaId, std::less<>> by_extent_;  // as published
  std::vector<std::vector<AreaId>> authorities_of_;
};

}  // namespace waypost::prepare
