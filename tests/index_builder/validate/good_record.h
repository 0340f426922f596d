#pragma once

// A record of each dialect in which nothing is wrong, with every part that the dialect has.

#include <string>
#include <string_view>

#include "index_builder/validate/finding_kind.h"

namespace waypost::validate {

// Number 1 to 9; all ids of a record hold its number, its name is "Chair yoga <number>".
std::string GoodRecord(Standard standard, int number = 1);

// The row of it in a list: no lists.
std::string GoodRow(Standard standard, int number = 1);

// "<part>0000000-0000-4000-8000-00000000000<number>".
std::string GoodId(int number, char part = '1');

// The day by which the records' dates are good.
inline constexpr std::string_view kGoodDay = "2026-11-21";

// `text` with the first `from` replaced; a failed expectation when it is not there.
std::string Replaced(std::string text, std::string_view from, std::string_view to);

}  // namespace waypost::validate
