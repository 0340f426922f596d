#pragma once

// The service that an address below /api/services/ names.

#include <optional>
#include <string_view>

#include "engine/index/index.h"
#include "server/transport/http.h"

namespace waypost::server {

// Nothing for an id that no service has, or that is none. O(log services).
std::optional<ServiceOrdinal> FindService(const Index& index, std::string_view id);

// The problem that says so.
HttpResponse UnknownService();

}  // namespace waypost::server
