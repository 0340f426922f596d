#include "index_builder/validate/value_format.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/core/ascii.h"
#include "engine/core/date.h"
#include "index_builder/record/contact_value.h"

namespace waypost::validate {
namespace {

bool IsHexDigit(char c) { return IsDigit(c) || (ToLower(c) >= 'a' && ToLower(c) <= 'f'); }

// Digits where `shape` has "0", else the same characters.
bool HasShape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (shape[i] == '0' ? !IsDigit(text[i]) : text[i] != shape[i]) return false;
  }
  return true;
}

int TwoDigits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

bool IsOffset(std::string_view text) {
  if (text == "Z" || text == "z") return true;
  if (!HasShape(text, "+00:00") && !HasShape(text, "-00:00")) return false;
  return TwoDigits(text.substr(1)) < 24 && TwoDigits(text.substr(4)) < 60;
}

// Removes "HH:MM[:SS[.sss]]" from the front; false when there is none.
bool TakeTime(std::string_view& text, bool needs_seconds) {
  if (text.size() < 5 || !HasShape(text.substr(0, 5), "00:00")) return false;
  if (TwoDigits(text) > 23 || TwoDigits(text.substr(3)) > 59) return false;
  text.remove_prefix(5);
  if (!text.starts_with(':')) return !needs_seconds;
  if (text.size() < 3 || !HasShape(text.substr(0, 3), ":00") || TwoDigits(text.substr(1)) > 59) {
    return false;
  }
  text.remove_prefix(3);
  if (!text.starts_with('.')) return true;
  const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
  text.remove_prefix(end);
  return end > 1;
}

// "23:59:60", and what follows says Greenwich: where leap seconds stand.
bool IsLeapSecond(std::string_view text) {
  constexpr std::string_view kLast = "23:59:60";
  if (!text.starts_with(kLast)) return false;
  text.remove_prefix(kLast.size());
  return text == "Z" || text == "z" || text == "+00:00" || text == "-00:00";
}

bool TakeDate(std::string_view& text) {
  if (!ParseIsoDate(text.substr(0, 10))) return false;
  text.remove_prefix(10);
  return true;
}

// Calls `each` with the parts between separators until one returns false.
template <typename Each>
bool AllParts(std::string_view text, char separator, const Each& each) {
  for (;;) {
    const std::size_t end = text.find(separator);
    if (!each(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

bool IsDayCode(std::string_view text) {
  constexpr std::array<std::string_view, 7> kDays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  return std::find(kDays.begin(), kDays.end(), text) != kDays.end();
}

std::optional<int> WholeNumber(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool IsSchemeCharacter(char c) {
  return IsLetter(c) || IsDigit(c) || c == '+' || c == '-' || c == '.';
}

// What RFC 3986 lets stand in a path, a query or a fragment.
bool HasUriCharacters(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !IsHexDigit(text[i + 1]) || !IsHexDigit(text[i + 2]))
        return false;
    } else if (!IsLetter(c) && !IsDigit(c) &&
               std::string_view("-._~!$&'()*+,;=:@/?").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

// Words of what RFC 5322 calls atoms, and a host of two labels at least.
bool IsMailAddress(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return false;
  const auto is_atom = [](std::string_view atom) {
    return !atom.empty() && std::all_of(atom.begin(), atom.end(), [](char c) {
      return IsLetter(c) || IsDigit(c) ||
             std::string_view("!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
    });
  };
  const auto is_label = [](std::string_view label) {
    return !label.empty() && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(),
                       [](char c) { return IsLetter(c) || IsDigit(c) || c == '-'; });
  };
  const std::string_view host = text.substr(at + 1);
  return AllParts(text.substr(0, at), '.', is_atom) && AllParts(host, '.', is_label) &&
         host.find('.') != std::string_view::npos;
}

bool IsWebSocket(std::string_view text) {
  for (std::string_view scheme : {"ws://", "wss://"}) {
    const bool has_scheme = LowerCase(text.substr(0, scheme.size())) == scheme;
    if (has_scheme && text.size() > scheme.size()) return IsUri(text);
  }
  return false;
}

// "http://[::1]:80/": a host that is a number of IPv6.
bool HasNumberedHost(std::string_view text) {
  const std::size_t open = text.find("://[");
  if (open == std::string_view::npos || !IsUri(text)) return false;
  const std::string scheme = LowerCase(text.substr(0, open));
  if (scheme != "http" && scheme != "https" && scheme != "ftp") return false;
  const std::size_t begin = open + 4;
  const std::size_t close = text.find(']', begin);
  if (close == std::string_view::npos || close < begin + 2) return false;
  const std::string_view number = text.substr(begin, close - begin);
  const char behind = close + 1 < text.size() ? text[close + 1] : '/';
  return number.find(':') != std::string_view::npos &&
         std::all_of(number.begin(), number.end(),
                     [](char c) { return IsHexDigit(c) || c == ':' || c == '.'; }) &&
         std::string_view(":/?#").find(behind) != std::string_view::npos;
}

}  // namespace

bool IsUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_dash ? text[i] != '-' : !IsHexDigit(text[i])) return false;
  }
  return true;
}

bool IsMoment(std::string_view text) {
  if (!TakeDate(text) || text.empty() || ToLower(text.front()) != 't') return false;
  text.remove_prefix(1);
  return IsLeapSecond(text) || (TakeTime(text, /*needs_seconds=*/true) && IsOffset(text));
}

bool IsFeedDate(std::string_view text) {
  if (text.size() >= 10 && HasShape(text.substr(0, 10), "00/00/0000")) {
    const std::string iso = std::string(text.substr(6, 4)) + '-' + std::string(text.substr(3, 2)) +
                            '-' + std::string(text.substr(0, 2));
    if (!ParseIsoDate(iso)) return false;
    text.remove_prefix(10);
    if (text.empty()) return true;
    if (!text.starts_with(' ')) return false;
    text.remove_prefix(1);
    return TakeTime(text, /*needs_seconds=*/true) && text.empty();
  }
  if (!TakeDate(text)) return false;
  if (text.empty()) return true;
  if (!text.starts_with('T')) return false;
  text.remove_prefix(1);
  return TakeTime(text, /*needs_seconds=*/false) && (text.empty() || IsOffset(text));
}

bool IsClockTime(std::string_view text) {
  return TakeTime(text, /*needs_seconds=*/false) && (text.empty() || IsOffset(text));
}

std::string MinuteText(std::string_view clock_time) { return std::string(clock_time.substr(0, 5)); }

std::optional<std::string> MendedUrl(std::string_view text) {
  if (IsWebSocket(text) || HasNumberedHost(text)) return std::nullopt;
  const std::optional<record::ContactValue> read = record::ReadUrl(text);
  // Nobody can guess how a host is written in ASCII, and the formats of the standard know no other.
  if (!read || !IsUri(read->value)) return "";
  // A scheme may be in capitals.
  if (LowerCase(read->value) != LowerCase(text)) return read->value;
  return std::nullopt;
}

std::optional<std::string> MendedEmail(std::string_view text) {
  const std::optional<record::ContactValue> read = record::ReadEmail(text);
  if (!read || !IsMailAddress(read->value)) return "";
  if (read->repaired) return read->value;
  return std::nullopt;
}

bool IsUri(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon + 1 == text.size()) return false;
  const std::string_view scheme = text.substr(0, colon);
  if (!IsLetter(text.front()) || !std::all_of(scheme.begin(), scheme.end(), IsSchemeCharacter)) {
    return false;
  }
  std::string_view rest = text.substr(colon + 1);
  if (rest.starts_with("//[")) {
    const std::size_t close = rest.find(']');
    if (close == std::string_view::npos) return false;
    rest.remove_prefix(close + 1);
  }
  const std::size_t hash = std::min(rest.find('#'), rest.size());
  return HasUriCharacters(rest.substr(0, hash)) &&
         HasUriCharacters(rest.substr(std::min(hash + 1, rest.size())));
}

bool IsPlaceholderAddress(std::string_view address) {
  const std::size_t at = address.find_first_of("@/");
  if (at == std::string_view::npos) return false;
  address.remove_prefix(std::min(address.find_first_not_of("@/", at), address.size()));
  const std::string host = LowerCase(address.substr(0, address.find_first_of("/:?#")));
  if (host == "localhost" || host == "127.0.0.1") return true;
  constexpr std::array<std::string_view, 4> kNames = {"example.com", "example.org", "example.net",
                                                      "example.co.uk"};
  return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view name) {
    if (!host.ends_with(name)) return false;
    return host.size() == name.size() || host[host.size() - name.size() - 1] == '.';
  });
}

std::optional<Days> ReadDays(std::string_view text) {
  Days days;
  const bool good = AllParts(text, ',', [&](std::string_view part) {
    if (part.size() < 2 || !IsDayCode(part.substr(part.size() - 2))) return false;
    const std::string_view ordinal = part.substr(0, part.size() - 2);
    if (ordinal.empty()) return true;
    days.has_ordinal = true;
    const std::optional<int> number = WholeNumber(ordinal);
    return number && *number != 0 && *number >= -5 && *number <= 5;
  });
  if (!good) return std::nullopt;
  return days;
}

bool AreMonthDays(std::string_view text) {
  return AllParts(text, ',', [](std::string_view part) {
    const std::optional<int> day = WholeNumber(part);
    return day && *day != 0 && *day >= -31 && *day <= 31;
  });
}

}  // namespace waypost::validate
