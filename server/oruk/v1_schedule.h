#pragma once

// Hours in ORUK 1.0: regular ones and those of exceptional days.

#include "server/oruk/optional_json.h"
#include "server/oruk/service_record.h"

namespace waypost::oruk {

struct V1ScheduleList {
  std::string_view member;       // "regular_schedules"; at a location "regular_schedule"
  std::string_view at_location;  // the id of the service at a location; "" for all of them
};

// The rows that `owner`, the record or one of its locations, lists.
void WriteV1Schedules(const ServiceRecord& service, const Json& owner, const V1ScheduleList& list,
                      JsonText& json);
// "holiday_schedules"; a row without a first day, or that does not say whether it is closed, is
// left out.
void WriteV1Holidays(const ServiceRecord& service, const Json& owner, std::string_view at_location,
                     JsonText& json);

}  // namespace waypost::oruk
