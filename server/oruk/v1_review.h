#pragma once

// Reviews of ORUK 1.0.

#include "server/oruk/v1_service.h"

namespace waypost::oruk {

// "reviews" of a service.
void WriteV1Reviews(const ServiceRecord& service, JsonText& json);

// The members of the review with that id, with a row of its service. False, and nothing written,
// when the service has no such review.
bool WriteV1Review(const V1Writing& writing, const ServiceRecord& service, std::string_view id,
                   JsonText& json);

}  // namespace waypost::oruk
