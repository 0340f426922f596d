#include "server/oruk/schedule_row.h"

#include <string>

namespace waypost::oruk {
namespace {

// What rows of one place are called after, so that those of another have other ids.
std::string RowName(const RowPlace& place) {
  return (place.at_location.empty() ? "all" : std::string(place.at_location)) + " " +
         std::to_string(place.number);
}

}  // namespace

void WriteRowIds(const ServiceRecord& service, std::string_view entity, const Json& row,
                 const RowPlace& place, JsonText& json) {
  const std::string_view own = TextIn(row, "id");
  json.Text("id", service.PartId(entity, own.empty() ? RowName(place) : own, 0))
      .Text("service_id", service.id());
  if (!place.at_location.empty()) json.Text("service_at_location_id", place.at_location);
}

std::string_view ClosingTime(const Json& row) {
  const std::string_view time = TextIn(row, "closes_at");
  return time == "24:00" ? "23:59" : time;
}

}  // namespace waypost::oruk
