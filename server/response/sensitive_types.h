#pragma once

// Which service types tell of a sensitive need. Wide types ("Mental health support") are mapped to
// needs of which publishers said nothing: of a dementia café nobody shall read that it helps in a
// crisis.

#include <algorithm>

#include "engine/index/index.h"

namespace waypost::server {

// True when `type` serves needs, and sensitive ones alone. O(needs of the type).
inline bool ServesSensitiveAlone(const Index& index, TaxonomyTermId type) {
  const auto needs = index.needs_of_type(type);
  return !needs.empty() && std::ranges::all_of(needs, [&](TaxonomyTermId need) {
    return index.taxonomy().IsSensitive(need);
  });
}

// Whether a service of `type` may be said to help with `need`, which the type serves.
inline bool TellsOf(const Index& index, TaxonomyTermId type, TaxonomyTermId need) {
  return !index.taxonomy().IsSensitive(need) || ServesSensitiveAlone(index, type);
}

}  // namespace waypost::server
