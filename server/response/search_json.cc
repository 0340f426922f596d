#include "server/response/search_json.h"

#include <algorithm>
#include <set>

#include "server/response/json_text.h"

namespace waypost::server {
namespace {

using query::Hit;
using query::Query;
using query::ResolvedQuery;
using query::Result;

std::string_view SortName(query::Sort sort) {
  switch (sort) {
    case query::Sort::kDistance:
      return "distance";
    case query::Sort::kRelevance:
      return "relevance";
    case query::Sort::kAssured:
      return "assured";
    case query::Sort::kName:
      return "name";
  }
  return "";
}

void WriteTerms(std::string_view key, const Index& index, const query::TermSet& terms,
                JsonText& json) {
  if (terms.asked.empty()) return;
  json.StartArray(key);
  for (TaxonomyTermId term : terms.asked) {
    json.StartObject()
        .Text("id", index.taxonomy().id_text(term))
        .Text("label", index.taxonomy().label(term))
        .EndObject();
  }
  json.EndArray();
}

// The question as understood: what was found for what was written.
void WriteQuery(const Index& index, const ResolvedQuery& resolved, JsonText& json) {
  const Query& query = resolved.query;
  json.StartObject("query");
  if (!query.words.empty()) {
    json.Text("q", query.words);
    json.StartArray("words");
    for (const query::ResolvedWord& word : resolved.words) json.Element(word.word.text);
    json.EndArray();
  }
  if (resolved.place) json.Raw("near", WritePlaceJson(index, *resolved.place, query.near->text));
  if (query.within) json.Number("within_m", query.within->radius.value());
  WriteTerms("service_type", index, resolved.service_types, json);
  WriteTerms("taxonomy_term", index, resolved.taxonomy_terms, json);
  WriteTerms("need", index, resolved.needs, json);
  WriteTerms("circumstance", index, resolved.circumstances, json);
  WriteTerms("exclude_taxonomy_term", index, resolved.excluded, json);
  json.Text("sort", SortName(query::EffectiveSort(query)));
  json.EndObject();
}

void WriteWhy(const Index& index, const ResolvedQuery& resolved, const Hit& hit, JsonText& json) {
  json.StartArray("why");
  for (const query::ResolvedWord& word : resolved.words) {
    if (!word.term) continue;
    const auto documents = index.words().postings[*word.term];
    if (!std::binary_search(documents.begin(), documents.end(), hit.doc)) continue;
    json.StartObject().Text("kind", "word").Text("text", word.word.text).EndObject();
  }
  const Taxonomy& taxonomy = index.taxonomy();
  const auto carried = index.documents().terms[hit.doc];
  const std::pair<std::string_view, const query::TermSet*> sets[] = {
      {"service_type", &resolved.service_types},
      {"taxonomy_term", &resolved.taxonomy_terms},
      {"need", &resolved.needs},
      {"circumstance", &resolved.circumstances}};
  for (const auto& [kind, set] : sets) {
    for (TaxonomyTermId term : carried) {
      const bool fits =
          std::any_of(set->targets.begin(), set->targets.end(),
                      [&](TaxonomyTermId target) { return taxonomy.IsWithin(term, target); });
      if (!fits) continue;
      json.StartObject()
          .Text("kind", kind)
          .Text("id", taxonomy.id_text(term))
          .Text("label", taxonomy.label(term))
          .EndObject();
    }
  }
  json.EndArray();
}

void WriteItem(const Index& index, const Result& result, const Hit& hit, JsonText& json) {
  const DocumentColumns& documents = index.documents();
  const ResolvedQuery& resolved = result.resolved;
  json.StartObject();
  json.RawMembers(index.services().card[documents.service[hit.doc]]);
  json.RawMembers(documents.card[hit.doc]);
  json.Bool("certain", hit.certain);
  json.StartArray("not_stated");
  for (query::FilterKind kind : hit.not_stated) json.Element(NameOf(kind));
  json.EndArray();
  // Of a confidential place not even the distance is told.
  if (hit.distance && (documents.flags[hit.doc] & kConfidential) == 0) {
    json.Whole("distance_m", WholeMetres(*hit.distance));
  }
  WriteWhy(index, resolved, hit, json);
  if (resolved.query.explain && query::EffectiveSort(resolved.query) == query::Sort::kRelevance) {
    const bool confidential = (documents.flags[hit.doc] & kConfidential) != 0;
    json.StartObject("score").Number("text", hit.score.text).Number("term", hit.score.term);
    // From this part the distance could be worked out.
    if (!confidential) json.Number("distance", hit.score.distance);
    json.Number("fresh", hit.score.fresh).Number("rich", hit.score.rich);
    if (!confidential) json.Number("sum", hit.score.Sum());
    json.EndObject();
  }
  json.EndObject();
}

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

// Licence and attribution of every source on the page.
void WriteSources(const Index& index, const Result& result, JsonText& json) {
  std::set<SourceOrdinal> sources;
  for (const Hit& hit : result.hits) sources.insert(index.documents().source[hit.doc]);
  json.StartArray("sources");
  for (SourceOrdinal source : sources) json.RawElement(index.sources().info[source]);
  json.EndArray();
}

}  // namespace

bool UsesClock(const Query& query) {
  if (query.HasTimeFilter() || query.assured_within) return true;
  const query::Sort sort = query::EffectiveSort(query);
  if (sort == query::Sort::kRelevance || sort == query::Sort::kAssured) return true;
  return std::any_of(query.facets.begin(), query.facets.end(), [](query::Facet facet) {
    return facet == query::Facet::kDay || facet == query::Facet::kTimeOfDay ||
           facet == query::Facet::kChecked;
  });
}

std::string MinuteText(LocalMinute minute) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return FormatIsoDate(minute.date) + "T" + two(minute.time.value() / 60) + ":" +
         two(minute.time.value() % 60);
}

std::string BuildText(const Index& index) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::uint8_t byte : index.artefact().build_id()) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text.substr(0, 16);
}

std::string WritePlaceJson(const Index& index, const query::Place& place, std::string_view text) {
  using query::PlaceReading;
  JsonText json;
  json.StartObject().Text("text", text);
  const bool is_point = place.reading == PlaceReading::kPoint;
  const bool is_place = place.reading == PlaceReading::kPlace;
  json.Text("kind", is_point ? "point" : is_place ? "place" : "postcode");
  json.Text("precision", NameOf(place.reading));
  json.Text("label", place.label);
  json.Number("lat", place.point.lat_degrees()).Number("lon", place.point.lon_degrees());
  json.StartArray("authorities");
  for (AreaId area : place.authorities) json.Element(index.areas().code[area]);
  json.EndArray();
  if (place.read_as_sector) {
    json.Text("notice", "this postcode is not in our list; it was read as its sector, " +
                            place.label + ", so distances are about right");
  }
  if (place.reading == PlaceReading::kUnit) {
    if (place.life == PostcodeLife::kUnknown) {
      json.Null("live");
    } else {
      json.Bool("live", place.life == PostcodeLife::kLive);
    }
    if (place.ended_month > 0) {
      const int month = place.ended_month % 12 + 1;
      json.Text("ended", std::to_string(place.ended_month / 12) + (month < 10 ? "-0" : "-") +
                             std::to_string(month));
    }
  }
  if (!place.also.empty()) {
    json.StartArray("also");
    for (PlaceOrdinal other : place.also) {
      const std::string_view context = index.places().context[other];
      std::string name(index.places().name[other]);
      if (!context.empty()) name += ", " + std::string(context);
      json.Element(name);
    }
    json.EndArray();
  }
  json.EndObject();
  return std::move(json).Take();
}

std::string WriteSearchJson(const Index& index, const Result& result) {
  const Query& query = result.resolved.query;
  const auto per_page = static_cast<std::uint64_t>(query.per_page);
  const std::uint64_t pages = std::max<std::uint64_t>(1, (result.total + per_page - 1) / per_page);
  JsonText json;
  json.StartObject()
      .Whole("total", static_cast<std::int64_t>(result.total))
      .Whole("total_certain", static_cast<std::int64_t>(result.total_certain))
      .Whole("total_possible", static_cast<std::int64_t>(result.total - result.total_certain))
      .Whole("page", query.page)
      .Whole("per_page", query.per_page)
      .Whole("total_pages", static_cast<std::int64_t>(pages))
      .Text("build", BuildText(index))
      .Text("built_at", FormatIsoDate(index.as_of()));
  if (UsesClock(query)) json.Text("at", MinuteText(result.resolved.now));
  WriteQuery(index, result.resolved, json);
  json.StartArray("items");
  for (const Hit& hit : result.hits) WriteItem(index, result, hit, json);
  json.EndArray();
  WriteFacets(result, json);
  WriteSources(index, result, json);
  json.EndObject();
  return std::move(json).Take();
}

}  // namespace waypost::server
