#include "index_builder/fetch/url.h"

#include <algorithm>
#include <charconv>

#include "engine/core/ascii.h"

namespace waypost::fetch {
namespace {

constexpr std::size_t kMaxHost = 253;  // RFC 1035, 2.3.4

void AppendEncoded(char c, std::string& text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  text += '%';
  text += kDigits[byte >> 4U];
  text += kDigits[byte & 15U];
}

// What may stand in a path or a query as it is (RFC 3986), "%" among it: it is encoded already.
bool MayStand(char c) {
  return IsLetter(c) || IsDigit(c) ||
         std::string_view("-._~:/?@!$&'()*+,;=%").find(c) != std::string_view::npos;
}

std::string EncodeRest(std::string_view text) {
  std::string encoded;
  for (char c : text) {
    if (MayStand(c)) {
      encoded += c;
    } else {
      AppendEncoded(c, encoded);
    }
  }
  return encoded;
}

bool IsHost(std::string_view host) {
  if (host.empty() || host.size() > kMaxHost || host == "[") return false;
  const bool is_ipv6 = host.front() == '[' && host.back() == ']';
  if (is_ipv6) {
    host = host.substr(1, host.size() - 2);
    return host.find(':') != std::string_view::npos &&
           host.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
  }
  return std::all_of(host.begin(), host.end(), [](char c) {
    return IsLetter(c) || IsDigit(c) || c == '.' || c == '-' || c == '_';
  });
}

}  // namespace

std::string PercentEncode(std::string_view text) {
  std::string encoded;
  for (char c : text) {
    if (IsLetter(c) || IsDigit(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      AppendEncoded(c, encoded);
    }
  }
  return encoded;
}

absl::Status Url::TakeAuthority(std::string_view authority) {
  if (authority.find('@') != std::string_view::npos) {
    return InvalidArgument("an address must not hold a name or a password (before \"@\")");
  }
  port_ = is_secure() ? 443 : 80;
  const std::size_t colon = authority.rfind(':');
  if (colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos) {
    const std::string_view digits = authority.substr(colon + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port_);
    if (error != std::errc() || end != digits.data() + digits.size() || port_ < 1 ||
        port_ > 65535) {
      return InvalidArgument("the port of an address is a number from 1 to 65535");
    }
    authority = authority.substr(0, colon);
  }
  if (!IsHost(authority)) return InvalidArgument("the address names no host");
  host_ = LowerCase(authority);
  return absl::OkStatus();
}

void Url::TakeTarget(std::string_view target) {
  target = target.substr(0, target.find('#'));
  const std::size_t question = target.find('?');
  path_ = EncodeRest(target.substr(0, question));
  if (path_.empty()) path_ = "/";
  query_ =
      question == std::string_view::npos ? std::string() : EncodeRest(target.substr(question + 1));
}

absl::StatusOr<Url> Url::Parse(std::string_view text) {
  Url url;
  const std::size_t colon = text.find("://");
  url.scheme_ = LowerCase(text.substr(0, colon == std::string_view::npos ? 0 : colon));
  if (url.scheme_ != "http" && url.scheme_ != "https") {
    return InvalidArgument("an address begins with http:// or https://");
  }
  text.remove_prefix(colon + 3);
  const std::size_t end = std::min(text.find_first_of("/?#"), text.size());
  RETURN_IF_ERROR(url.TakeAuthority(text.substr(0, end)));
  url.TakeTarget(text.substr(end));
  return url;
}

absl::StatusOr<Url> Url::Resolve(std::string_view reference) const {
  const std::size_t colon = reference.find("://");
  if (colon != std::string_view::npos && colon < reference.find_first_of("/?#")) {
    return Parse(reference);
  }
  if (reference.starts_with("//")) {
    std::string text = scheme_ + ":";
    text += reference;
    return Parse(text);
  }
  Url url = *this;
  if (reference.starts_with('/')) {
    url.TakeTarget(reference);
  } else if (reference.starts_with('?')) {
    std::string target = path_;
    target += reference;
    url.TakeTarget(target);
  } else if (!reference.empty() && !reference.starts_with('#')) {
    std::string target = path_.substr(0, path_.rfind('/') + 1);
    target += reference;
    url.TakeTarget(target);
  }
  return url;
}

std::string Url::Origin() const {
  std::string origin = scheme_ + "://";
  origin += host_;
  if (port_ != (is_secure() ? 443 : 80)) origin += ':' + std::to_string(port_);
  return origin;
}

std::string Url::Target() const {
  std::string target = path_;
  if (!query_.empty()) {
    target += '?';
    target += query_;
  }
  return target;
}

Url Url::Below(std::string_view segment) const {
  Url url = *this;
  if (url.path_.ends_with('/')) url.path_.pop_back();
  url.path_ += '/';
  url.path_ += PercentEncode(segment);
  return url;
}

Url Url::Parent() const {
  Url url = *this;
  if (url.path_.ends_with('/')) url.path_.pop_back();
  url.path_ = url.path_.substr(0, url.path_.rfind('/') + 1);
  if (url.path_.empty()) url.path_ = "/";
  return url;
}

Url Url::With(const Parameters& parameters) const {
  Url url = *this;
  for (const auto& [name, value] : parameters) {
    if (!url.query_.empty()) url.query_ += '&';
    url.query_ += PercentEncode(name);
    url.query_ += '=';
    url.query_ += PercentEncode(value);
  }
  return url;
}

Url Url::Without(const std::vector<std::string_view>& names) const {
  Url url = *this;
  url.query_.clear();
  std::string_view rest = query_;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
    const std::string_view name = pair.substr(0, pair.find('='));
    if (pair.empty() || std::find(names.begin(), names.end(), name) != names.end()) continue;
    if (!url.query_.empty()) url.query_ += '&';
    url.query_ += pair;
  }
  return url;
}

}  // namespace waypost::fetch
