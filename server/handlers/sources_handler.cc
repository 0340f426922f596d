#include "server/handlers/api.h"
#include "server/request/parameters.h"
#include "server/response/answer_text.h"
#include "server/response/caching.h"
#include "server/response/gazetteer_sources.h"
#include "server/response/json_text.h"
#include "server/response/problem.h"

namespace waypost::server {

HttpResponse SourcesHandler::operator()(const HttpRequest& request) const {
  const absl::Status known = CheckParameters(request, {});
  if (!known.ok()) return ProblemOf(known);
  const Index& index = *serving.index;
  JsonText json;
  json.StartObject().StartArray("sources");
  for (std::size_t i = 0; i < index.sources().id.size(); ++i) {
    json.RawElement(index.sources().info[SourceOrdinal(static_cast<std::uint16_t>(i))]);
  }
  json.EndArray();
  WriteGazetteerSources(json);
  json.Text("build", BuildText(index)).Text("built_at", FormatIsoDate(index.as_of())).EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index, {}, response);
  return response;
}

}  // namespace waypost::server
