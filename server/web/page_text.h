#pragma once

// Values of an answer as a person says them.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/date.h"
#include "engine/core/units.h"

namespace waypost::server {

// "0.3 miles", "12 miles", "under 0.1 miles".
std::string MilesText(Millimetres distance);

// "12 May 2026".
std::string LongDate(Date date);

// "?q=lunch&near=BS1" with what must be escaped escaped.
std::string QueryString(const std::vector<std::pair<std::string, std::string>>& parameters);

// The digits that a telephone dials: "01632960001".
std::string DialText(std::string_view phone);

}  // namespace waypost::server
