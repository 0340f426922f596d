#pragma once

// Ways to a search without words: needs and personas as a person would name them, kinds of service
// from A to Z. Each with how many services there are, near a place if one is given.

#include "server/transport/http.h"
#include "server/web/asked_page.h"
#include "server/web/site.h"

namespace waypost::server {

struct BrowsePage {
  const Site& site;
  HttpResponse Needs(const AskedPage& asked) const;
  HttpResponse Types(const AskedPage& asked) const;
  HttpResponse Personas(const AskedPage& asked) const;
};

}  // namespace waypost::server
