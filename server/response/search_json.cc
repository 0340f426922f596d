#include "server/response/search_json.h"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/query/format_query.h"
#include "server/response/answer_text.h"
#include "server/response/item_json.h"
#include "server/response/json_text.h"
#include "server/response/page_text.h"
#include "server/response/query_json.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::Query;
using query::Result;

void WriteFacets(const Result& result, JsonText& json) {
  if (result.facets.empty()) return;
  json.StartObject("facets");
  for (const query::FacetCounts& facet : result.facets) {
    json.StartObject(NameOf(facet.facet)).StartArray("values");
    for (const query::FacetValue& value : facet.values) {
      json.StartObject()
          .Text("id", value.id)
          .Text("label", value.label)
          .Whole("count", static_cast<std::int64_t>(value.count))
          .EndObject();
    }
    json.EndArray().Whole("not_stated", static_cast<std::int64_t>(facet.not_stated)).EndObject();
  }
  json.EndObject();
}

void WriteLoosen(const std::vector<query::Loosening>& loosenings, JsonText& json) {
  if (loosenings.empty()) return;
  json.StartArray("loosen");
  for (const query::Loosening& loosening : loosenings) {
    json.StartObject().Text("change", loosening.change);
    if (loosening.to.empty()) {
      json.Null("to");
    } else {
      json.Text("to", loosening.to);
    }
    json.Whole("total", static_cast<std::int64_t>(loosening.total))
        .Text("href", QueryString(query::FormatQuery(loosening.query)))
        .EndObject();
  }
  json.EndArray();
}

void WriteCorrection(const query::Answer& answer, JsonText& json) {
  if (answer.did_you_mean.empty()) return;
  json.Text("did_you_mean", answer.did_you_mean);
  if (answer.is_corrected) json.Bool("corrected", true);
}

// What the parts of scores are made with.
void WriteConstants(const Index& index, const Query& query, JsonText& json) {
  if (!query.explain || query::EffectiveSort(query) != query::Sort::kRelevance) return;
  const RelevanceConstants& constants = index.relevance();
  json.StartObject("relevance")
      .Number("text", constants.text)
      .Number("text_half", constants.text_half)
      .Number("synonym_fit", constants.synonym_fit)
      .Number("term", constants.term)
      .Number("mapped_fit", constants.mapped_fit)
      .Number("inferred_fit", constants.inferred_fit)
      .Number("distance", constants.distance)
      .Number("half_metres", constants.half_metres)
      .Number("visits_fit", constants.visits_fit)
      .Number("remote_fit", constants.remote_fit)
      .Number("fresh", constants.fresh)
      .Number("rich", constants.rich)
      .EndObject();
}

absl::Status WriteItems(const Index& index, const Result& result, const absl::TimeZone& zone,
                        JsonText& json) {
  ASSIGN_OR_RETURN(std::optional<Highlighter> highlighter, Highlighter::Of(index, result.resolved));
  json.StartArray("items");
  for (const Hit& hit : result.hits) {
    WriteItem(index, result.resolved, hit, zone, highlighter ? &*highlighter : nullptr, json);
  }
  json.EndArray();
  return absl::OkStatus();
}

}  // namespace

void WriteTotals(const Index& index, const Result& result, JsonText& json) {
  const Query& query = result.resolved.query;
  const auto per_page = static_cast<std::uint64_t>(query.per_page);
  const std::uint64_t pages =
      query.mode == query::Mode::kShortlist
          ? 1
          : std::max<std::uint64_t>(1, (result.total + per_page - 1) / per_page);
  json.Whole("total", static_cast<std::int64_t>(result.total))
      .Whole("total_certain", static_cast<std::int64_t>(result.total_certain))
      .Whole("total_possible", static_cast<std::int64_t>(result.total - result.total_certain))
      .Whole("page", query.page)
      .Whole("per_page", query.per_page)
      .Whole("total_pages", static_cast<std::int64_t>(pages))
      .Text("build", BuildText(index))
      .Text("built_at", FormatIsoDate(index.as_of()))
      .Text("at", MinuteText(result.resolved.now));
}

void WriteSources(const Index& index, const Result& result, JsonText& json) {
  std::set<SourceOrdinal> sources;
  for (const Hit& hit : result.hits) sources.insert(index.documents().source[hit.doc]);
  json.StartArray("sources");
  for (SourceOrdinal source : sources) json.RawElement(index.sources().info[source]);
  json.EndArray();
}

absl::StatusOr<std::string> WriteSearchJson(const Index& index, const query::Answer& answer,
                                            const absl::TimeZone& zone) {
  const Result& result = answer.result;
  const Query& query = result.resolved.query;
  JsonText json;
  json.StartObject();
  WriteTotals(index, result, json);
  WriteQuery(index, result.resolved, json);
  RETURN_IF_ERROR(WriteItems(index, result, zone, json));
  WriteConstants(index, query, json);
  WriteFacets(result, json);
  WriteLoosen(answer.loosen, json);
  WriteCorrection(answer, json);
  WriteSources(index, result, json);
  json.EndObject();
  return std::move(json).Take();
}

}  // namespace waypost::server
