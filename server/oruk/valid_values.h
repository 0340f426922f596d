#pragma once

// Values of feeds as the official schemas want them: mended where it is plain what was meant, else
// nothing. ORUK.md has the rules.

#include <optional>
#include <string>
#include <string_view>

namespace waypost::oruk {

// An absolute address of http, https, ftp, ws or wss: "www.x.org/a b" becomes
// "https://www.x.org/a%20b". Nothing for what names no host.
std::optional<std::string> ValidAddress(std::string_view text);

// Nothing for what is no plain address of mail.
std::optional<std::string> ValidEmail(std::string_view text);

// "GB" for every name of the United Kingdom and what is no code of two letters; else the code.
std::string CountryCode(std::string_view text);

// A date of a feed, "2026-11-21", also where a time follows it; nothing for what has none.
std::optional<std::string> ValidDate(std::string_view text);

// True when nothing but white space is in it.
bool IsBlank(std::string_view text);

}  // namespace waypost::oruk
