#pragma once

// Where a request was sent, for answers that are read elsewhere and so need whole addresses.
//
//   OriginOf(request)   // "https://find.example.org", or "" when the request does not say
//
// The host is that of the request's Host header, the scheme http, or https where a proxy in front
// says so (X-Forwarded-Proto). What is no host name, address or port is not repeated.

#include <string>
#include <string_view>

#include "server/transport/http.h"

namespace waypost::server {

// "find.example.org:8080", in lower case; "" for none.
std::string HostOf(const HttpRequest& request);

// With its scheme; "" without a host, and then addresses are relative.
std::string OriginOf(const HttpRequest& request);

}  // namespace waypost::server
