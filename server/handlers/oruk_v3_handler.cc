#include <memory>
#include <string>
#include <utility>

#include "server/handlers/oruk_api.h"
#include "server/handlers/oruk_endpoints.h"
#include "server/request/origin.h"
#include "server/response/caching.h"
#include "server/response/problem.h"

namespace waypost::server {
namespace {

using oruk::Asked;
using oruk::V3List;
using oruk::V3Reading;

constexpr std::string_view kVersion = "HSDS-UK-3.0";
constexpr std::string_view kProfile = "https://docs.openreferraluk.org/";
// Lines of one piece of an answer; so many records are read for it at once.
constexpr std::size_t kLinesAtOnce = 256;

// Clients want it whole, whatever they left out.
std::string DescriptionAddress(const HttpRequest& request) {
  const std::string origin = OriginOf(request);
  return (origin.empty() ? "http://localhost" : origin) + "/openapi.json";
}

constexpr V3Endpoint kV3Endpoints[] = {
    {"services", oruk::V3Services,
     [](const V3Reading& reading, const Uuid& id, const Asked& asked, JsonText& json) {
       ASSIGN_OR_RETURN(const bool extras, asked.Flag("extras"));
       return oruk::WriteOneService(reading, id, extras, json);
     }},
    {"service_at_locations", oruk::V3Places,
     [](const V3Reading& reading, const Uuid& id, const Asked& asked, JsonText& json) {
       ASSIGN_OR_RETURN(const bool extras, asked.Flag("extras"));
       return oruk::WriteOnePlace(reading, id, extras, json);
     }},
    {"taxonomies", oruk::V3Taxonomies,
     [](const V3Reading& reading, const Uuid& id, const Asked& /*asked*/, JsonText& json) {
       return oruk::WriteOneTaxonomy(reading, id, json);
     }},
    {"taxonomy_terms", oruk::V3Terms,
     [](const V3Reading& reading, const Uuid& id, const Asked& asked, JsonText& json) {
       ASSIGN_OR_RETURN(const bool extras, asked.Flag("extras"));
       return oruk::WriteOneTerm(reading, id, extras, json);
     }},
    {"organizations", oruk::V3Organizations,
     [](const V3Reading& reading, const Uuid& id, const Asked& asked, JsonText& json) {
       ASSIGN_OR_RETURN(const bool extras, asked.Flag("extras"));
       ASSIGN_OR_RETURN(const bool full_service, asked.Flag("full_service"));
       return oruk::WriteOneOrganization(reading, id, extras, full_service, json);
     }},
};

HttpResponse Root(const Index& index, const HttpRequest& request) {
  JsonText json;
  json.StartObject()
      .Text("version", kVersion)
      .Text("profile", kProfile)
      .Text("openapi_url", DescriptionAddress(request))
      .EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index, {}, response);
  return response;
}

// Few lines are the body; many come piece by piece, so that no answer fills the memory.
absl::StatusOr<HttpResponse> Lines(V3List list) {
  HttpResponse response{.content_type = "application/x-ndjson"};
  if (list.rows.count <= kLinesAtOnce) {
    ASSIGN_OR_RETURN(response.body, oruk::WriteLines(list.rows, 0, list.rows.count));
    return response;
  }
  auto rows = std::make_shared<const oruk::Rows>(std::move(list.rows));
  response.more = [rows, next = std::size_t{0}]() mutable {
    const std::size_t first = std::exchange(next, next + kLinesAtOnce);
    return oruk::WriteLines(*rows, first, next);
  };
  return response;
}

absl::StatusOr<HttpResponse> ListAnswer(const V3Endpoint& endpoint, const V3Reading& reading,
                                        const Asked& asked) {
  RETURN_IF_ERROR(asked.CheckBytes());
  ASSIGN_OR_RETURN(V3List list, endpoint.list(reading, asked));
  const Keeping keeping = list.keeping;
  HttpResponse response;
  if (list.form.is_ndjson) {
    ASSIGN_OR_RETURN(response, Lines(std::move(list)));
  } else {
    ASSIGN_OR_RETURN(response.body, oruk::WritePage(oruk::Dialect::kV3, list.paging, list.rows));
  }
  MayBeKept(reading.index(), keeping, response);
  return response;
}

absl::StatusOr<HttpResponse> ThingAnswer(const V3Endpoint& endpoint, const V3Reading& reading,
                                         const Asked& asked, std::string_view id) {
  const std::optional<Uuid> uuid = ParseUuid(id);
  if (!uuid) return NotFound("no UUID");
  JsonText json;
  json.StartObject();
  RETURN_IF_ERROR(endpoint.thing(reading, *uuid, asked, json));
  json.EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(reading.index(), {}, response);
  return response;
}

HttpResponse OrProblem(absl::StatusOr<HttpResponse> response) {
  return response.ok() ? *std::move(response) : ProblemOf(response.status());
}

}  // namespace

std::span<const V3Endpoint> V3Endpoints() { return kV3Endpoints; }

HttpResponse OrukV3Handler::operator()(const HttpRequest& request, std::string_view rest) const {
  if (rest.starts_with('/')) rest.remove_prefix(1);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  if (rest.empty()) return Root(*serving.index, request);
  const std::string_view name = rest.substr(0, rest.find('/'));
  const V3Reading reading{serving, catalogue};
  const Asked asked(request);
  for (const V3Endpoint& endpoint : kV3Endpoints) {
    if (endpoint.name != name) continue;
    if (name.size() == rest.size()) return OrProblem(ListAnswer(endpoint, reading, asked));
    return OrProblem(ThingAnswer(endpoint, reading, asked, rest.substr(name.size() + 1)));
  }
  return Problem(404, "unknown_path", "there is no such list; /oruk/v3/services is one");
}

}  // namespace waypost::server
