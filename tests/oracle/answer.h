#pragma once

// The common form to which the linear scan and the real engine are reduced, so that they can be
// compared: what a person would see of an answer, without the words around it.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/query/query.h"

namespace waypost::oracle {

// A service on the page, at its best document.
struct Hit {
  std::string public_id;
  std::string location_id;  // the publisher's id of the location shown, "" without one
  bool certain = false;
  std::optional<std::int64_t> distance_mm;      // P is known and `place` is in the document's reach
  std::optional<std::int64_t> score_quantised;  // the order is relevance
  std::string next_session;                     // "2026-11-24 10:00+120"; "" without one
  friend bool operator==(const Hit&, const Hit&) = default;
};

struct FacetCounts {
  query::Facet facet = query::Facet::kServiceType;
  std::vector<std::pair<std::string, std::int64_t>> values;  // as shown: ordered and cut
  std::int64_t not_stated = 0;
  friend bool operator==(const FacetCounts&, const FacetCounts&) = default;
};

struct Answer {
  std::int64_t total = 0;
  std::int64_t total_certain = 0;
  std::vector<Hit> hits;            // of the page asked for, in order
  std::vector<FacetCounts> facets;  // in the order asked for
  friend bool operator==(const Answer&, const Answer&) = default;
};

// Several lines for people, ending in a line feed.
std::string Describe(const Answer& answer);

// The first thing in which `actual` is not `expected`, in one line; "" when they are equal.
std::string FirstDifference(const Answer& expected, const Answer& actual);

}  // namespace waypost::oracle
