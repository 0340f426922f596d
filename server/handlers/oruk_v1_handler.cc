#include <string>
#include <utility>

#include "server/handlers/oruk_api.h"
#include "server/handlers/oruk_endpoints.h"
#include "server/oruk/csv_table.h"
#include "server/response/caching.h"
#include "server/response/problem.h"

namespace waypost::server {
namespace {

using oruk::Asked;
using oruk::V1List;
using oruk::V1Reading;

constexpr std::string_view kRichness = "/richness";
constexpr std::string_view kRichnessOfAll = "services/richness";
constexpr std::string_view kVocabularies = "vocabularies";

enum class Form : std::uint8_t { kJson, kCsv };

constexpr V1Endpoint kV1Endpoints[] = {
    {"services", oruk::V1Services, oruk::WriteOneV1Service},
    // What one server calls them.
    {"hservices", oruk::V1Services, oruk::WriteOneV1Service},
    {"taxonomies", oruk::V1Taxonomies, oruk::WriteOneV1Taxonomy},
    {"organizations", oruk::V1Organizations, oruk::WriteOneV1Organization},
    {"locations", oruk::V1Locations, oruk::WriteOneV1Location},
    {"reviews", oruk::V1Reviews, oruk::WriteOneV1Review},
};

// Cuts ".json" or ".csv" off the end.
Form CutForm(std::string_view& path) {
  for (const auto& [ending, form] : {std::pair(std::string_view(".json"), Form::kJson),
                                     std::pair(std::string_view(".csv"), Form::kCsv)}) {
    if (!path.ends_with(ending)) continue;
    path.remove_suffix(ending.size());
    return form;
  }
  return Form::kJson;
}

// `rows` is a JSON array.
HttpResponse CsvResponse(std::string_view rows) {
  return {.content_type = "text/csv; charset=utf-8",
          .headers = {{"Content-Disposition", "attachment; filename=result.csv"}},
          .body = oruk::CsvTable(rows)};
}

absl::StatusOr<HttpResponse> V1ListAnswer(const V1Endpoint& endpoint, const V1Reading& reading,
                                          const Asked& asked, Form form) {
  RETURN_IF_ERROR(asked.CheckBytes());
  ASSIGN_OR_RETURN(const V1List list, endpoint.list(reading, asked));
  HttpResponse response;
  if (form == Form::kCsv) {
    ASSIGN_OR_RETURN(const std::string rows, oruk::WriteArray(list.rows));
    response = CsvResponse(rows);
  } else {
    ASSIGN_OR_RETURN(response.body, oruk::WritePage(oruk::Dialect::kV1, list.paging, list.rows));
  }
  MayBeKept(reading.index(), list.keeping, response);
  return response;
}

template <typename Write>
absl::StatusOr<HttpResponse> V1ThingAnswer(const V1Reading& reading, Form form,
                                           const Keeping& keeping, Write write) {
  JsonText json;
  json.StartObject();
  RETURN_IF_ERROR(write(json));
  json.EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  if (form == Form::kCsv) response = CsvResponse("[" + response.body + "]");
  MayBeKept(reading.index(), keeping, response);
  return response;
}

// Of a service there is its richness too, which depends on the day.
absl::StatusOr<HttpResponse> V1OneAnswer(const V1Endpoint& endpoint, const V1Reading& reading,
                                         std::string_view id) {
  const Form form = CutForm(id);
  if (endpoint.thing == oruk::WriteOneV1Service && id.ends_with(kRichness)) {
    id.remove_suffix(kRichness.size());
    const Keeping keeping{.at = reading.serving.Now()};
    return V1ThingAnswer(reading, form, keeping, [&](JsonText& json) {
      return oruk::WriteOneV1Richness(reading, id, json);
    });
  }
  return V1ThingAnswer(reading, form, {},
                       [&](JsonText& json) { return endpoint.thing(reading, id, json); });
}

HttpResponse OrV1Problem(absl::StatusOr<HttpResponse> response) {
  return response.ok() ? *std::move(response) : ProblemOf(response.status());
}

absl::StatusOr<HttpResponse> V1RichnessAnswer(const V1Reading& reading, const Asked& asked) {
  RETURN_IF_ERROR(asked.CheckBytes());
  ASSIGN_OR_RETURN(oruk::V1Richness richness, oruk::V1RichnessOfPage(reading, asked));
  HttpResponse response{.body = std::move(richness.body)};
  MayBeKept(reading.index(), richness.keeping, response);
  return response;
}

HttpResponse Vocabularies(const V1Reading& reading) {
  HttpResponse response{.body = oruk::WriteV1Vocabularies(reading)};
  MayBeKept(reading.index(), {}, response);
  return response;
}

}  // namespace

std::span<const V1Endpoint> V1Endpoints() { return kV1Endpoints; }

HttpResponse OrukV1Handler::operator()(const HttpRequest& request, std::string_view rest) const {
  if (rest.starts_with('/')) rest.remove_prefix(1);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const V1Reading reading{serving, catalogue};
  const Asked asked(request);
  std::string_view list = rest;
  const Form form = CutForm(list);
  if (list == kVocabularies) return Vocabularies(reading);
  if (list == kRichnessOfAll) return OrV1Problem(V1RichnessAnswer(reading, asked));
  for (const V1Endpoint& endpoint : kV1Endpoints) {
    if (endpoint.name == list) return OrV1Problem(V1ListAnswer(endpoint, reading, asked, form));
    const bool is_below = rest.starts_with(endpoint.name) && rest.size() > endpoint.name.size() &&
                          rest[endpoint.name.size()] == '/';
    if (!is_below) continue;
    return OrV1Problem(V1OneAnswer(endpoint, reading, rest.substr(endpoint.name.size() + 1)));
  }
  return Problem(404, "unknown_path", "there is no such list; /oruk/v1/services is one");
}

}  // namespace waypost::server
