#include <algorithm>

#include "engine/core/lines.h"
#include "server/handlers/api.h"
#include "server/handlers/find_service.h"
#include "server/request/parameters.h"
#include "server/response/answer_text.h"
#include "server/response/caching.h"
#include "server/response/json_text.h"
#include "server/response/problem.h"

namespace waypost::server {
namespace {

// Types that its publisher did not state, with the words that suggest them.
void WriteInferred(const Index& index, ServiceOrdinal service, JsonText& json) {
  const DocId doc = index.services().documents[service].front();
  const auto words = LinesOf(index.services().inferred_words[service]);
  json.StartArray("inferred");
  const auto types = index.documents().inferred[doc];
  for (std::size_t i = 0; i < types.size(); ++i) {
    const TaxonomyTermId type = types[i];
    json.StartObject()
        .Text("id", index.taxonomy().id_text(type))
        .Text("label", index.taxonomy().label(type))
        .Text("words", i < words.size() ? words[i] : std::string_view())
        .EndObject();
  }
  json.EndArray();
}

void WriteQuality(const Index& index, ServiceOrdinal service, JsonText& json) {
  const auto stated = EnumSet<RichnessPart>::FromBits(index.services().richness[service]);
  json.StartObject("quality").Whole("score", RichnessOf(stated)).StartArray("parts");
  for (std::size_t i = 0; i < kRichnessParts.size(); ++i) {
    json.StartObject()
        .Text("part", kRichnessParts[i].name)
        .Whole("weight", kRichnessParts[i].weight)
        .Bool("stated", stated.Has(static_cast<RichnessPart>(i)))
        .EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace

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
  json.StartObject().Raw("service", *record);
  WriteInferred(index, *ordinal, json);
  WriteQuality(index, *ordinal, json);
  json.Raw("source", index.sources().info[index.documents().source[doc]])
      .Text("build", BuildText(index))
      .Text("built_at", FormatIsoDate(index.as_of()))
      .EndObject();
  HttpResponse response{.body = std::move(json).Take()};
  MayBeKept(index, {}, response);
  return response;
}

}  // namespace waypost::server
