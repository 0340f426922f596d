#include "engine/query/parse_query.h"
#include "engine/query/search.h"
#include "server/handlers/api.h"
#include "server/request/search_request.h"
#include "server/response/problem.h"
#include "server/response/search_json.h"

namespace waypost::server {

HttpResponse SearchHandler::operator()(const HttpRequest& request) const {
  const absl::StatusOr<query::Query> query = ReadSearchRequest(request);
  if (!query.ok()) return ProblemOf(query.status());
    const absl::StatusOr<query::Result> result = query::Search(*serving.index, *query, serving.Now());
  if (!result.ok()) return ProblemOf(result.status());
  HttpResponse response{.body = WriteSearchJson(*serving.index, *result)};
  // A unit postcode or a point tells where somebody lives: no shared cache may keep the answer.
  const bool is_private = result->resolved.place && result->resolved.place->IsExact();
  response.headers.emplace_back("Cache-Control", is_private ? "private" : "public, max-age=60");
  return response;
}

}  // namespace waypost::server
