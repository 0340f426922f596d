#pragma once

// What an answer says about being kept: `ETag` and `Cache-Control`, and 304 to whoever has it
// already.
//
// An answer is a function of the address, the artefact, the program and, for some, the minute and
// the synonyms. The entity tag names all but the first; the address is the cache's own key. So
// nothing need be hashed.
//
//   MayBeKept(index, {.at = result.resolved.now, .seconds = 42}, response);

#include <optional>
#include <string>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "engine/query/resolved_query.h"
#include "server/transport/http.h"

namespace waypost::server {

struct Keeping {
  // The minute that the answer depends on; nothing when it depends on none.
  std::optional<LocalMinute> at;
  // Until when a cache need not ask again: an answer of a minute lasts to its end.
  int seconds = 60;
  // The question tells where somebody lives: only their own browser keeps it.
  bool is_private = false;
  // Of the synonyms that the answer depends on; "" for none.
  std::string synonyms = {};
};

// Until the minute that `now` falls into is over.
inline int SecondsLeftOfMinute(Moment now) {
  return 60 - static_cast<int>(now.time_since_epoch().count() % 60);
}

// Whether asking from `place` tells where somebody lives: a point, a unit postcode, and also one
// that we do not know and read as its sector, for the address still has it.
bool TellsHome(const query::Place& place);

void MayBeKept(const Index& index, const Keeping& keeping, HttpResponse& response);

// True when `request` carries the entity tag of `response` in If-None-Match (RFC 9110, 13.1.2).
bool IsNotModified(const HttpRequest& request, const HttpResponse& response);

}  // namespace waypost::server
