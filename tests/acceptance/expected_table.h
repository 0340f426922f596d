#pragma once

// The table of acceptance questions, expected.tsv, as rows of named cells.
//
// Lines that begin with '#' are for people; the first other line names the columns.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/query/parse_query.h"

namespace waypost::testing {

// "-" is a cell that says nothing.
using ExpectedRow = std::map<std::string, std::string, std::less<>>;

// Empty when the file cannot be read.
std::vector<ExpectedRow> ReadTable(const std::string& path);

// "a; b; c" to its parts; "-" to none.
std::vector<std::string> ListCell(const std::string& cell);

// "near=BS1+4TR&within=5mi" to its decoded pairs.
std::vector<query::Parameter> ParametersOf(std::string_view query_string);

}  // namespace waypost::testing
