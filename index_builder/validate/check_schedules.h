#pragma once

// Schedules: do days, times and dates fit together?

#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/record_check.h"

namespace waypost::validate {

// A row of regular hours, which stands at `pointer`. O(size).
void CheckSchedule(sources::JsonElement schedule, const std::string& pointer, RecordCheck& check);

// A row of holiday hours (1.0 only).
void CheckHoliday(sources::JsonElement holiday, const std::string& pointer, RecordCheck& check);

// "<from> after <to>" as a finding, when both are dates and the wrong way round.
void CheckPeriod(sources::JsonElement object, std::string_view from, std::string_view to,
                 const std::string& pointer, RecordCheck& check);

}  // namespace waypost::validate
