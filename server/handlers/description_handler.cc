#include "engine/format/public_id.h"
#include "server/handlers/api.h"
#include "server/openapi/description_text.h"
#include "server/response/caching.h"
#include "server/response/problem.h"
#include "server/web/docs_page.h"

namespace waypost::server {

HttpResponse DescriptionHandler::Json() const {
  HttpResponse response{.body = std::string(kDescriptionText)};
  MayBeKept(*serving.index, {}, response);
  return response;
}

HttpResponse DescriptionHandler::Page() const {
  // Of the program, not of the index: rendered when it is first asked for.
  static const absl::StatusOr<std::string> docs = RenderDocs(kDescriptionText);
  if (!docs.ok()) return ProblemOf(docs.status());
  const ServiceColumns& services = serving.index->services();
  const std::string service =
      services.size() == 0 ? "none" : FormatUuid(services.public_id[ServiceOrdinal(0)]);
  HttpResponse response = DocsPage(*docs, service);
  MayBeKept(*serving.index, {}, response);
  return response;
}

}  // namespace waypost::server
