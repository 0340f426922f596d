#pragma once

// The content of the page of a service.

#include "server/response/service_facts.h"
#include "server/web/page_links.h"
#include "server/web/render_page.h"
#include "server/web/service_question.h"
#include "server/web/site.h"

namespace waypost::server {

// "/services/ID", with the search that the page was asked with where that may leave a trace.
std::string OwnAddress(const AskedPage& asked, const ServiceQuestion& question,
                       const std::string& id);

PageData ServiceContent(const Site& site, const AskedPage& asked, const ServiceQuestion& question,
                        ServiceOrdinal service, const ServiceFacts& facts);

}  // namespace waypost::server
