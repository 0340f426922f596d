#include "server/oruk/v1_schedule.h"

#include "server/oruk/schedule_row.h"

namespace waypost::oruk {
namespace {

bool IsFrequency(std::string_view text) {
  return text == "DAILY" || text == "WEEKLY" || text == "MONTHLY" || text == "YEARLY";
}

void WriteTimes(const Json& row, JsonText& json) {
  PutText("opens_at", TextIn(row, "opens_at"), json);
  PutText("closes_at", ClosingTime(row), json);
}

}  // namespace

void WriteV1Schedules(const ServiceRecord& service, const Json& owner, const V1ScheduleList& list,
                      JsonText& json) {
  OptionalArray array(list.member, json);
  std::size_t number = 0;
  for (const Json& row : Items(owner, "schedules")) {
    array.Next().StartObject();
    WriteRowIds(service, kSchedule, row, {list.at_location, number++}, json);
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
    const RowPlace place{at_location, number++};
    const std::string_view start = TextIn(row, "start_date");
    const std::string_view end = TextIn(row, "end_date");
    const std::optional<bool> closed = BoolIn(row, "closed");
    if (start.empty() || !closed) continue;
    array.Next().StartObject();
    WriteRowIds(service, kHolidaySchedule, row, place, json);
    json.Bool("closed", *closed);
    WriteTimes(row, json);
    json.Text("start_date", start).Text("end_date", end.empty() ? start : end).EndObject();
  }
}

}  // namespace waypost::oruk
