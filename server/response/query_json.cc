#include "server/response/query_json.h"

#include <algorithm>
#include <array>
#include <vector>

#include "engine/core/ascii.h"
#include "engine/format/public_id.h"
#include "engine/hours/clock_text.h"
#include "engine/query/format_query.h"
#include "server/response/answer_text.h"

namespace waypost::server {
namespace {

using query::Query;
using query::ResolvedQuery;

template <typename E>
void WriteSet(std::string_view key, EnumSet<E> set, std::size_t count, JsonText& json) {
  if (set.empty()) return;
  json.StartArray(key);
  for (std::size_t i = 0; i < count; ++i) {
    if (set.Has(static_cast<E>(i))) json.Element(NameOf(static_cast<E>(i)));
  }
  json.EndArray();
}

void WriteWords(const ResolvedQuery& resolved, JsonText& json) {
  const Query& query = resolved.query;
  if (query.words.empty()) return;
  json.Text("q", query.words);
  json.StartArray("words");
  for (const query::ResolvedWord& word : resolved.words) json.Element(word.word.text);
  json.EndArray();
  if (query.syntax == query::Syntax::kAdvanced) {
    json.Text("syntax", "advanced");
  } else {
    json.Text("match", query.match == query::MatchMode::kAny ? "any" : "all");
  }
}

void WriteWhere(const Index& index, const ResolvedQuery& resolved, JsonText& json) {
  const Query& query = resolved.query;
  if (resolved.place && query.near)
    json.Raw("near", WritePlaceJson(index, *resolved.place, query.near->text));
  if (query.within) json.Number("within_m", query.within->radius.value());
  if (!query.use_area) json.Text("area", "ignore");
  if (query.bbox) {
    json.StartArray("bbox")
        .NumberElement(query.bbox->south_west.lon_degrees())
        .NumberElement(query.bbox->south_west.lat_degrees())
        .NumberElement(query.bbox->north_east.lon_degrees())
        .NumberElement(query.bbox->north_east.lat_degrees())
        .EndArray();
  }
  if (!resolved.authorities.empty()) {
    json.StartArray("authority");
    for (AreaId area : resolved.authorities) {
      json.StartObject()
          .Text("code", index.areas().code[area])
          .Text("name", index.areas().name[area])
          .EndObject();
    }
    json.EndArray();
  }
  WriteSet("reach", query.reach, kReachCount, json);
}

void WriteTerms(std::string_view key, const Taxonomy& taxonomy, const query::TermSet& terms,
                JsonText& json) {
  if (terms.asked.empty()) return;
  json.StartArray(key);
  for (TaxonomyTermId term : terms.asked) {
    json.StartObject()
        .Text("id", taxonomy.id_text(term))
        .Text("label", taxonomy.label(term))
        .EndObject();
  }
  json.EndArray();
}

void WriteKinds(const Index& index, const ResolvedQuery& resolved, JsonText& json) {
  const Taxonomy& taxonomy = index.taxonomy();
  WriteTerms("service_type", taxonomy, resolved.service_types, json);
  WriteTerms("taxonomy_term", taxonomy, resolved.taxonomy_terms, json);
  WriteTerms("need", taxonomy, resolved.needs, json);
  WriteTerms("circumstance", taxonomy, resolved.circumstances, json);
  WriteTerms("persona", taxonomy, resolved.personas, json);
  WriteTerms("exclude_taxonomy_term", taxonomy, resolved.excluded, json);
}

void WritePeople(const Query& query, JsonText& json) {
  if (!query.ages.empty()) {
    json.StartArray("age");
    for (const query::AgeSpan& age : query.ages) {
      // A span of whole years ends before the birthday after the last of them.
      const double last = age.is_instant ? age.last : age.last - 1;
      json.StartObject().Number("min", age.first).Number("max", last).EndObject();
    }
    json.EndArray();
  }
  if (!query.languages.empty()) {
    json.StartArray("language");
    for (const std::string& language : query.languages) json.Element(LowerCase(language));
    json.EndArray();
  }
  WriteSet("access", query.access, kAccessCount, json);
  WriteSet("accessibility", query.accessibility, kAccessibilityCount, json);
  if (query.free) json.Bool("free", true);
}

void WriteWhen(const ResolvedQuery& resolved, JsonText& json) {
  const Query& query = resolved.query;
  WriteSet("day", query.days, kWeekdayCount, json);
  if (query.from) json.Text("from", ClockText(*query.from));
  if (query.to) json.Text("to", ClockText(*query.to));
  if (query.on) json.Text("on", FormatIsoDate(*query.on));
  if (query.HasTimeFilter() || query.on) json.Text("time_match", query::NameOf(query.time_match));
  if (resolved.open_at) json.Text("open_at", MinuteText(*resolved.open_at));
  if (query.next_days) json.Whole("next_days", *query.next_days);
  if (query.at) json.Text("at", MinuteText(*query.at));
}

void WriteOrigin(const Index& index, const ResolvedQuery& resolved, JsonText& json) {
  if (!resolved.organisations.empty()) {
    json.StartArray("organization");
    for (OrganisationOrdinal organisation : resolved.organisations) {
      json.StartObject()
          .Text("id", FormatUuid(index.organisations().public_id[organisation]))
          .Text("name", index.organisations().name[organisation])
          .EndObject();
    }
    json.EndArray();
  }
  if (!resolved.sources.empty()) {
    json.StartArray("source");
    for (SourceOrdinal source : resolved.sources) json.Element(index.sources().id[source]);
    json.EndArray();
  }
  if (!resolved.query.source_id.empty()) json.Text("source_id", resolved.query.source_id);
}

void WriteFreshness(const Query& query, JsonText& json) {
  if (query.min_quality) json.Whole("min_quality", *query.min_quality);
  if (query.assured_within) {
    const query::Age& age = *query.assured_within;
    json.Text("assured_within",
              age.months > 0 ? std::to_string(age.months) + "m" : std::to_string(age.days) + "d");
  }
  if (query.modified_after) json.Text("modified_after", FormatMoment(*query.modified_after));
  if (query.status != Query().status) WriteSet("status", query.status, kStatusCount, json);
}

// How the answer was to be made, rather than what is in it.
void WriteManner(const Query& query, JsonText& json) {
  if (query.unknown != query::UnknownMode::kDefault) {
    json.Text("unknown", query.unknown == query::UnknownMode::kKeep ? "keep" : "drop");
  }
  if (!query.use_inferred) json.Text("inferred", "drop");
  if (query.mode == query::Mode::kShortlist) json.Text("mode", "shortlist");
  json.Text("sort", query::NameOf(query::EffectiveSort(query)));
  if (!query.facets.empty()) {
    json.StartArray("facets");
    for (query::Facet facet : query.facets) json.Element(NameOf(facet));
    json.EndArray().Whole("facet_limit", query.facet_limit);
  }
  if (query.explain) json.Bool("explain", true);
}

void WriteLife(const query::Place& place, JsonText& json) {
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

}  // namespace

void WriteQuery(const Index& index, const ResolvedQuery& resolved, JsonText& json) {
  json.StartObject("query");
  WriteWords(resolved, json);
  WriteWhere(index, resolved, json);
  WriteKinds(index, resolved, json);
  WritePeople(resolved.query, json);
  WriteWhen(resolved, json);
  WriteOrigin(index, resolved, json);
  WriteFreshness(resolved.query, json);
  WriteManner(resolved.query, json);
  json.EndObject();
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
  for (AreaId area : place.authorities) {
    if (!area.is_none()) json.Element(index.areas().code[area]);
  }
  json.EndArray();
  if (place.read_as_sector) {
    json.Text("notice", "this postcode is not in our list; it was read as its sector, " +
                            place.label + ", so distances are about right");
  }
  if (place.reading == PlaceReading::kUnit) WriteLife(place, json);
  if (!place.also.empty()) {
    json.StartArray("also");
    for (PlaceOrdinal other : place.also) json.Element(query::FullName(index, other));
    json.EndArray();
  }
  json.EndObject();
  return std::move(json).Take();
}

}  // namespace waypost::server
