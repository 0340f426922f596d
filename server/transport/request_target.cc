#include "server/transport/request_target.h"

#include <algorithm>

#include "engine/core/ascii.h"

namespace waypost::server {
namespace {

int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Splits `text` at the first `mark`; the second part is empty when there is none.
std::pair<std::string_view, std::string_view> SplitOnce(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

// "http://host/path" is what a client sends to a proxy, and every server must take it. Returns what
// follows the host, from its '/', '?' or '#' on; nothing when the host is missing. The scheme is
// read in any case, as it is everywhere.
std::optional<std::string_view> WithoutAuthority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (LowerCase(target.substr(0, scheme.size())) != scheme) continue;
    target.remove_prefix(scheme.size());
    const std::size_t end = std::min(target.find_first_of("/?#"), target.size());
    if (end == 0) return std::nullopt;
    return target.substr(end);
  }
  return target;
}

}  // namespace

std::string DecodePercent(std::string_view text, bool plus_is_space) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && text.size() - i > 2) {
      const int high = HexValue(text[i + 1]);
      const int low = HexValue(text[i + 2]);
      if (high >= 0 && low >= 0) {
        out.push_back(static_cast<char>(high * 16 + low));
        i += 2;
        continue;
      }
    }
    out.push_back(plus_is_space && text[i] == '+' ? ' ' : text[i]);
  }
  return out;
}

RequestParameters ParseParameters(std::string_view text) {
  RequestParameters parameters;
  while (!text.empty()) {
    const auto [pair, rest] = SplitOnce(text, '&');
    text = rest;
    if (pair.empty()) continue;
    const auto [name, value] = SplitOnce(pair, '=');
    parameters.emplace_back(DecodePercent(name, true), DecodePercent(value, true));
  }
  return parameters;
}

std::optional<RequestTarget> ParseRequestTarget(std::string_view target) {
  if (target == "*") return RequestTarget{.path = "*"};
  const std::optional<std::string_view> rest = WithoutAuthority(target);
  if (!rest) return std::nullopt;
  const auto [path, query] = SplitOnce(SplitOnce(*rest, '#').first, '?');
  const bool is_whole_address = rest->size() < target.size();
  if (!path.starts_with('/') && !(path.empty() && is_whole_address)) return std::nullopt;
  RequestTarget out{.path = path.empty() ? "/" : DecodePercent(path, false)};
  out.parameters = ParseParameters(query);
  return out;
}

}  // namespace waypost::server
