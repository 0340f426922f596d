#pragma once

// Addresses of this server that others can follow: links in answers that must be absolute.

#include <string>
#include <string_view>

#include "server/transport/http.h"

namespace waypost::server {

// `path` as the client reaches it: "http://127.0.0.1:8080/openapi.json".
//
// The host is the one that was asked; of a client that names none, or something that is no host,
// "localhost". The scheme is https where a proxy says so in X-Forwarded-Proto.
std::string OwnAddress(const HttpRequest& request, std::string_view path);

}  // namespace waypost::server
