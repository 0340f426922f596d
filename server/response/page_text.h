#pragma once

// Values of an answer as a person says them.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/date.h"
#include "engine/core/units.h"
#include "engine/query/filters/doc_filter.h"
#include "engine/query/parse_query.h"

namespace waypost::server {

// "0.3 miles", "1 mile", "12 miles", "under 0.1 miles".
std::string MilesText(Millimetres distance);

// The same between points of which one is only about right: "about 0.3 miles".
std::string AboutMilesText(Millimetres distance);

// "1,978".
std::string WithCommas(std::uint64_t number);

// "12 May 2026".
std::string LongDate(Date date);

// "?q=lunch&near=BS1" with what must be escaped escaped.
std::string QueryString(const std::vector<query::Parameter>& parameters);

// What a telephone dials for the first number in `phone`: "01632960001", "+441632960001". "" when
// nothing in it looks like a number of one, for what feeds write there is any text at all.
std::string DialText(std::string_view phone);

// What is not known, of a condition that a service does not answer: "whether it is free".
std::string_view DoubtText(query::FilterKind kind);

// "no place" becomes "No place": the beginning of a sentence.
std::string Capitalised(std::string_view text);

}  // namespace waypost::server
