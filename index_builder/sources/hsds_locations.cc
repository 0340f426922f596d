#include "index_builder/sources/hsds_locations.h"

#include <string>
#include <utility>

#include "index_builder/record/field_values.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/record/place_values.h"
#include "index_builder/record/schedule_fields.h"
#include "index_builder/sources/list_text.h"

namespace waypost::sources {
namespace {

using record::FieldReport;

record::LocationType ReadType(const TableRow& row, const FieldReport& report) {
  const record::LocationType type = record::LocationTypeValue(report, row["location_type"]);
  const bool is_virtual = record::ReadBool(row["virtual"]).value_or(false);
  return type == record::LocationType::kNotStated && is_virtual ? record::LocationType::kVirtual
                                                                : type;
}

record::Address ReadAddress(const TableRow& row, const FieldReport& report) {
  record::Address address;
  // `attention` names a person or a desk; it is no part of where a place is.
  for (const std::string_view column : {"address_1", "address_2", "address_3", "address_4"}) {
    std::string line = record::AddressLine(report, column, row[column]);
    if (!line.empty()) address.lines.push_back(std::move(line));
  }
  address.city = record::AddressLine(report, "city", row["city"]);
  address.county =
      record::AddressLine(report, "state_province", row.Either("state_province", "region"));
  address.postcode = record::PostcodeValue(report, row.Either("postal_code", "postcode"));
  address.country = record::TextLine(report, "address", "country", row["country"]);
  return address;
}

// The physical address of a location; its postal one when there is no other.
void FillAddress(HsdsTables& tables, std::string_view location_id, const FieldReport& report,
                 record::Location& location) {
  std::optional<TableRow> postal;
  for (const TableRow& row :
       tables.FindShared(report, HsdsTable::kPhysicalAddresses, "location_id", location_id)) {
    const std::string type = record::FoldWords(row["address_type"]);
    if (type == "virtual") continue;
    if (type != "postal") {
      location.address = ReadAddress(row, report);
      return;
    }
    if (!postal) postal = row;
  }
  if (!postal) postal = tables.First(HsdsTable::kPostalAddresses, "location_id", location_id);
  if (!postal) return;
  location.address = ReadAddress(*postal, report);
  if (location.type == record::LocationType::kNotStated) {
    location.type = record::LocationType::kPostal;
  }
}

void FillAccessibility(HsdsTables& tables, const TableRow& row, const FieldReport& report,
                       record::Location& location) {
  const auto add = [&](std::string_view text, std::string_view details, std::string_view url) {
    for (const std::string_view part : SplitList(text, ",;|")) {
      record::AddAccessibility(report, part, details, url, location.accessibility);
    }
  };
  add(row["accessibility"], "", "");
  for (const TableRow& from :
       tables.FindShared(report, HsdsTable::kAccessibility, "location_id", row["id"])) {
    const std::string_view text = from.Either("accessibility", "description");
    if (text.empty()) {
      record::AddAccessibility(report, from["details"], "", from["url"], location.accessibility);
    } else if (from["accessibility"].empty()) {
      record::AddAccessibility(report, text, from["details"], from["url"], location.accessibility);
    } else {
      add(text, from["details"], from["url"]);
    }
  }
}

record::Location ReadLocation(HsdsTables& tables, const TableRow& row, const FieldReport& report) {
  record::Location location;
  location.id = row["id"];
  location.name = record::TextLine(report, "location", "name", row["name"]);
  location.description = record::TextBlock(report, "location", "description", row["description"]);
  location.transportation =
      record::TextBlock(report, "location", "transportation", row["transportation"]);
  location.url = record::UrlValue(report, "location", "url", row.Either("url", "website"));
  location.type = ReadType(row, report);
  location.position = record::PositionValue(report, "location", row["latitude"], row["longitude"]);
  if (location.position) location.precision = record::PointPrecision::kExact;
  FillAddress(tables, row["id"], report, location);
  location.masked = record::LooksMasked(location.address, location.position);
  if (location.masked) {
    report.Report(record::ProblemKind::kMaskedPosition, "location", "address",
                  location.address.postcode, "shown as about");
  }
  FillAccessibility(tables, row, report, location);
  return location;
}

void AddLocation(HsdsTables& tables, std::string_view link_id, std::string_view description,
                 std::string_view location_id, const FieldReport& report,
                 record::Service& service) {
  const std::optional<TableRow> row = tables.First(HsdsTable::kLocations, "id", location_id);
  if (!row) {
    report.Report(record::ProblemKind::kMissingParent, "service_at_location", "location_id",
                  location_id, "no such location in the package; left out");
    return;
  }
  record::ServiceAtLocation& at = service.locations.emplace_back();
  at.id = link_id;
  at.description = record::TextBlock(report, "service_at_location", "description", description);
  at.location = ReadLocation(tables, *row, report);
}

std::vector<record::Schedule> ReadScheduleRow(const TableRow& row, const FieldReport& report) {
  record::ScheduleFields fields;
  fields.id = row["id"];
  fields.freq = row["freq"];
  fields.interval = row["interval"];
  fields.count = row["count"];
  fields.byday = row["byday"];
  fields.weekday = row["weekday"];
  fields.bymonthday = row["bymonthday"];
  fields.byweekno = row["byweekno"];
  fields.byyearday = row["byyearday"];
  fields.wkst = row["wkst"];
  fields.dtstart = row["dtstart"];
  fields.until = row["until"];
  fields.valid_from = row["valid_from"];
  fields.valid_to = row["valid_to"];
  fields.opens_at = row["opens_at"];
  fields.closes_at = row["closes_at"];
  fields.timezone = row["timezone"];
  fields.description = row["description"];
  fields.attending_type = row["attending_type"];
  fields.schedule_link = row["schedule_link"];
  fields.notes = row["notes"];
  return record::ReadSchedule(report, fields);
}

record::HolidaySchedule ReadHolidayRow(const TableRow& row, const FieldReport& report) {
  return record::ReadHoliday(report, {.id = row["id"],
                                      .closed = row["closed"],
                                      .opens_at = row["opens_at"],
                                      .closes_at = row["closes_at"],
                                      .start_date = row["start_date"],
                                      .end_date = row["end_date"]});
}

// The rows of a schedule table that hold for the service wherever it is.
std::vector<TableRow> RowsOfService(HsdsTables& tables, HsdsTable table, const FieldReport& report,
                                    std::string_view service_id) {
  std::vector<TableRow> rows = tables.OfService(report, table, "service_id", service_id);
  std::erase_if(rows, [](const TableRow& row) {
    return !row["service_at_location_id"].empty() || !row["location_id"].empty();
  });
  return rows;
}

// The rows of a schedule table that hold at `at` only.
std::vector<TableRow> RowsAtLocation(HsdsTables& tables, HsdsTable table,
                                     std::string_view service_id, const FieldReport& report,
                                     const record::ServiceAtLocation& at) {
  std::vector<TableRow> rows = tables.FindShared(report, table, "service_at_location_id", at.id);
  for (const std::string_view service : {service_id, std::string_view()}) {
    for (const TableRow& row :
         tables.FindShared(report, table, "location_id", at.location.id, "service_id", service)) {
      if (row["service_at_location_id"].empty()) rows.push_back(row);
    }
  }
  return rows;
}

void AddSchedules(const std::vector<TableRow>& rows, const FieldReport& report,
                  std::vector<record::Schedule>& schedules) {
  for (const TableRow& row : rows) {
    for (record::Schedule& schedule : ReadScheduleRow(row, report)) {
      schedules.push_back(std::move(schedule));
    }
  }
}

void AddHolidays(const std::vector<TableRow>& rows, const FieldReport& report,
                 std::vector<record::HolidaySchedule>& holidays) {
  for (const TableRow& row : rows) holidays.push_back(ReadHolidayRow(row, report));
}

}  // namespace

void AddHsdsLocations(HsdsTables& tables, const TableRow& row, const FieldReport& report,
                      record::Service& service) {
  const std::string_view id = row["id"];
  for (const TableRow& link :
       tables.OfService(report, HsdsTable::kServiceAtLocations, "service_id", id)) {
    AddLocation(tables, link["id"], link["description"], link["location_id"], report, service);
  }
  if (service.locations.empty() && !row["location_id"].empty()) {
    AddLocation(tables, "", "", row["location_id"], report, service);
  }
  constexpr HsdsTable kWeekly = HsdsTable::kSchedules;
  constexpr HsdsTable kHolidays = HsdsTable::kHolidaySchedules;
  AddSchedules(RowsOfService(tables, kWeekly, report, id), report, service.schedules);
  AddHolidays(RowsOfService(tables, kHolidays, report, id), report, service.holiday_schedules);
  for (record::ServiceAtLocation& at : service.locations) {
    AddSchedules(RowsAtLocation(tables, kWeekly, id, report, at), report, at.schedules);
    AddHolidays(RowsAtLocation(tables, kHolidays, id, report, at), report, at.holiday_schedules);
  }
}

}  // namespace waypost::sources
