#pragma once

// The search from which somebody came to a service, when the page's address holds it: why the
// service was found, what is in doubt, and from where distances are told.

#include <optional>
#include <string>

#include "engine/query/query.h"
#include "engine/query/resolved_query.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct ServiceQuestion {
  query::Query query;
  bool is_asked = false;  // the address holds a search
  // The search must leave no trace; also where that is all that the address tells of it.
  bool is_sensitive = false;
  std::optional<query::Place> place;
  // "" where the service is not among what the search finds, or nothing is to be said.
  std::string why, doubt;
};

// A search that cannot be read, or names what the index does not know, is none.
ServiceQuestion ReadServiceQuestion(const Site& site, const AskedPage& asked,
                                    ServiceOrdinal service);

// How far the document is from where was asked; "" when that is not told.
std::string DistanceFrom(const Site& site, const ServiceQuestion& question, DocId doc);

}  // namespace waypost::server
