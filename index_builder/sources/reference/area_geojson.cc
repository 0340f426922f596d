#include "index_builder/sources/reference/area_geojson.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <utility>

#include "engine/core/ascii.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/sources/reference/json_document.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

// "LAD24CD" for the suffix "CD": letters, two digits, the suffix.
bool IsOnsColumn(std::string_view key, std::string_view suffix) {
  if (key.size() < suffix.size() + 5) return false;
  const std::string_view stem = key.substr(0, key.size() - suffix.size());
  if (!record::EqualsIgnoringCase(key.substr(stem.size()), suffix)) return false;
  if (!IsDigit(stem[stem.size() - 1]) || !IsDigit(stem[stem.size() - 2])) return false;
  return std::all_of(stem.begin(), stem.end() - 2, IsLetter);
}

// The first stated property of those names, in the order of `names`; "*CD" stands for IsOnsColumn.
std::string FindProperty(JsonElement properties, const std::vector<std::string_view>& names) {
  simdjson::dom::object members;
  if (properties.get(members) != simdjson::SUCCESS) return "";
  for (std::string_view name : names) {
    for (const auto& [key, value] : members) {
      const bool fits = name.starts_with('*') ? IsOnsColumn(key, name.substr(1))
                                              : record::EqualsIgnoringCase(key, name);
      if (!fits) continue;
      std::string text = JsonText(value);
      text = std::string(record::Trim(text));
      if (!text.empty()) return text;
    }
  }
  return "";
}

class FeatureReader {
 public:
  FeatureReader(std::string name, record::ProblemSink& sink)
      : name_(std::move(name)), label_(FileLabel(name_)), sink_(sink) {}

  absl::Status Read(JsonElement feature) {
    const JsonElement properties = JsonMember(feature, "properties").value_or(feature);
    record::Area area;
    area.kind = record::AreaKind::kPolygon;
    area.code = FindProperty(properties, {"code", "gss_code", "gss", "gsscode", "*CD", "id"});
    area.name = FindProperty(properties, {"name", "*NM", "label", "title"});
    const std::string second = FindProperty(properties, {"name2", "*NMW"});
    if (!second.empty() && second != area.name) area.other_names.push_back(second);
    if (area.name.empty()) area.name = area.code;
    const std::optional<JsonElement> geometry = JsonMember(feature, "geometry");
    if (geometry.has_value()) RETURN_IF_ERROR(ReadGeometry(*geometry, area, 0));
    if (area.polygons.empty()) {
      Report(area, "geometry", "", "left out: no outline");
      return absl::OkStatus();
    }
    Keep(std::move(area));
    return absl::OkStatus();
  }

  std::vector<record::Area> Take() { return std::move(areas_); }

 private:
  // GeometryCollections may nest; the parser bounds the depth to 1,024, real ones have depth 1.
  absl::Status ReadGeometry(JsonElement geometry, record::Area& area, int depth) {
    const std::string type = JsonText(geometry, "type");
    if (type == "Polygon") {
      const std::optional<JsonElement> rings = JsonMember(geometry, "coordinates");
      return rings.has_value() ? ReadPolygon(*rings, area) : absl::OkStatus();
    }
    if (type == "MultiPolygon") {
      for (JsonElement rings : JsonArray(geometry, "coordinates")) {
        RETURN_IF_ERROR(ReadPolygon(rings, area));
      }
    } else if (type == "GeometryCollection" && depth < 8) {
      for (JsonElement part : JsonArray(geometry, "geometries")) {
        RETURN_IF_ERROR(ReadGeometry(part, area, depth + 1));
      }
    }
    return absl::OkStatus();
  }

  absl::Status ReadPolygon(JsonElement rings, record::Area& area) {
    simdjson::dom::array array;
    if (rings.get(array) != simdjson::SUCCESS) return absl::OkStatus();
    record::Polygon polygon;
    bool first = true;
    for (JsonElement ring : array) {
      ASSIGN_OR_RETURN(std::vector<LatLng> points, ReadRing(ring, area));
      // Without its outer ring a hole means nothing.
      if (first && points.empty()) return absl::OkStatus();
      if (first) {
        polygon.outer = std::move(points);
      } else if (!points.empty()) {
        polygon.holes.push_back(std::move(points));
      }
      first = false;
    }
    if (!first) area.polygons.push_back(std::move(polygon));
    return absl::OkStatus();
  }

  // Closed, or empty when the ring is not usable (reported).
  absl::StatusOr<std::vector<LatLng>> ReadRing(JsonElement ring, const record::Area& area) {
    std::vector<LatLng> points;
    simdjson::dom::array array;
    if (ring.get(array) != simdjson::SUCCESS) {
      Report(area, "coordinates", JsonText(ring), "ring left out");
      return std::vector<LatLng>();
    }
    points.reserve(array.size() + 1);
    for (JsonElement position : array) {
      const std::vector<JsonElement> numbers = JsonArray(position);
      const std::optional<double> lon = numbers.size() >= 2 ? JsonNumber(numbers[0]) : std::nullopt;
      const std::optional<double> lat = numbers.size() >= 2 ? JsonNumber(numbers[1]) : std::nullopt;
      const std::optional<LatLng> point =
          lon.has_value() && lat.has_value() ? LatLng::FromDegrees(*lat, *lon) : std::nullopt;
      if (!point.has_value()) {
        if (lon.has_value() && lat.has_value() && areas_.empty()) return NotDegrees(position);
        Report(area, "coordinates", simdjson::minify(position), "ring left out");
        return std::vector<LatLng>();
      }
      points.push_back(*point);
    }
    if (!points.empty() && points.front() != points.back()) points.push_back(points.front());
    if (points.size() < 4) {
      Report(area, "coordinates", std::to_string(points.size()) + " points", "ring left out");
      return std::vector<LatLng>();
    }
    return points;
  }

  absl::Status NotDegrees(JsonElement position) const {
    return InvalidArgument(
        name_ + ": coordinates " + std::string(simdjson::minify(position)) +
        " are not longitude and latitude; convert the file to WGS84 (EPSG:4326)");
  }

  void Keep(record::Area area) {
    const auto known = area.code.empty() ? by_code_.end() : by_code_.find(area.code);
    if (known == by_code_.end()) {
      if (!area.code.empty()) by_code_[area.code] = areas_.size();
      areas_.push_back(std::move(area));
      return;
    }
    auto& polygons = areas_[known->second].polygons;
    std::move(area.polygons.begin(), area.polygons.end(), std::back_inserter(polygons));
  }

  void Report(const record::Area& area, std::string field, std::string_view value,
              std::string outcome) {
    sink_.Report({.kind = record::ProblemKind::kBadCoordinates,
                  .source = label_,
                  .entity = "area",
                  .id = area.code.empty() ? area.name : area.code,
                  .field = std::move(field),
                  .value = record::ProblemValue(value),
                  .outcome = std::move(outcome)});
  }

  std::string name_;
  std::string label_;
  record::ProblemSink& sink_;
  std::vector<record::Area> areas_;
  std::map<std::string, std::size_t> by_code_;
};

}  // namespace

absl::StatusOr<std::vector<record::Area>> ParseAreaGeoJson(const std::string& name,
                                                           std::string_view text,
                                                           record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(const JsonDocument document, JsonDocument::Parse(name, text));
  FeatureReader reader(name, sink);
  const std::string type = JsonText(document.root(), "type");
  if (type == "FeatureCollection") {
    for (JsonElement feature : JsonArray(document.root(), "features")) {
      RETURN_IF_ERROR(reader.Read(feature));
    }
  } else if (type == "Feature") {
    RETURN_IF_ERROR(reader.Read(document.root()));
  } else {
    return InvalidArgument(name + ": line 1: no GeoJSON FeatureCollection or Feature (type \"" +
                           type + "\"); export the areas as GeoJSON");
  }
  return reader.Take();
}

}  // namespace waypost::sources
