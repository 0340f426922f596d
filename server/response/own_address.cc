#include "server/response/own_address.h"

#include <algorithm>

#include "engine/core/ascii.h"

namespace waypost::server {
namespace {

// A name or an address, maybe with a port; an address of IPv6 stands in brackets. What is none
// must not become part of a link.
bool IsHost(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return IsDigit(c) || IsLetter(c) ||
           std::string_view(".-_:[]").find(c) != std::string_view::npos;
  });
}

}  // namespace

std::string OwnAddress(const HttpRequest& request, std::string_view path) {
  const bool is_secure = LowerCase(request.Header("x-forwarded-proto")) == "https";
  const std::string_view host = request.Header("host");
  std::string address = is_secure ? "https://" : "http://";
  address.append(IsHost(host) ? host : "localhost").append(path);
  return address;
}

}  // namespace waypost::server
