#pragma once

// Numbers and yes/no values as feeds write them, from text or from the text of a JSON scalar.
//
//   ReadNumber(" 5.0 ")    5          ReadInteger("5.0")   5         ReadBool("Yes")   true
//   ReadNumber("1e3")      1000       ReadInteger("5.5")   nullopt   ReadBool("1")     true
//   ReadNumber("12 miles") nullopt    ReadAmount("£1,250.50") 1250.5 ReadAge("18 months") 1.5
//
// nullopt means "could not be read" as well as "empty": callers that want to tell an empty text
// from an unreadable one look at the text first. NaN, infinities and hexadecimal are unreadable.
// Neither locale nor allocation; O(length).

#include <cstdint>
#include <optional>
#include <string_view>

namespace waypost::record {

// A decimal number, with spaces around it and a "+" in front if need be.
std::optional<double> ReadNumber(std::string_view text);

// A whole number, also written with a zero fraction ("5.0").
std::optional<std::int64_t> ReadInteger(std::string_view text);

// true/false, yes/no, y/n, t/f, on/off, 1/0, in any case.
std::optional<bool> ReadBool(std::string_view text);

// An amount of money: a number with a currency sign or code ("£", "GBP", "p" is not read) before or
// after it and commas between groups of three digits. "free" is not a number.
std::optional<double> ReadAmount(std::string_view text);

// An age in years: a number, with "years", "yrs", "y", "months", "mths", "m" or "weeks" after it.
std::optional<double> ReadAge(std::string_view text);

}  // namespace waypost::record
