#include "index_builder/prepare/area_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/geo/area_cover.h"
#include "engine/geo/area_meeting.h"
#include "engine/text/fold.h"
#include "index_builder/record/field_report.h"
#include "index_builder/sources/reference/area_geojson.h"

namespace waypost::prepare {
namespace {

AreaKind KindOf(record::AreaKind kind) { return static_cast<AreaKind>(kind); }

// Names of the country that feeds use and no list has.
constexpr std::string_view kCountryNames[] = {"UK", "United Kingdom", "Great Britain",
                                              "GB", "national",       "nationwide"};

// The reader of area files wants a feature; feeds give bare geometries as often.
std::string AsFeature(std::string_view extent) {
  if (extent.find("\"Feature\"") != std::string_view::npos ||
      extent.find("\"FeatureCollection\"") != std::string_view::npos) {
    return std::string(extent);
  }
  return R"({"type":"Feature","properties":{"code":"extent"},"geometry":)" + std::string(extent) +
         "}";
}

record::Problem NoOutline(const std::string& extent, const FeedExtents::StatedBy& service) {
  return {.kind = record::ProblemKind::kUnresolvedArea,
          .source = service.source,
          .entity = "service_area",
          .id = service.id,
          .field = "extent",
          .value = record::ProblemValue(extent),
          .outcome = "no outline in degrees; left out"};
}

std::string LastPart(std::string_view uri) {
  while (!uri.empty() && uri.back() == '/') uri.remove_suffix(1);
  return std::string(uri.substr(uri.find_last_of("/#") + 1));
}

// The areas directly above `area` that carry the name or code `parent`. They are of a larger kind:
// a county and a district may share a name.
std::vector<std::uint32_t> ParentsCalled(const std::vector<const record::Area*>& areas,
                                         const std::vector<std::string>& keys, std::uint32_t area,
                                         const std::string& parent) {
  std::vector<std::uint32_t> found;
  const std::string key = text::FoldForLookup(parent);
  for (std::uint32_t up = 0; up < areas.size(); ++up) {
    if (areas[up]->kind <= areas[area]->kind) continue;
    if (keys[up] == key || text::FoldForLookup(areas[up]->code) == key) found.push_back(up);
  }
  return found;
}

}  // namespace

AreaTable::AreaTable(const record::Gazetteer& gazetteer, const FeedExtents& extents,
                     record::ProblemSink& sink) {
  AddGazetteer(gazetteer);
  AddExtents(extents, sink);
  FindMeetings();
}

bool AreaTable::AddPolygons(const std::vector<record::Polygon>& polygons) {
  bool any = false;
  std::uint32_t number = 0;
  for (const record::Polygon& polygon : polygons) {
    if (!polygons_.AddRing(number, polygon.outer)) continue;
    any = true;
    for (const std::vector<LatLng>& hole : polygon.holes) polygons_.AddRing(number, hole);
    ++number;
  }
  polygons_.EndArea();
  return any;
}

void AreaTable::AddGazetteer(const record::Gazetteer& gazetteer) {
  std::vector<const record::Area*> areas;
  for (const record::Area& area : gazetteer.areas) areas.push_back(&area);
  std::sort(areas.begin(), areas.end(), [](const record::Area* a, const record::Area* b) {
    return std::tie(a->kind, a->code, a->name) < std::tie(b->kind, b->code, b->name);
  });
  for (const record::Area* area : areas) {
    kinds_.push_back(KindOf(area->kind));
    codes_.AddRow(area->code);
    names_.AddRow(area->name);
    AddPolygons(area->polygons);
  }
  AddKeys(areas);
  FindAuthorities(areas);
}

void AreaTable::AddKeys(const std::vector<const record::Area*>& areas) {
  std::set<std::pair<std::string, AreaId>> keys;
  for (std::uint32_t i = 0; i < areas.size(); ++i) {
    const auto add = [&](std::string_view name) {
      std::string key = text::FoldForLookup(name);
      if (!key.empty()) keys.emplace(std::move(key), AreaId(i));
    };
    add(areas[i]->code);
    add(areas[i]->name);
    for (const std::string& name : areas[i]->other_names) add(name);
    if (areas[i]->kind == record::AreaKind::kCountry) {
      for (std::string_view name : kCountryNames) add(name);
    }
  }
  for (const auto& [key, area] : keys) {
    keys_.AddRow(key);
    key_areas_.push_back(area);
    by_key_.try_emplace(key, area);  // the smallest id: authorities before larger areas
  }
}

// The authorities of an area are those that reach it through their parents.
void AreaTable::FindAuthorities(const std::vector<const record::Area*>& areas) {
  authorities_of_.resize(areas.size());
  std::vector<std::string> keys;
  for (const record::Area* area : areas) keys.push_back(text::FoldForLookup(area->name));
  for (std::uint32_t i = 0; i < areas.size(); ++i) {
    if (areas[i]->kind != record::AreaKind::kAuthority) continue;
    std::vector<std::uint32_t> open = {i};
    std::set<std::uint32_t> seen = {i};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      authorities_of_[at].push_back(AreaId(i));
      for (const std::string& parent : areas[at]->parents) {
        for (std::uint32_t up : ParentsCalled(areas, keys, at, parent)) {
          if (seen.insert(up).second) open.push_back(up);
        }
      }
    }
  }
}

void AreaTable::AddExtents(const FeedExtents& extents, record::ProblemSink& sink) {
  for (const auto& [extent, service] : extents.stated) {
    const auto read = sources::ParseAreaGeoJson(service.source, AsFeature(extent), sink);
    if (!read.ok() || read->empty()) {
      sink.Report(NoOutline(extent, service));
      continue;
    }
    std::vector<record::Polygon> polygons;
    for (const record::Area& area : *read) {
      polygons.insert(polygons.end(), area.polygons.begin(), area.polygons.end());
    }
    const AreaId id(static_cast<std::uint32_t>(kinds_.size()));
    const bool sound = AddPolygons(polygons);
    kinds_.push_back(AreaKind::kPolygon);
    codes_.AddRow("");
    names_.AddRow("");
    authorities_of_.emplace_back();
    if (sound) {
      by_extent_.emplace(extent, id);
    } else {
      sink.Report(NoOutline(extent, service));
    }
  }
}

void AreaTable::FindMeetings() {
  const std::vector<std::vector<std::uint32_t>> touching = MeetingAreas(polygons_.view());
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    std::vector<AreaId> meets = authorities_of_[i];
    if (kinds_[i] == AreaKind::kPolygon) {
      for (std::uint32_t other : touching[i]) {
        if (kinds_[other] == AreaKind::kAuthority) meets.push_back(AreaId(other));
      }
    }
    if (kinds_[i] == AreaKind::kCountry) {
      for (std::uint32_t other = 0; other < kinds_.size(); ++other) {
        if (kinds_[other] == AreaKind::kAuthority) meets.push_back(AreaId(other));
      }
    }
    std::sort(meets.begin(), meets.end());
    meets.erase(std::unique(meets.begin(), meets.end()), meets.end());
    authorities_.AddRow(authorities_of_[i]);
    meets_.AddRow(meets);
  }
}

AreaId AreaTable::Resolve(const record::ServiceArea& area) const {
  if (const auto found = by_extent_.find(area.extent); found != by_extent_.end()) {
    return found->second;
  }
  const AreaId named = FindName(area.name);
  return named.is_none() ? FindName(LastPart(area.uri)) : named;
}

AreaId AreaTable::FindName(std::string_view name) const {
  const auto found = by_key_.find(text::FoldForLookup(name));
  return found == by_key_.end() ? AreaId::None() : found->second;
}

AreaId AreaTable::FindCode(std::string_view code) const {
  return code.empty() ? AreaId::None() : FindName(code);
}

AreaId AreaTable::AuthorityAt(LatLng point) const {
  const AreaPolygonsView view = polygons_.view();
  for (std::uint32_t i = 0; i < kinds_.size(); ++i) {
    if (kinds_[i] != AreaKind::kAuthority) break;
    if (Covers(view, i, point)) return AreaId(i);
  }
  return AreaId::None();
}

}  // namespace waypost::prepare
