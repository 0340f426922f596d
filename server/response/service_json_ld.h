#pragma once

// A service for machines that read pages: schema.org in JSON-LD, of type Service. Only what is
// stated; of a confidential place neither address nor point.

#include <string>

#include "engine/index/index.h"
#include "server/response/service_facts.h"

namespace waypost::server {

std::string ServiceJsonLd(const Index& index, ServiceOrdinal service, const ServiceFacts& facts);

}  // namespace waypost::server
