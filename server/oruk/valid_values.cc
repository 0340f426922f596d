#include "server/oruk/valid_values.h"

#include <algorithm>
#include <array>

#include "engine/core/ascii.h"
#include "engine/core/date.h"
#include "engine/query/parse_values.h"

namespace waypost::oruk {
namespace {

constexpr std::array<std::string_view, 5> kSchemes = {"https", "http", "ftp", "wss", "ws"};
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

bool IsHexDigit(char c) {
  const char lower = IsLetter(c) ? static_cast<char>(c | 0x20) : c;
  return IsDigit(c) || (lower >= 'a' && lower <= 'f');
}

bool IsEscape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && IsHexDigit(text[at + 1]) &&
         IsHexDigit(text[at + 2]);
}

// What RFC 3986 lets stand in a path and, with "/" and "?", in a query.
bool MayStand(char c) {
  return IsLetter(c) || IsDigit(c) ||
         std::string_view("-._~!$&'()*+,;=:@/?").find(c) != std::string_view::npos;
}

// The one "#" that begins the fragment stays; all else that must not stand is escaped.
std::string Escaped(std::string_view rest) {
  std::string out;
  bool in_fragment = false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    const bool begins_fragment = c == '#' && !in_fragment;
    if (MayStand(c) || begins_fragment || IsEscape(rest, i)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.append({'%', kHexDigits[byte >> 4], kHexDigits[byte & 0xF]});
    }
    in_fragment = in_fragment || begins_fragment;
  }
  return out;
}

bool IsHostByte(char c) { return IsLetter(c) || IsDigit(c) || c == '-' || c == '.' || c == '_'; }

// "www.x.org", "x.org:8080"; with a dot, unless it has a scheme and may be a name of some network.
bool IsHost(std::string_view text, bool has_scheme) {
  const std::size_t colon = text.find(':');
  const std::string_view name = text.substr(0, colon);
  const std::string_view port = colon == std::string_view::npos ? "" : text.substr(colon + 1);
  if (name.empty() || name.front() == '.' || name.front() == '-') return false;
  const std::size_t dot = name.find('.');
  const bool has_dot = dot != std::string_view::npos && dot + 1 < name.size();
  return (has_scheme || has_dot) && std::ranges::all_of(name, IsHostByte) &&
         std::ranges::all_of(port, IsDigit);
}

bool IsLabel(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::ranges::all_of(text, [](char c) { return IsLetter(c) || IsDigit(c) || c == '-'; });
}

bool IsAtom(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return IsLetter(c) || IsDigit(c) ||
           std::string_view("!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
  });
}

}  // namespace

std::optional<std::string> ValidAddress(std::string_view text) {
  text = query::Trim(text);
  std::string scheme = "https";
  const std::size_t mark = text.find("://");
  const bool has_scheme = mark != std::string_view::npos && mark < 8;
  if (has_scheme) {
    scheme = LowerCase(text.substr(0, mark));
    if (std::ranges::find(kSchemes, scheme) == kSchemes.end()) return std::nullopt;
    text.remove_prefix(mark + 3);
  } else if (text.starts_with("//")) {
    text.remove_prefix(2);
  }
  const std::size_t end = std::min(text.find_first_of("/?#"), text.size());
  const std::string_view host = text.substr(0, end);
  if (!IsHost(host, has_scheme)) return std::nullopt;
  return scheme + "://" + std::string(host) + Escaped(text.substr(end));
}

std::optional<std::string> ValidEmail(std::string_view text) {
  text = query::Trim(text);
  if (LowerCase(text.substr(0, 7)) == "mailto:") text.remove_prefix(7);
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  for (std::string_view atom : query::SplitAt(text.substr(0, at), '.')) {
    if (!IsAtom(atom)) return std::nullopt;
  }
  const std::vector<std::string_view> labels = query::SplitAt(text.substr(at + 1), '.');
  if (labels.size() < 2 || !std::ranges::all_of(labels, IsLabel)) return std::nullopt;
  return std::string(text);
}

std::string CountryCode(std::string_view text) {
  text = query::Trim(text);
  const bool is_code = text.size() == 2 && IsLetter(text[0]) && IsLetter(text[1]);
  if (!is_code || LowerCase(text) == "uk") return "GB";
  return {ToUpper(text[0]), ToUpper(text[1])};
}

std::optional<std::string> ValidDate(std::string_view text) {
  text = query::Trim(text).substr(0, 10);
  const std::optional<Date> date = ParseIsoDate(text);
  if (!date) return std::nullopt;
  return FormatIsoDate(*date);
}

bool IsBlank(std::string_view text) { return std::ranges::all_of(text, IsSpace); }

}  // namespace waypost::oruk
