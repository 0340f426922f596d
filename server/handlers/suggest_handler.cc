#include <string>

#include "engine/format/public_id.h"
#include "engine/query/suggest.h"
#include "server/handlers/api.h"
#include "server/request/parameters.h"
#include "server/request/suggest_request.h"
#include "server/response/answer_text.h"
#include "server/response/caching.h"
#include "server/response/json_text.h"
#include "server/response/page_text.h"
#include "server/response/problem.h"

namespace waypost::server {
namespace {

using query::Suggestion;

// What to ask /api/search for whoever chooses it.
query::Parameter SearchFor(const Index& index, const Suggestion& suggestion) {
  const std::string name(NameOf(suggestion.kind));
  switch (suggestion.kind) {
    case SuggestionKind::kNeed:
    case SuggestionKind::kCircumstance:
    case SuggestionKind::kServiceType:
      return {name, std::string(index.taxonomy().id_text(TaxonomyTermId(suggestion.subject)))};
    case SuggestionKind::kPlace:
      return {"near", query::NearOf(index, PlaceOrdinal(suggestion.subject))};
    case SuggestionKind::kOrganisation:
      return {name,
              FormatUuid(index.organisations().public_id[OrganisationOrdinal(suggestion.subject)])};
    case SuggestionKind::kService:
    case SuggestionKind::kServiceName:
      break;
  }
  return {"q", suggestion.label};
}

void WriteSuggestion(const Index& index, const Suggestion& suggestion, JsonText& json) {
  const query::Parameter search = SearchFor(index, suggestion);
  json.StartObject().Text("kind", NameOf(suggestion.kind)).Text("label", suggestion.label);
  if (suggestion.kind == SuggestionKind::kService) {
    json.Text("id", FormatUuid(index.services().public_id[ServiceOrdinal(suggestion.subject)]));
  } else if (search.name != "q" && search.name != "near") {
    json.Text("id", search.value);
  }
  json.Text("parameter", search.name)
      .Text("value", search.value)
      .Text("href", "/api/search" + QueryString({search}))
      .EndObject();
}

}  // namespace

HttpResponse SuggestHandler::operator()(const HttpRequest& request) const {
  const Index& index = *serving.index;
  const bool is_form = request.method == "POST";
  const HttpRequest sent{.method = request.method, .parameters = SentParameters(request)};
  const absl::StatusOr<SuggestRequest> asked = ReadSuggestRequest(sent);
  if (!asked.ok()) return ProblemOf(asked.status());
  const auto found = query::Suggest(index, asked->text, asked->options);
  if (!found.ok()) return ProblemOf(found.status());
  JsonText json;
  json.StartObject().Text("q", asked->text).StartArray("items");
  for (const Suggestion& suggestion : found->items) WriteSuggestion(index, suggestion, json);
  json.EndArray().Bool("corrected", found->corrected);
  json.Text("build", BuildText(index)).Text("built_at", FormatIsoDate(index.as_of())).EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  // Who sends a form wants no trace of what is typed, neither on the way nor in a shared browser.
  if (is_form) {
    response.headers.emplace_back("Cache-Control", "no-store");
  } else {
    MayBeKept(index, {}, response);
  }
  return response;
}

}  // namespace waypost::server
