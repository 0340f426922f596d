#pragma once

// Rows of JSON as a table: nested members have dotted headers ("organization.name"), several values
// of one member stand in one field with a bar between them, as the reference server of 1.0 writes
// them.

#include <string>
#include <string_view>

namespace waypost::oruk {

// `rows` is a JSON array of objects. Columns stand in the order in which rows come to them; lines
// end as RFC 4180 says. Without rows there is one column, "id".
std::string CsvTable(std::string_view rows);

}  // namespace waypost::oruk
