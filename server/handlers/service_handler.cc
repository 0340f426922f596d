#include "server/handlers/api.h"
#include "server/handlers/find_service.h"
#include "server/request/parameters.h"
#include "server/response/answer_text.h"
#include "server/response/caching.h"
#include "server/response/json_text.h"
#include "server/response/problem.h"

namespace waypost::server {

HttpResponse ServiceHandler::operator()(const HttpRequest& request, std::string_view id) const {
  const absl::Status known = CheckParameters(request, {});
  if (!known.ok()) return ProblemOf(known);
  const Index& index = *serving.index;
  const std::optional<ServiceOrdinal> ordinal = FindService(index, id);
  if (!ordinal) return UnknownService();
  const absl::StatusOr<std::string> record = index.records().Get(ordinal->index());
  if (!record.ok()) return ProblemOf(record.status());
  const DocId doc = index.services().documents[*ordinal].front();
  JsonText json;
  json.StartObject()
      .Raw("service", *record)
      .Raw("source", index.sources().info[index.documents().source[doc]])
      .Text("build", BuildText(index))
      .Text("built_at", FormatIsoDate(index.as_of()))
      .EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index, {}, response);
  return response;
}

}  // namespace waypost::server
