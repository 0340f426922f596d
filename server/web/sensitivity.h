#pragma once

// Whether a question is one that nobody else should see in this browser, and what to do at once
// where minutes count.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/query/query.h"
#include "server/web/site.h"

namespace waypost::server {

struct Sensitivity {
  bool is_sensitive = false;
  // Each once, in the order of the conditions.
  std::vector<std::string_view> crisis_lines;
};

// Of the needs, circumstances and personas that are asked, of service types that serve nothing
// else, of terms of any vocabulary, and of what the words mean; `typed` is what they were read
// from.
Sensitivity SensitivityOf(const Site& site, const query::Query& query,
                          std::span<const std::string> typed = {});

// Of what a service is there for, by its types and by the needs that it states; one whose place is
// hidden is sensitive too.
Sensitivity SensitivityOf(const Site& site, ServiceOrdinal service);

}  // namespace waypost::server
