#pragma once

// The places of a service, each with its own times, access and phone.

#include <vector>

#include "server/response/service_facts.h"
#include "server/web/page_data.h"
#include "server/web/service_question.h"
#include "server/web/site.h"

namespace waypost::server {

// Of templates/service.mustache, in the order of the record, the nearest first where distances are
// told. A confidential place says its district and phone alone.
std::vector<PageData> VenueContents(const Site& site, const InterfaceText& text,
                                    const ServiceQuestion& question, ServiceOrdinal service,
                                    const ServiceFacts& facts);

}  // namespace waypost::server
