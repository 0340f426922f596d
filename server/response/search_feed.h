#pragma once

// New and changed services that answer a question, as an Atom feed (RFC 4287; QUERY.md, "Feeds").

#include <cstddef>
#include <string>

#include "engine/index/index.h"
#include "engine/query/query.h"
#include "engine/query/search.h"
#include "server/transport/http.h"

namespace waypost::server {

inline constexpr std::size_t kMostEntries = 50;

// The question as a feed asks it: without page, order and minute, and without telling where
// somebody lives. A unit postcode becomes its district, a point is rounded to hundredths of a
// degree, about a kilometre.
query::Query FeedQuestion(query::Query query);

// Where the feed is read: `origin` ("https://find.example.org") and `host` are of the request, ""
// when it does not say.
struct FeedPlace {
  std::string origin;
  std::string host;
};

// Entries for the services of `ranked` that were modified last. REQUIRES: `ranked` is by
// Sort::kModified.
HttpResponse SearchFeed(const Index& index, const query::RankedResults& ranked,
                        const FeedPlace& place);

}  // namespace waypost::server
