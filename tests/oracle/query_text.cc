#include "tests/oracle/query_text.h"

#include <array>
#include <cstdio>

namespace waypost::oracle {
namespace {

using query::Query;

// Collects `name=value` pairs.
class Pairs {
 public:
  void Add(std::string_view name, const std::string& value) {
    if (!text_.empty()) text_ += ' ';
    text_ += std::string(name) + "=" + value;
  }
  void AddEach(std::string_view name, const std::vector<std::string>& values) {
    for (const std::string& value : values) Add(name, value);
  }
  template <typename E>
  void AddSet(std::string_view name, EnumSet<E> set, std::size_t size) {
    std::string joined;
    for (std::size_t i = 0; i < size; ++i) {
      const E value = static_cast<E>(i);
      if (!set.Has(value)) continue;
      if (!joined.empty()) joined += ',';
      joined += NameOf(value);
    }
    if (!joined.empty()) Add(name, joined);
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

template <typename... Arguments>
std::string Format(const char* pattern, Arguments... arguments) {
  std::array<char, 128> buffer;
  const int length = std::snprintf(buffer.data(), buffer.size(), pattern, arguments...);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string PointText(LatLng point) {
  return Format("%.7f,%.7f", point.lat_degrees(), point.lon_degrees());
}

std::string AgeText(const query::AgeSpan& age) {
  return age.is_instant ? Format("%gm", age.first * 12) : Format("[%g,%g)", age.first, age.last);
}

void AddPlace(const Query& query, Pairs& pairs) {
  if (query.near) {
    pairs.Add("near", query.near->point ? PointText(*query.near->point) : query.near->text);
  }
  if (query.within) pairs.Add("within", Format("%.3fm", query.within->radius.value()));
  if (!query.use_area) pairs.Add("area", "ignore");
  if (query.bbox) {
    pairs.Add("bbox(sw;ne)",
              PointText(query.bbox->south_west) + ";" + PointText(query.bbox->north_east));
  }
  pairs.AddEach("authority", query.authorities);
  pairs.AddSet("reach", query.reach, kReachCount);
}

void AddTime(const Query& query, Pairs& pairs) {
  pairs.AddSet("day", query.days, kWeekdayCount);
  if (query.from) pairs.Add("from", ClockText(*query.from));
  if (query.to) pairs.Add("to", ClockText(*query.to));
  if (query.on) pairs.Add("on", FormatIsoDate(*query.on));
  if (query.open_at) {
    pairs.Add("open_at", query.open_at->minute ? MinuteText(*query.open_at->minute) : "now");
  }
  if (query.next_days) pairs.Add("next_days", std::to_string(*query.next_days));
  if (query.time_match == query::TimeMatch::kWithin) pairs.Add("time_match", "within");
  if (query.time_match == query::TimeMatch::kCovers) pairs.Add("time_match", "covers");
}

void AddFacts(const Query& query, Pairs& pairs) {
  if (query.free) pairs.Add("free", "yes");
  pairs.AddSet("access", query.access, kAccessCount);
  pairs.AddEach("language", query.languages);
  pairs.AddSet("accessibility", query.accessibility, kAccessibilityCount);
  pairs.AddEach("organization", query.organizations);
  pairs.AddEach("source", query.sources);
  if (!query.source_id.empty()) pairs.Add("source_id", query.source_id);
  if (query.assured_within) {
    const auto& age = *query.assured_within;
    pairs.Add("assured_within", age.days > 0 ? Format("%dd", age.days) : Format("%dm", age.months));
  }
  if (query.min_quality) pairs.Add("min_quality", std::to_string(*query.min_quality));
  if (query.modified_after) pairs.Add("modified_after", FormatMoment(*query.modified_after));
  if (!(query.status == Query().status)) pairs.AddSet("status", query.status, kStatusCount);
}

void AddForm(const Query& query, Pairs& pairs) {
  constexpr std::array<const char*, 6> kSorts = {"distance", "relevance", "assured",
                                                 "modified", "name",      "soonest"};
  if (query.unknown == query::UnknownMode::kKeep) pairs.Add("unknown", "keep");
  if (query.unknown == query::UnknownMode::kDrop) pairs.Add("unknown", "drop");
  if (!query.use_inferred) pairs.Add("inferred", "drop");
  if (query.sort) pairs.Add("sort", kSorts.at(static_cast<std::size_t>(*query.sort)));
  if (query.page != 1) pairs.Add("page", std::to_string(query.page));
  if (query.per_page != Query().per_page) pairs.Add("per_page", std::to_string(query.per_page));
  for (query::Facet facet : query.facets) pairs.Add("facets", std::string(FacetName(facet)));
  if (query.facet_limit != Query().facet_limit) {
    pairs.Add("facet_limit", std::to_string(query.facet_limit));
  }
  if (query.at) pairs.Add("at", MinuteText(*query.at));
}

}  // namespace

std::string QueryText(const Query& query) {
  Pairs pairs;
  if (!query.words.empty()) pairs.Add("q", query.words);
  if (query.syntax == query::Syntax::kAdvanced) pairs.Add("syntax", "advanced");
  if (query.match == query::MatchMode::kAny) pairs.Add("match", "any");
  AddPlace(query, pairs);
  pairs.AddEach("service_type", query.service_types);
  pairs.AddEach("taxonomy_term", query.taxonomy_terms);
  pairs.AddEach("need", query.needs);
  pairs.AddEach("circumstance", query.circumstances);
  pairs.AddEach("persona", query.personas);
  pairs.AddEach("exclude_taxonomy_term", query.exclude_taxonomy_terms);
  for (const query::AgeSpan& age : query.ages) pairs.Add("age", AgeText(age));
  AddTime(query, pairs);
  AddFacts(query, pairs);
  AddForm(query, pairs);
  return pairs.text();
}

std::string MinuteText(const query::LocalMinute& minute) {
  return FormatIsoDate(minute.date) + "T" + ClockText(minute.time) +
         (minute.second_pass ? "(second pass)" : "");
}

std::string MinuteText(const query::StatedMinute& minute) {
  return FormatIsoDate(minute.date) + "T" + ClockText(minute.time) +
         (minute.offset_minutes ? Format("%+d", *minute.offset_minutes) : "");
}

std::string ClockText(MinuteOfDay time) {
  return Format("%02d:%02d", time.value() / 60, time.value() % 60);
}

std::string_view FacetName(query::Facet facet) {
  constexpr std::array<std::string_view, query::kFacetCount> kNames = {
      "service_type",  "need",     "day",      "time_of_day",  "cost",   "access",    "reach",
      "accessibility", "language", "age_band", "organization", "source", "authority", "checked"};
  return kNames.at(static_cast<std::size_t>(facet));
}

}  // namespace waypost::oracle
