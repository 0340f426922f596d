#include "server/request/origin.h"

#include <algorithm>

#include "engine/core/ascii.h"

namespace waypost::server {
namespace {

// Names, addresses of both kinds, a port.
bool IsHostByte(char c) {
  constexpr std::string_view kMarks = "-._:[]";
  return IsLetter(c) || IsDigit(c) || kMarks.find(c) != std::string_view::npos;
}

}  // namespace

std::string HostOf(const HttpRequest& request) {
  constexpr std::size_t kLongest = 261;  // a name of 255 bytes and a port
  const std::string_view host = request.Header("host");
  if (host.size() > kLongest || !std::ranges::all_of(host, IsHostByte)) return {};
  return LowerCase(host);
}

std::string OriginOf(const HttpRequest& request) {
  const std::string host = HostOf(request);
  if (host.empty()) return {};
  const bool is_secure = LowerCase(request.Header("x-forwarded-proto")) == "https";
  return (is_secure ? "https://" : "http://") + host;
}

}  // namespace waypost::server
