#pragma once

// How single values are written in Open Referral UK, strictly. The lenient readers of
// index_builder/record say what a builder would make of the rest.

#include <optional>
#include <string>
#include <string_view>

namespace waypost::validate {

// 8-4-4-4-12 hexadecimal digits, in either case.
bool IsUuid(std::string_view text);
// "2026-11-21T14:05:00Z", "...+01:00", with or without fractions: RFC 3339, with its offset.
bool IsMoment(std::string_view text);
// "2026-11-21", "2026-11-21T..." or "21/11/2026[ 14:05:00]", as servers of 1.0 write dates.
bool IsFeedDate(std::string_view text);
// "09:30", "09:30:00", both also with "Z" or an offset.
bool IsClockTime(std::string_view text);
// "HH:MM" of a text that IsClockTime.
std::string MinuteText(std::string_view clock_time);

// nullopt when `text` is a web address with a scheme; else what it probably means, "" for nothing.
std::optional<std::string> MendedUrl(std::string_view text);
std::optional<std::string> MendedEmail(std::string_view text);

// Any absolute URI: a scheme, a colon and characters that RFC 3986 allows; escapes are whole.
bool IsUri(std::string_view text);

// The host is one that nobody has: example.com and the like, localhost.
bool IsPlaceholderAddress(std::string_view address);

// Days as "MO,TU" or "2MO"; nullopt for anything else. `has_ordinal` says whether a number stands
// before one.
struct Days {
  bool has_ordinal = false;
};
std::optional<Days> ReadDays(std::string_view text);
// "1,15,-1": numbers from 1 to 31 or from -31 to -1.
bool AreMonthDays(std::string_view text);

}  // namespace waypost::validate
