#include <array>
#include <string>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "server/handlers/api.h"
#include "server/request/parameters.h"
#include "server/response/answer_text.h"
#include "server/response/caching.h"
#include "server/response/gazetteer_sources.h"
#include "server/response/json_text.h"
#include "server/response/problem.h"
#include "server/response/query_json.h"

namespace waypost::server {
namespace {

constexpr std::array<std::string_view, 1> kParameters = {"q"};

struct FoundPlace {
  std::string text;  // as asked, trimmed
  query::Place place;
};

absl::StatusOr<FoundPlace> FindPlace(const Index& index, const std::string& text) {
  ASSIGN_OR_RETURN(const query::Near near, query::ParseNear(text));
  ASSIGN_OR_RETURN(query::Place place, query::ResolvePlace(index, near));
  return FoundPlace{near.text, std::move(place)};
}

// Places are asked for as `near` elsewhere and as `q` here.
absl::Status AboutQ(const absl::Status& status) {
  std::optional<query::RequestErrorParts> parts = query::RequestErrorOf(status);
  if (!parts) return status;
  parts->parameter = "q";
  return query::RequestError(*parts);
}

}  // namespace

HttpResponse PlacesHandler::operator()(const HttpRequest& request) const {
  const Index& index = *serving.index;
  const absl::Status known = CheckParameters(request, kParameters);
  if (!known.ok()) return ProblemOf(known);
  const auto found = FindPlace(index, std::string(ParameterOf(request, "q")));
  if (!found.ok()) return ProblemOf(AboutQ(found.status()));
  JsonText json;
  json.StartObject()
      .Raw("place", WritePlaceJson(index, found->place, found->text))
      .Text("build", BuildText(index))
      .Text("built_at", FormatIsoDate(index.as_of()));
  WriteGazetteerSources(json);
  json.EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index, {.is_private = TellsHome(found->place)}, response);
  return response;
}

}  // namespace waypost::server
