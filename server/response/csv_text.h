#pragma once

// Comma-separated values (RFC 4180), and cells that a spreadsheet opens without harm.
//
//   std::string csv;
//   AppendCsvLine({"id", "name"}, csv);
//   AppendCsvLine({"1", SheetText("=1+1")}, csv);    // 1,'=1+1

#include <span>
#include <string>
#include <string_view>

namespace waypost::server {

// Cells with commas between them; those that need it stand in quotation marks. Ends with CR LF.
void AppendCsvLine(std::span<const std::string> cells, std::string& out);

// Text as a cell. A spreadsheet would run what begins with = + - @ or a tab as a formula, so an
// apostrophe comes before it. Control characters are left out, but for tabs and new lines inside.
std::string SheetText(std::string_view text);

// A telephone number as a cell. "+44 1632 960001" is no formula and stays as it is; one of digits
// alone, which a spreadsheet would take for a number and rob of its zero or plus, gets a blank:
// "01632960001" is "01632 960001", "+441632960001" is "+44 1632960001".
std::string SheetPhone(std::string_view phone);

}  // namespace waypost::server
