#include "index_builder/sources/area_extent.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "index_builder/record/folded_words.h"
#include "index_builder/sources/safe_json.h"

namespace waypost::sources {
namespace {

// What RFC 7946 knows, with the member that each must have.
constexpr std::array<std::pair<std::string_view, const char*>, 9> kTypes = {{
    {"Point", "coordinates"},
    {"MultiPoint", "coordinates"},
    {"LineString", "coordinates"},
    {"MultiLineString", "coordinates"},
    {"Polygon", "coordinates"},
    {"MultiPolygon", "coordinates"},
    {"GeometryCollection", "geometries"},
    {"Feature", "geometry"},
    {"FeatureCollection", "features"},
}};

bool IsGeoJson(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject()) return false;
  const auto type = document.FindMember("type");
  if (type == document.MemberEnd() || !type->value.IsString()) return false;
  const std::string_view name(type->value.GetString(), type->value.GetStringLength());
  return std::any_of(kTypes.begin(), kTypes.end(), [&](const auto& known) {
    return known.first == name && document.HasMember(known.second);
  });
}

}  // namespace

std::string ExtentValue(const record::FieldReport& report, std::string_view json) {
  json = record::Trim(json);
  if (json.empty()) return "";
  std::optional<std::string> safe;
  if (IsGeoJson(json)) safe = SafeJson(report, "service_area", json);
  if (safe) return *std::move(safe);
  report.Report(record::ProblemKind::kUnresolvedArea, "service_area", "extent", json,
                "no GeoJSON; left out");
  return "";
}

}  // namespace waypost::sources
