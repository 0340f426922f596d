#pragma once

// /services/{id}/report: whom to tell what is wrong with a service. Nothing is sent or kept here:
// what is wrong is wrong at its source.

#include "server/response/service_facts.h"
#include "server/web/render_page.h"
#include "server/web/site.h"

namespace waypost::server {

// Whom to tell: the address for corrections that the source names, else the site of its publisher,
// else how the service itself is reached.
Page ServiceReport(const Site& site, const AskedPage& asked, ServiceOrdinal service,
                   const ServiceFacts& facts);

}  // namespace waypost::server
