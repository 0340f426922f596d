#include "index_builder/record/contact_value.h"

#include <algorithm>
#include <array>

#include "engine/core/ascii.h"
#include "index_builder/record/folded_words.h"

namespace waypost::record {
namespace {

bool IsAlphanumeric(char c) { return IsLetter(c) || IsDigit(c); }

// Labels of letters, digits, hyphens (and bytes of an international name) with a dot among them.
bool IsHost(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.find("..") != std::string_view::npos) return false;
  if (host.front() == '.' || host.front() == '-') return false;
  const std::size_t dot = host.find('.');
  if (dot == std::string_view::npos || dot + 1 == host.size()) return false;
  for (char c : host) {
    const bool international = (static_cast<unsigned char>(c) & 0x80U) != 0;
    if (!IsAlphanumeric(c) && c != '.' && c != '-' && c != '_' && !international) return false;
  }
  return true;
}

// The host of "user@host:8080/path"; the part before the first slash, question mark or hash.
bool HasGoodAuthority(std::string_view rest) {
  std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  if (authority.find('@') != std::string_view::npos) return false;
  if (const std::size_t colon = authority.find(':'); colon != std::string_view::npos) {
    for (char c : authority.substr(colon + 1)) {
      if (c < '0' || c > '9') return false;
    }
    authority = authority.substr(0, colon);
  }
  return IsHost(authority);
}

constexpr std::array<std::string_view, 3> kSchemes = {"https", "http", "ftp"};

// Splits "http://rest", also "http:/rest", "http:rest", "http//rest" and "HTTP://rest". `scheme` is
// empty when there is none.
struct SchemeAndRest {
  std::string_view scheme;
  std::string_view rest;
  bool repaired = false;
};

SchemeAndRest SplitScheme(std::string_view text) {
  for (std::string_view scheme : kSchemes) {
    if (text.size() <= scheme.size()) continue;
    if (!EqualsIgnoringCase(text.substr(0, scheme.size()), scheme)) continue;
    std::string_view rest = text.substr(scheme.size());
    const bool colon = rest.front() == ':';
    if (!colon && !rest.starts_with("//")) continue;
    const bool exact = text.starts_with(scheme) && rest.starts_with("://");
    rest.remove_prefix(colon ? 1 : 0);
    while (rest.starts_with('/') || rest.starts_with('\\') || rest.starts_with(' ')) {
      rest.remove_prefix(1);
    }
    return {scheme, rest, !exact};
  }
  return {{}, text, true};
}

std::string WithoutControlCharacters(std::string_view text) {
  std::string kept;
  for (char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte != 0x7F) kept += c;
  }
  return kept;
}

// Spaces and what may not stand in an address as it is become percent codes.
bool AppendEscaped(std::string_view rest, std::string& url) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  bool changed = false;
  for (char c : rest) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == ' ' || c == '"' || c == '<' || c == '>' || c == '`' || c == '{' || c == '}' ||
        c == '|' || c == '\\' || c == '^') {
      url += '%';
      url += kHex[byte >> 4U];
      url += kHex[byte & 0xFU];
      changed = true;
    } else {
      url += c;
    }
  }
  return changed;
}

// "a@x.org" of "Anne <a@x.org>", "mailto:a@x.org?subject=..".
std::string_view BareAddress(std::string_view text) {
  const std::size_t open = text.find('<');
  const std::size_t close = text.find('>');
  if (open != std::string_view::npos && close != std::string_view::npos && open < close) {
    text = Trim(text.substr(open + 1, close - open - 1));
  }
  constexpr std::string_view kMailto = "mailto:";
  if (text.size() > kMailto.size() && EqualsIgnoringCase(text.substr(0, kMailto.size()), kMailto)) {
    text = Trim(text.substr(kMailto.size()));
    text = text.substr(0, text.find('?'));
  }
  // Of several addresses the first one counts.
  const std::size_t at = text.find('@');
  if (at != std::string_view::npos) {
    text = text.substr(0, text.find_first_of(",; /\n", at));
    if (const std::size_t gap = text.find_last_of(" \n:", at); gap != std::string_view::npos) {
      text = text.substr(gap + 1);
    }
  }
  while (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

bool IsLocalPart(std::string_view local) {
  if (local.empty() || local.size() > 64) return false;
  for (char c : local) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) return false;
    if (std::string_view("\"(),:;<>@[\\]").find(c) != std::string_view::npos) return false;
  }
  return true;
}

}  // namespace

std::optional<ContactValue> ReadUrl(std::string_view text) {
  const std::string kept = WithoutControlCharacters(Trim(text));
  const SchemeAndRest split = SplitScheme(Trim(kept));
  // Two addresses in one value: the first one counts.
  std::string_view rest = split.rest;
  const std::size_t second = std::min(rest.find(" http"), rest.find(" www."));
  const bool cut = second != std::string_view::npos;
  if (cut) rest = rest.substr(0, second);
  for (rest = Trim(rest); rest.ends_with(',') || rest.ends_with(';'); rest = Trim(rest)) {
    rest.remove_suffix(1);
  }
  if (!HasGoodAuthority(rest)) return std::nullopt;
  ContactValue url;
  url.value = split.scheme.empty() ? "http" : std::string(split.scheme);
  url.value += "://";
  const bool escaped = AppendEscaped(rest, url.value);
  url.repaired = split.repaired || cut || escaped || url.value != text;
  return url;
}

std::optional<ContactValue> ReadEmail(std::string_view text) {
  const std::string_view address = BareAddress(Trim(text));
  const std::size_t at = address.find('@');
  if (at == std::string_view::npos || !IsLocalPart(address.substr(0, at)) ||
      !IsHost(address.substr(at + 1))) {
    return std::nullopt;
  }
  return ContactValue{std::string(address), address != text};
}

}  // namespace waypost::record
