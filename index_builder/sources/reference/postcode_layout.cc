#include "index_builder/sources/reference/postcode_layout.h"

#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/geo/postcode.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/sources/csv_reader.h"

namespace waypost::sources {
namespace {

// "lad25cd" for "lad": the stem, two digits, "cd".
bool IsYearlyColumn(std::string_view name, std::string_view stem) {
  return name.size() == stem.size() + 4 &&
         record::EqualsIgnoringCase(name.substr(0, stem.size()), stem) &&
         IsDigit(name[stem.size()]) && IsDigit(name[stem.size() + 1]) &&
         record::EqualsIgnoringCase(name.substr(stem.size() + 2), "cd");
}

// The first column that has one of the names, in the order of `wanted`; "lad??cd" is any year's.
std::optional<std::size_t> FindColumn(const CsvHeader& header,
                                      std::initializer_list<std::string_view> wanted) {
  for (std::string_view name : wanted) {
    for (std::size_t i = 0; i < header.names().size(); ++i) {
      const std::string& column = header.names()[i];
      const bool fits = name.ends_with("??cd")
                            ? IsYearlyColumn(column, name.substr(0, name.size() - 4))
                            : record::EqualsIgnoringCase(column, name);
      if (fits) return i;
    }
  }
  return std::nullopt;
}

bool HasPosition(const PostcodeLayout& layout) {
  return (layout.lat.has_value() && layout.lon.has_value()) ||
         (layout.easting.has_value() && layout.northing.has_value());
}

}  // namespace

std::optional<PostcodeLayout> PostcodeLayoutOfHeader(const CsvHeader& header) {
  const std::optional<std::size_t> postcode = FindColumn(
      header,
      {"pcds", "pcd8", "pcd2", "pcd7", "pcd", "postcode", "post_code", "postal_code", "pc"});
  if (!postcode.has_value()) return std::nullopt;
  PostcodeLayout layout;
  layout.postcode = *postcode;
  layout.lat = FindColumn(header, {"lat", "latitude"});
  layout.lon = FindColumn(header, {"long", "lon", "lng", "longitude"});
  layout.easting = FindColumn(header, {"oseast1m", "east1m", "easting", "eastings", "ea"});
  layout.northing = FindColumn(header, {"osnrth1m", "north1m", "northing", "northings", "no"});
  layout.quality = FindColumn(header, {"positional_quality_indicator", "pq"});
  layout.authority = FindColumn(header, {"lad??cd", "oslaua", "laua", "admin_district_code", "dc"});
  layout.ended = FindColumn(header, {"doterm"});
  if (!HasPosition(layout)) return std::nullopt;
  return layout;
}

std::optional<PostcodeLayout> PostcodeLayoutOfRow(const CsvRow& row) {
  if (row.size() != 10) return std::nullopt;
  const std::optional<Postcode> postcode = Postcode::Parse(row[0]);
  if (!postcode.has_value() || postcode->level() != PostcodeLevel::kUnit) return std::nullopt;
  for (std::size_t number = 1; number <= 3; ++number) {
    if (!record::ReadInteger(row[number]).has_value()) return std::nullopt;
  }
  PostcodeLayout layout;
  layout.has_header = false;
  layout.postcode = 0;
  layout.quality = 1;
  layout.easting = 2;
  layout.northing = 3;
  layout.authority = 8;
  return layout;
}

absl::StatusOr<std::optional<PostcodeLayout>> DetectPostcodeLayout(InputStream& stream) {
  ASSIGN_OR_RETURN(const std::string_view beginning, stream.Peek(8192));
  // Headers and Code-Point rows have no line ends inside their fields.
  const std::size_t line = beginning.find_first_of("\r\n");
  const std::string_view first = beginning.substr(0, line);
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> copy,
                   InputStream::OpenText(stream.name(), std::string(first)));
  const absl::StatusOr<std::unique_ptr<CsvReader>> reader =
      CsvReader::Open(std::move(copy), {.has_header = false, .delimiter = std::nullopt});
  std::optional<PostcodeLayout> none;
  if (!reader.ok()) return none;
  CsvRow row;
  const absl::StatusOr<bool> any = (*reader)->Next(row);
  if (!any.ok() || !*any) return none;
  if (std::optional<PostcodeLayout> layout = PostcodeLayoutOfRow(row)) return layout;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < row.size(); ++i) names.emplace_back(record::Trim(row[i]));
  return PostcodeLayoutOfHeader(CsvHeader(std::move(names)));
}

}  // namespace waypost::sources
