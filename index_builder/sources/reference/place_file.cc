#include "index_builder/sources/reference/place_file.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/core/ascii.h"
#include "engine/geo/national_grid.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/sources/csv_reader.h"
#include "index_builder/sources/input_members.h"
#include "index_builder/sources/reference/area_name.h"
#include "index_builder/sources/reference/commented_csv.h"
#include "index_builder/sources/reference/place_layout.h"
#include "index_builder/sources/reference/whole_input.h"

namespace waypost::sources {
namespace {

using record::Place;
using record::PlaceKind;

constexpr std::array<std::pair<std::string_view, PlaceKind>, 6> kKindNames = {{
    {"city", PlaceKind::kCity},
    {"town", PlaceKind::kTown},
    {"suburb", PlaceKind::kSuburb},
    {"village", PlaceKind::kVillage},
    {"hamlet", PlaceKind::kHamlet},
    {"other", PlaceKind::kOther},
}};

PlaceKind OsKind(std::string_view local_type) {
  static constexpr std::array<std::pair<std::string_view, PlaceKind>, 5> kTypes = {{
      {"City", PlaceKind::kCity},
      {"Town", PlaceKind::kTown},
      {"Suburban Area", PlaceKind::kSuburb},
      {"Village", PlaceKind::kVillage},
      {"Hamlet", PlaceKind::kHamlet},
  }};
  for (const auto& [name, kind] : kTypes) {
    if (record::EqualsIgnoringCase(local_type, name)) return kind;
  }
  return PlaceKind::kOther;
}

PlaceKind WaypostKind(std::string_view word) {
  for (const auto& [name, kind] : kKindNames) {
    if (word == name) return kind;
  }
  return PlaceKind::kOther;
}

// PPLX is a section of a populated place; cities are told by place_merge.h.
PlaceKind GeoNamesKind(std::string_view feature_code) {
  return feature_code == "PPLX" ? PlaceKind::kSuburb : PlaceKind::kTown;
}

std::string_view GeoNamesNation(std::string_view admin1) {
  if (admin1 == "ENG") return "England";
  if (admin1 == "SCT") return "Scotland";
  if (admin1 == "WLS") return "Wales";
  if (admin1 == "NIR") return "Northern Ireland";
  return "";
}

bool IsPlainLetters(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return IsLetter(c) || c == ' ' || c == '-' || c == '.'; });
}

// Whether a GeoNames spelling is one that people here type.
bool IsUsefulSpelling(std::string_view spelling, std::string_view name, bool in_wales) {
  if (!IsPlainLetters(spelling) || spelling[0] < 'A' || spelling[0] > 'Z') return false;
  const std::string folded = FoldAreaName(spelling);
  const std::string folded_name = FoldAreaName(name);
  // "QQY" is an airport; "Helens" would be St Helens.
  if (folded.size() < 4 || folded == folded_name) return false;
  if (std::all_of(spelling.begin(), spelling.end(), IsUpper)) {
    return false;
  }
  // "Newcastle" of "Newcastle upon Tyne", "Kingston upon Hull" for "Hull", "Londonderry" for
  // "Derry".
  return in_wales || folded_name.starts_with(folded + " ") || folded_name.ends_with(" " + folded) ||
         folded.starts_with(folded_name + " ") || folded.ends_with(folded_name);
}

class PlaceReader {
 public:
  PlaceReader(NationalGrid grid, const AuthorityList& authorities, record::ProblemSink& sink)
      : grid_(std::move(grid)), authorities_(authorities), sink_(sink) {}

  absl::Status Read(std::unique_ptr<InputStream> stream, const PlaceLayout& layout,
                    std::vector<Place>& places) {
    const record::FieldReport report(sink_, FileLabel(stream->name()), "");
    std::unique_ptr<CsvReader> reader;
    if (layout.has_header) {
      ASSIGN_OR_RETURN(reader, OpenCommentedCsv(std::move(stream)));
    } else {
      ASSIGN_OR_RETURN(reader, CsvReader::Open(std::move(stream),
                                               {.has_header = false, .delimiter = std::nullopt}));
    }
    CsvRow row;
    for (;;) {
      ASSIGN_OR_RETURN(const bool more, reader->Next(row));
      if (!more) return absl::OkStatus();
      if (!IsWanted(row, layout)) continue;
      if (std::optional<Place> place = ReadRow(row, layout)) {
        places.push_back(std::move(*place));
      } else {
        report.Report(record::ProblemKind::kMalformedRecord, "place", "name, lat, lon", row.ToCsv(),
                      "line " + std::to_string(row.line()) + " left out: no name or no position");
      }
    }
  }

 private:
  static std::string_view Field(const CsvRow& row, const PlaceLayout::Column& column) {
    return column.has_value() ? record::Trim(row[*column]) : std::string_view();
  }

  // OS Open Names also holds roads and postcodes, GeoNames the rest of the world.
  static bool IsWanted(const CsvRow& row, const PlaceLayout& layout) {
    const std::string_view type = Field(row, layout.type);
    if (layout.origin == PlaceOrigin::kOsOpenNames) return type.empty() || type == "populatedPlace";
    if (layout.origin == PlaceOrigin::kWaypost) return true;
    const std::string_view country = Field(row, layout.country);
    return (type.empty() || type == "P") && (country.empty() || country == "GB");
  }

  std::optional<Place> ReadRow(const CsvRow& row, const PlaceLayout& layout) const {
    const std::optional<LatLng> point = ReadPoint(row, layout);
    Place place;
    place.name = Field(row, layout.name);
    if (place.name.empty() || !point.has_value()) return std::nullopt;
    place.point = *point;
    const std::optional<std::int64_t> population =
        record::ReadInteger(Field(row, layout.population));
    if (population.has_value() && *population > 0 && *population < 100'000'000) {
      place.population = static_cast<std::uint32_t>(*population);
    }
    switch (layout.origin) {
      case PlaceOrigin::kOsOpenNames:
        CompleteOs(row, layout, place);
        break;
      case PlaceOrigin::kGeoNames:
        CompleteGeoNames(row, layout, place);
        break;
      case PlaceOrigin::kWaypost:
        place.kind = WaypostKind(Field(row, layout.kind));
        place.other_names = SplitList(Field(row, layout.alternatives), '|');
        place.authority = authorities_.CanonicalCode(Field(row, layout.authority));
        break;
    }
    return place;
  }

  std::optional<LatLng> ReadPoint(const CsvRow& row, const PlaceLayout& layout) const {
    const std::optional<double> lat = record::ReadNumber(Field(row, layout.lat));
    const std::optional<double> lon = record::ReadNumber(Field(row, layout.lon));
    if (lat.has_value() && lon.has_value() && !(*lat == 0 && *lon == 0)) {
      return LatLng::FromDegrees(*lat, *lon);
    }
    const std::optional<double> easting = record::ReadNumber(Field(row, layout.easting));
    const std::optional<double> northing = record::ReadNumber(Field(row, layout.northing));
    if (!easting.has_value() || !northing.has_value()) return std::nullopt;
    return grid_.ToLatLng({*easting, *northing});
  }

  void CompleteOs(const CsvRow& row, const PlaceLayout& layout, Place& place) const {
    place.kind = OsKind(Field(row, layout.kind));
    const std::string second(Field(row, layout.other_name));
    if (!second.empty() && second != place.name) {
      place.other_names.push_back(second);
      if (Field(row, layout.other_lang) == "eng") std::swap(place.name, place.other_names[0]);
    }
    place.county = Field(row, layout.county);
    place.region = Field(row, layout.region);
    place.nation = Field(row, layout.country);
    const std::string_view district = Field(row, layout.district);
    const std::string_view stated = district.empty() ? std::string_view(place.county) : district;
    if (stated.empty()) return;
    const record::Area* area = authorities_.FindByName(stated);
    const bool is_authority = area != nullptr && area->kind == record::AreaKind::kAuthority;
    place.authority = is_authority ? area->code : std::string(stated);
  }

  void CompleteGeoNames(const CsvRow& row, const PlaceLayout& layout, Place& place) const {
    place.kind = GeoNamesKind(Field(row, layout.kind));
    place.nation = GeoNamesNation(Field(row, layout.region));
    for (std::string& spelling : SplitList(Field(row, layout.alternatives), ',')) {
      if (IsUsefulSpelling(spelling, place.name, place.nation == "Wales")) {
        place.other_names.push_back(std::move(spelling));
      }
    }
    // As signposts and OS Open Names write it.
    if (place.name.starts_with("Saint ")) place.name.erase(1, 3);
  }

  NationalGrid grid_;
  const AuthorityList& authorities_;
  record::ProblemSink& sink_;
};

absl::Status NotPlaces(const std::string& name) {
  return InvalidArgument(name +
                         ": line 1: no file of place names; expected OS Open Names (its zip or a "
                         "CSV), GeoNames, or a CSV with name, kind, lat, lon, authority");
}

absl::StatusOr<PlaceTable> ReadStream(std::unique_ptr<InputStream> stream, PlaceReader& reader) {
  ASSIGN_OR_RETURN(const std::optional<PlaceLayout> layout, DetectPlaceLayout(*stream));
  if (!layout.has_value()) return NotPlaces(stream->name());
  PlaceTable table;
  table.origin = layout->origin;
  RETURN_IF_ERROR(reader.Read(std::move(stream), *layout, table.places));
  return table;
}

// The tiles of OS Open Names, or the one table of a GeoNames zip beside its readme.
absl::StatusOr<PlaceTable> ReadMembers(const std::string& path, PlaceReader& reader) {
  ASSIGN_OR_RETURN(const std::vector<std::string> members, ListMembers(path));
  PlaceTable table;
  bool any = false;
  for (const std::string& member : members) {
    ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::OpenMember(path, member));
    const auto layout = DetectPlaceLayout(*stream);
    if (!layout.ok() || !layout->has_value()) continue;
    if (any && (*layout)->origin != table.origin) {
      return InvalidArgument(stream->name() +
                             ": files of different origins in one folder; give each by itself");
    }
    any = true;
    table.origin = (*layout)->origin;
    RETURN_IF_ERROR(reader.Read(std::move(stream), **layout, table.places));
  }
  if (!any) return NotPlaces(path);
  return table;
}

}  // namespace

absl::StatusOr<PlaceTable> ReadPlaceFile(const std::string& path, const AuthorityList& authorities,
                                         record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(NationalGrid grid, NationalGrid::Open(GridSystem::kBritish));
  PlaceReader reader(std::move(grid), authorities, sink);
  ASSIGN_OR_RETURN(const InputKind kind, KindOfInput(path));
  if (kind != InputKind::kFile) return ReadMembers(path, reader);
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
  return ReadStream(std::move(stream), reader);
}

absl::StatusOr<PlaceTable> ReadPlaceText(std::string name, std::string text,
                                         const AuthorityList& authorities,
                                         record::ProblemSink& sink) {
  ASSIGN_OR_RETURN(NationalGrid grid, NationalGrid::Open(GridSystem::kBritish));
  PlaceReader reader(std::move(grid), authorities, sink);
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream,
                   InputStream::OpenText(std::move(name), std::move(text)));
  return ReadStream(std::move(stream), reader);
}

std::string_view NameOfPlaceKind(PlaceKind kind) {
  for (const auto& [name, value] : kKindNames) {
    if (value == kind) return name;
  }
  return "other";
}

}  // namespace waypost::sources
