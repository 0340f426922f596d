#include "server/oruk/v1_schedule.h"

#include <string>

namespace waypost::oruk {
namespace {

std::string_view V1ClosingTime(const Json& row) {
  const std::string_view time = TextIn(row, "closes_at");
  return time == "24:00" ? "23:59" : time;
}

bool IsFrequency(std::string_view text) {
  return text == "DAILY" || text == "WEEKLY" || text == "MONTHLY" || text == "YEARLY";
}

void WriteTimes(const Json& row, JsonText& json) {
  PutText("opens_at", TextIn(row, "opens_at"), json);
  PutText("closes_at", V1ClosingTime(row), json);
}

// What rows of one place are called after, so that those of another have other ids.
std::string RowName(std::string_view at_location, std::size_t number) {
  return (at_location.empty() ? "all" : std::string(at_location)) + " " + std::to_string(number);
}

void BeginRow(const ServiceRecord& service, std::string_view entity, const Json& row,
              std::string_view at_location, std::size_t number, JsonText& json) {
  const std::string_view own = TextIn(row, "id");
  json.StartObject()
      .Text("id", service.PartId(entity, own.empty() ? RowName(at_location, number) : own, 0))
      .Text("service_id", service.id());
  if (!at_location.empty()) json.Text("service_at_location_id", at_location);
}

}  // namespace

void WriteV1Schedules(const ServiceRecord& service, const Json& owner, const V1ScheduleList& list,
                      JsonText& json) {
  OptionalArray array(list.member, json);
  std::size_t number = 0;
  for (const Json& row : Items(owner, "schedules")) {
    array.Next();
    BeginRow(service, "regular_schedule", row, list.at_location, number++, json);
    WriteTimes(row, json);
    for (const char* key : {"valid_from", "valid_to", "dtstart"}) {
      PutText(key, TextIn(row, key), json);
    }
    const std::string_view freq = TextIn(row, "freq");
    if (IsFrequency(freq)) json.Text("freq", freq);
    const std::optional<double> interval = NumberIn(row, "interval");
    if (interval && *interval >= 1) json.Number("interval", *interval);
    PutText("byday", TextIn(row, "byday"), json);
    PutText("bymonthday", TextIn(row, "bymonthday"), json);
    PutText("description", TextIn(row, "description"), json);
    json.EndObject();
  }
}

void WriteV1Holidays(const ServiceRecord& service, const Json& owner, std::string_view at_location,
                     JsonText& json) {
  OptionalArray array("holiday_schedules", json);
  std::size_t number = 0;
  for (const Json& row : Items(owner, "holiday_schedules")) {
    const std::string_view start = TextIn(row, "start_date");
    const std::string_view end = TextIn(row, "end_date");
    const std::optional<bool> closed = BoolIn(row, "closed");
    if (start.empty() || !closed) continue;
    array.Next();
    BeginRow(service, "holiday_schedule", row, at_location, number++, json);
    json.Bool("closed", *closed);
    WriteTimes(row, json);
    json.Text("start_date", start).Text("end_date", end.empty() ? start : end).EndObject();
  }
}

}  // namespace waypost::oruk
