#include "index_builder/sources/mapped_record.h"

#include <string>
#include <utility>

#include "index_builder/record/field_values.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/record/place_values.h"
#include "index_builder/sources/list_text.h"
#include "index_builder/sources/mapped_opening.h"
#include "index_builder/sources/mapped_parts.h"
#include "index_builder/sources/mapped_values.h"

namespace waypost::sources {
namespace {

using record::FieldReport;

// Every text of `address` is one line; lines inside a cell are lines too.
std::vector<std::string> AddressLines(const MappedSection& section, const CsvRow& row,
                                      const FieldReport& report) {
  std::vector<std::string> lines;
  const MappedValue* address = section.Find("address");
  if (address == nullptr) return lines;
  for (const TemplateText& text : address->texts) {
    const std::string filled = text.Fill(row);
    for (const std::string_view line : SplitList(filled, "\r\n")) {
      std::string safe = record::AddressLine(report, "address", line);
      if (!safe.empty()) lines.push_back(std::move(safe));
    }
  }
  return lines;
}

bool SaysSomething(const record::Location& location) {
  record::Location empty;
  empty.type = location.type;
  empty.address.country = location.address.country;
  return location != empty;
}

}  // namespace

absl::StatusOr<RecordMapper> RecordMapper::Create(const Mapping& mapping) {
  RecordMapper mapper(mapping);
  if (!mapping.location.Has("easting")) return mapper;
  const MappedValue* grid = mapping.location.Find("grid");
  std::string unknown;
  const std::string name = grid == nullptr ? "british" : grid->Fill(CsvRow(), unknown);
  if (name != "british" && name != "irish") {
    return InvalidArgument(grid->where + ": \"british\" or \"irish\" was due");
  }
  ASSIGN_OR_RETURN(NationalGrid opened,
                   NationalGrid::Open(name == "irish" ? GridSystem::kIrish : GridSystem::kBritish));
  mapper.grid_ = std::make_shared<NationalGrid>(std::move(opened));
  return mapper;
}

bool RecordMapper::Fill(const CsvRow& row, const FieldReport& report,
                        record::Service& service) const {
  const MappedValues values(mapping_->service, row, report);
  service.name = record::TextLine(report, "service", "name", values["name"]);
  if (service.name.empty()) {
    report.Reject(record::ProblemKind::kNoName, "service", "name", values["name"],
                  "line " + std::to_string(row.line()) + ": not published", row.ToCsv());
    return false;
  }
  const std::string status = values["status"];
  service.status = record::ReadStatus(status);
  if (!service.status && !status.empty()) {
    report.Reject(record::ProblemKind::kUnknownStatus, "service", "status", status,
                  "line " + std::to_string(row.line()) + ": not published", row.ToCsv());
    return false;
  }
  FillServiceFields(*mapping_, row, report, service);
  FillServiceParts(*mapping_, row, report, service);
  FillLocation(row, report, service);
  std::vector<record::Schedule>& schedules =
      service.locations.empty() ? service.schedules : service.locations.front().schedules;
  for (const MappedOpening& opening : mapping_->openings) {
    AddMappedOpening(opening, row, report, schedules);
  }
  return true;
}

void RecordMapper::FillLocation(const CsvRow& row, const FieldReport& report,
                                record::Service& service) const {
  const MappedSection& section = mapping_->location;
  const MappedValues values(section, row, report);
  record::Location location;
  location.id = record::TextLine(report, "location", "id", values["id"]);
  location.name = record::TextLine(report, "location", "name", values["name"]);
  location.description =
      record::TextBlock(report, "location", "description", values["description"]);
  location.transportation =
      record::TextBlock(report, "location", "transportation", values["transportation"]);
  location.url = record::UrlValue(report, "location", "url", values["url"]);
  location.type = record::LocationTypeValue(report, values["type"]);
  location.position = Position(row, report);
  if (location.position) location.precision = record::PointPrecision::kExact;
  location.address.lines = AddressLines(section, row, report);
  location.address.city = record::AddressLine(report, "city", values["city"]);
  location.address.county = record::AddressLine(report, "county", values["county"]);
  location.address.postcode = record::PostcodeValue(report, values["postcode"]);
  location.address.country = record::TextLine(report, "location", "country", values["country"]);
  const std::string accessibility = values["accessibility"];
  for (const std::string_view word : SplitList(accessibility, ",;|\r\n")) {
    record::AddAccessibility(report, word, "", "", location.accessibility);
  }
  location.masked = record::LooksMasked(location.address, location.position);
  if (location.masked) {
    report.Report(record::ProblemKind::kMaskedPosition, "location", "address",
                  location.address.postcode, "shown as about");
  }
  if (!SaysSomething(location)) return;
  service.locations.emplace_back().location = std::move(location);
}

std::optional<LatLng> RecordMapper::Position(const CsvRow& row, const FieldReport& report) const {
  const MappedValues values(mapping_->location, row, report);
  if (grid_ == nullptr) {
    return record::PositionValue(report, "location", values["latitude"], values["longitude"]);
  }
  return GridPosition(values["easting"], values["northing"], report);
}

std::optional<LatLng> RecordMapper::GridPosition(const std::string& easting,
                                                 const std::string& northing,
                                                 const FieldReport& report) const {
  if (easting.empty() && northing.empty()) return std::nullopt;
  const std::optional<double> east = record::ReadNumber(easting);
  const std::optional<double> north = record::ReadNumber(northing);
  if (east && north) {
    if (const auto point = grid_->ToLatLng({*east, *north})) return point;
  }
  report.Report(record::ProblemKind::kBadCoordinates, "location", "easting, northing",
                easting + ", " + northing, "left out");
  return std::nullopt;
}

}  // namespace waypost::sources
