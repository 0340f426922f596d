#pragma once

// Bank holidays from the JSON that www.gov.uk/bank-holidays.json publishes:
//
//   {"england-and-wales": {"division": "england-and-wales",
//                          "events": [{"title": "Good Friday", "date": "2026-04-03", ...}]}, ...}
//
// A division is one of "england-and-wales", "scotland", "northern-ireland". An event without a date
// that exists is reported and left out. The result is ascending by division and date, one entry a
// day.

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/gazetteer.h"
#include "index_builder/record/problem.h"

namespace waypost::sources {

// Errors: InvalidArgument, naming `name` and the line, for a text that is not JSON or holds no
// division.
absl::StatusOr<std::vector<record::BankHoliday>> ParseBankHolidays(const std::string& name,
                                                                   std::string_view text,
                                                                   record::ProblemSink& sink);

// Ascending by division and date; of several entries for a day the first one in `holidays` stays.
void SortBankHolidays(std::vector<record::BankHoliday>& holidays);

}  // namespace waypost::sources
