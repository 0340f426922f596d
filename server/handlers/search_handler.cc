#include "engine/query/parse_query.h"
#include "engine/query/search.h"
#include "server/handlers/api.h"
#include "server/request/search_request.h"
#include "server/response/caching.h"
#include "server/response/problem.h"
#include "server/response/search_json.h"

namespace waypost::server {

HttpResponse SearchHandler::operator()(const HttpRequest& request) const {
  const absl::StatusOr<query::Query> query = ReadSearchRequest(request);
  if (!query.ok()) return ProblemOf(query.status());
  const Moment now = serving.clock.Now();
  const absl::StatusOr<query::Result> result =
      query::Search(*serving.index, *query, ToLocal(now, serving.zone));
  if (!result.ok()) return ProblemOf(result.status());
  HttpResponse response{.body = WriteSearchJson(*serving.index, *result, serving.zone)};
  const query::ResolvedQuery& resolved = result->resolved;
  // Every answer says what is on next.
  Keeping keeping{.at = resolved.now,
                  .is_private = resolved.place && TellsHome(*resolved.place)};
  if (!resolved.query.at) {
    keeping.seconds = 60 - static_cast<int>(now.time_since_epoch().count() % 60);
  }
  MayBeKept(*serving.index, keeping, response);
  return response;
}

}  // namespace waypost::server
