#include "index_builder/sources/reference/shipped_places.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "index_builder/sources/csv_row.h"
#include "index_builder/sources/input_stream.h"
#include "index_builder/sources/reference/place_file.h"

namespace waypost::sources {
namespace {

absl::StatusOr<std::vector<PostcodeGroupRow>> LoadGroups(const std::string& path) {
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream, InputStream::Open(path));
  return ReadPostcodeGroups(std::move(stream));
}

std::string Joined(const std::vector<std::string>& list, char separator) {
  std::string joined;
  for (const std::string& value : list) {
    if (!joined.empty()) joined += separator;
    joined += value;
  }
  return joined;
}

std::string CsvLine(const std::vector<std::string>& fields) {
  CsvRow row;
  row.Clear(0);
  for (const std::string& field : fields) row.Append(field);
  return row.ToCsv() + "\n";
}

std::vector<PostcodeGroupRow> WithCodes(const std::vector<record::PostcodeGroup>& groups,
                                        const std::vector<std::string>& codes) {
  std::vector<PostcodeGroupRow> rows;
  for (const record::PostcodeGroup& group : groups) {
    PostcodeGroupRow row{group.text, group.point, group.postcodes, {}};
    for (std::int32_t authority : group.authorities) {
      row.authorities.push_back(codes[static_cast<std::size_t>(authority)]);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string WriteAuthorities(const std::vector<record::Area>& areas) {
  std::string csv = "kind,code,name,other_names,parents\n";
  for (const record::Area& area : areas) {
    const bool wanted =
        area.kind == record::AreaKind::kAuthority || area.kind == record::AreaKind::kCounty;
    if (!wanted || area.code.empty()) continue;
    csv += CsvLine({std::string(NameOfAreaKind(area.kind)), area.code, area.name,
                    Joined(area.other_names, '|'), Joined(area.parents, '|')});
  }
  return csv;
}

std::string WritePlaces(const std::vector<record::Place>& places) {
  std::string csv = "name,other_names,kind,lat,lon,population,authority\n";
  for (const record::Place& place : places) {
    if (place.kind > record::PlaceKind::kSuburb) continue;
    csv += CsvLine(
        {place.name, Joined(place.other_names, '|'), std::string(NameOfPlaceKind(place.kind)),
         FormatDegrees(place.point.lat_e7(), 5), FormatDegrees(place.point.lon_e7(), 5),
         place.population == 0 ? "" : std::to_string(place.population), place.authority});
  }
  return csv;
}

}  // namespace

std::map<std::string, std::string> WriteShippedPlaces(const record::Gazetteer& gazetteer,
                                                      const std::vector<std::string>& attribution) {
  std::string comments;
  for (const std::string& line : attribution) comments += "# " + line + "\n";
  const auto& codes = gazetteer.authority_codes;
  const auto groups = [&](const std::vector<record::PostcodeGroup>& rows) {
    return comments + WritePostcodeGroups(WithCodes(rows, codes));
  };
  return {{"postcode-sectors.csv", groups(gazetteer.sectors)},
          {"postcode-districts.csv", groups(gazetteer.districts)},
          {"postcode-areas.csv", groups(gazetteer.postcode_areas)},
          {"authorities.csv", comments + WriteAuthorities(gazetteer.areas)},
          {"places.csv", comments + WritePlaces(gazetteer.places)}};
}

absl::StatusOr<ShippedPlaces> LoadShippedPlaces(const std::string& folder,
                                                record::ProblemSink& sink) {
  ShippedPlaces shipped;
  ASSIGN_OR_RETURN(shipped.groups.sectors, LoadGroups(folder + "/postcode-sectors.csv"));
  ASSIGN_OR_RETURN(shipped.groups.districts, LoadGroups(folder + "/postcode-districts.csv"));
  ASSIGN_OR_RETURN(shipped.groups.areas, LoadGroups(folder + "/postcode-areas.csv"));
  ASSIGN_OR_RETURN(std::unique_ptr<InputStream> stream,
                   InputStream::Open(folder + "/authorities.csv"));
  ASSIGN_OR_RETURN(shipped.authorities, ReadAuthorityRows(std::move(stream), sink));
  shipped.places_path = folder + "/places.csv";
  return shipped;
}

}  // namespace waypost::sources
