#pragma once

// gzip for clients that ask for it (RFC 9110, 8.4 and 12.5.3).

#include <string>
#include <string_view>

#include "server/transport/http.h"

namespace waypost::server {

// Whether an Accept-Encoding header allows gzip: named, or by "*", and not with q=0.
bool AcceptsGzip(std::string_view accept_encoding);

// `bytes` as a gzip file; "" when memory runs out.
std::string Gzip(std::string_view bytes);

// Codes the body of an answer of text if `request` asks for it and it is long enough to be worth
// it, and says that the answer depends on that (Vary). A strong entity tag becomes a weak one: it
// was of other bytes. A body that comes in pieces is coded piece by piece.
void CodeContent(const HttpRequest& request, HttpResponse& response);

}  // namespace waypost::server
