#pragma once

// What a row of a schedule is called and when it closes, the same in both dialects.

#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

// Where a row stands in its record: the number counts the rows of its list from 0.
struct RowPlace {
  std::string_view at_location;  // public id; "" for hours of the service as a whole
  std::size_t number = 0;
};

inline constexpr std::string_view kSchedule = "schedule";
inline constexpr std::string_view kHolidaySchedule = "holiday_schedule";

// "id", "service_id" and, of a row of a place, "service_at_location_id".
void WriteRowIds(const ServiceRecord& service, std::string_view entity, const Json& row,
                 const RowPlace& place, JsonText& json);

// All day ends at 23:59 there.
std::string_view ClosingTime(const Json& row);

}  // namespace waypost::oruk
