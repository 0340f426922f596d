#include "index_builder/sources/reference/place_layout.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index_builder/record/lenient_number.h"
#include "index_builder/sources/csv_reader.h"

namespace waypost::sources {
namespace {

PlaceLayout OsHeader(const CsvHeader& header) {
  PlaceLayout layout;
  layout.name = header.Find("name1");
  layout.other_name = header.Find("name2");
  layout.other_lang = header.Find("name2_lang");
  layout.type = header.Find("type");
  layout.kind = header.Find("local_type");
  layout.lat = header.Find("lat");
  layout.lon = header.Find("lon");
  layout.easting = header.Find("easting");
  layout.northing = header.Find("northing");
  if (!layout.easting.has_value()) layout.easting = header.Find("geometry_x");
  if (!layout.northing.has_value()) layout.northing = header.Find("geometry_y");
  layout.district = header.Find("district_borough");
  layout.county = header.Find("county_unitary");
  layout.region = header.Find("region");
  layout.country = header.Find("country");
  return layout;
}

// Positions in the product's 34 columns (OS Open Names technical specification).
PlaceLayout OsProduct() {
  PlaceLayout layout;
  layout.has_header = false;
  layout.name = 2;
  layout.other_name = 4;
  layout.other_lang = 5;
  layout.type = 6;
  layout.kind = 7;
  layout.easting = 8;
  layout.northing = 9;
  layout.district = 21;
  layout.county = 24;
  layout.region = 27;
  layout.country = 29;
  return layout;
}

PlaceLayout GeoNamesHeader(const CsvHeader& header) {
  PlaceLayout layout;
  layout.origin = PlaceOrigin::kGeoNames;
  layout.name = header.Find("name");
  layout.alternatives = header.Find("alternatenames");
  layout.type = header.Find("feature_class");
  layout.kind = header.Find("feature_code");
  layout.lat = header.Find("latitude");
  layout.lon = header.Find("longitude");
  layout.population = header.Find("population");
  layout.country = header.Find("country_code");
  layout.region = header.Find("admin1");
  return layout;
}

// Positions in the 19 columns of the GeoNames dump (its readme.txt).
PlaceLayout GeoNamesDump() {
  PlaceLayout layout;
  layout.origin = PlaceOrigin::kGeoNames;
  layout.has_header = false;
  layout.name = 1;
  layout.alternatives = 3;
  layout.lat = 4;
  layout.lon = 5;
  layout.type = 6;
  layout.kind = 7;
  layout.country = 8;
  layout.region = 10;
  layout.population = 14;
  return layout;
}

PlaceLayout WaypostHeader(const CsvHeader& header) {
  PlaceLayout layout;
  layout.origin = PlaceOrigin::kWaypost;
  layout.name = header.Find("name");
  layout.alternatives = header.Find("other_names");
  layout.kind = header.Find("kind");
  layout.lat = header.Find("lat");
  layout.lon = header.Find("lon");
  layout.population = header.Find("population");
  layout.authority = header.Find("authority");
  return layout;
}

bool HasPosition(const PlaceLayout& layout) {
  return (layout.lat.has_value() && layout.lon.has_value()) ||
         (layout.easting.has_value() && layout.northing.has_value());
}

std::optional<PlaceLayout> LayoutOfFirstRow(const CsvRow& row) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < row.size(); ++i) names.emplace_back(row[i]);
  const CsvHeader header(std::move(names));
  std::optional<PlaceLayout> layout;
  if (header.Find("name1") && header.Find("local_type")) layout = OsHeader(header);
  if (header.Find("geonameid") && header.Find("name")) layout = GeoNamesHeader(header);
  if (header.Find("name") && header.Find("kind") && header.Find("authority")) {
    layout = WaypostHeader(header);
  }
  if (layout.has_value()) return HasPosition(*layout) ? layout : std::nullopt;
  if (row.size() == 34 && record::ReadNumber(row[8]) && record::ReadNumber(row[9])) {
    return OsProduct();
  }
  if (row.size() == 19 && record::ReadInteger(row[0]) && record::ReadNumber(row[4]) &&
      record::ReadNumber(row[5])) {
    return GeoNamesDump();
  }
  return std::nullopt;
}

}  // namespace

absl::StatusOr<std::optional<PlaceLayout>> DetectPlaceLayout(InputStream& stream) {
  ASSIGN_OR_RETURN(std::string_view beginning, stream.Peek(65536));
  while (beginning.starts_with('#')) {
    beginning.remove_prefix(std::min(beginning.find('\n'), beginning.size() - 1) + 1);
  }
  // A first record never has line ends inside its fields in any of the layouts.
  const std::string_view first = beginning.substr(0, beginning.find_first_of("\r\n"));
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> copy,
                   InputStream::OpenText(stream.name(), std::string(first)));
  const absl::StatusOr<std::unique_ptr<CsvReader>> reader =
      CsvReader::Open(std::move(copy), {.has_header = false, .delimiter = std::nullopt});
  std::optional<PlaceLayout> none;
  if (!reader.ok()) return none;
  CsvRow row;
  const absl::StatusOr<bool> any = (*reader)->Next(row);
  if (!any.ok() || !*any) return none;
  return LayoutOfFirstRow(row);
}

}  // namespace waypost::sources
