#include "server/handlers/api.h"
#include "server/response/caching.h"
#include "server/response/json_text.h"
#include "server/response/search_json.h"

namespace waypost::server {

HttpResponse SourcesHandler::operator()() const {
  const Index& index = *serving.index;
  JsonText json;
  json.StartObject().StartArray("sources");
  for (std::uint16_t i = 0; i < index.sources().id.size(); ++i) {
    json.RawElement(index.sources().info[SourceOrdinal(i)]);
  }
  json.EndArray()
      .Text("build", BuildText(index))
      .Text("built_at", FormatIsoDate(index.as_of()))
      .EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index, {}, response);
  return response;
}

}  // namespace waypost::server
