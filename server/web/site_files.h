#pragma once

// What search engines ask for: which pages there are, and which they should leave alone.
//
//   /robots.txt       results and lists are nobody's but those who ask for them
//   /sitemap.xml      an index of the maps
//   /sitemap-1.xml    20,000 services each, the pages about the site in the first
//
// Confidential services stand in no map.

#include "server/transport/http.h"
#include "server/web/site.h"

namespace waypost::server {

struct SiteFiles {
  const Site& site;
  HttpResponse Robots(const HttpRequest& request) const;
  HttpResponse Sitemaps(const HttpRequest& request) const;
  // `path` is "/sitemap-" and a number and ".xml"; 404 when there is no such map.
  HttpResponse Sitemap(const HttpRequest& request, std::string_view path) const;

  static bool IsSitemap(std::string_view path);
};

}  // namespace waypost::server
