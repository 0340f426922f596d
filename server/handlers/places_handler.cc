#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "server/handlers/api.h"
#include "server/response/caching.h"
#include "server/response/json_text.h"
#include "server/response/problem.h"
#include "server/response/search_json.h"

namespace waypost::server {

HttpResponse PlacesHandler::operator()(const HttpRequest& request) const {
  if (request.parameters.size() != 1 || request.parameters.front().first != "q") {
    return ProblemOf(query::RequestError({.code = "bad_value",
                                          .parameter = "q",
                                          .detail = "/api/places takes exactly one parameter, q"}));
  }
  const std::string& text = request.parameters.front().second;
  const absl::StatusOr<query::Near> near = query::ParseNear(text);
  if (!near.ok()) return ProblemOf(near.status());
  const absl::StatusOr<query::Place> place = query::ResolvePlace(*serving.index, *near);
  if (!place.ok()) return ProblemOf(place.status());
  JsonText json;
  json.StartObject()
      .Raw("place", WritePlaceJson(*serving.index, *place, near->text))
      .Text("build", BuildText(*serving.index))
      .EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(*serving.index, {.is_private = place->IsExact()}, response);
  return response;
}

}  // namespace waypost::server
