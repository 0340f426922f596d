#pragma once

// Opening hours written as free text, where they have the shape DAY(S) TIME-TIME.
//
//   "Tuesday 11.00 – 13.00\nFriday 11.00 – 13.00"      two weekly rows
//   "Mon-Fri: 9am-5pm; Sat 10am to noon"               two weekly rows, one of five days
//   "Sunday to Tuesday 11.00 - 14.00, 15.00 - 16.00"   two rows of three days each
//   "Wednesday 12.30"                                  no end: one unreadable row with the text
//
// A line is read wholly or not at all: words before, between
// or behind ("fortnightly", "term time only", "1st Tuesday") change its meaning, so it is kept as
// text, marked `unreadable` and reported as kUnreadableSchedule. Nothing is guessed. O(length).

#include <string_view>
#include <vector>

#include "index_builder/record/field_report.h"
#include "index_builder/record/schedule.h"

namespace waypost::sources {

std::vector<record::Schedule> ReadOpeningText(const record::FieldReport& report,
                                              std::string_view text);

}  // namespace waypost::sources
