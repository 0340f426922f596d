#include "engine/query/format_query.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "engine/hours/clock_text.h"
#include "engine/query/parse_values.h"

namespace waypost::query {
namespace {

// The shortest decimal text that reads back to the same number.
std::string DecimalText(double number) {
  std::array<char, 400> buffer;
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string("0");
}

std::string DegreesText(std::int32_t e7) {
  const std::int64_t size = std::abs(std::int64_t{e7});
  std::string fraction = std::to_string(size % 10'000'000);
  fraction.insert(0, 7 - fraction.size(), '0');
  return (e7 < 0 ? "-" : "") + std::to_string(size / 10'000'000) + "." + fraction;
}

std::string AgeText(const AgeSpan& age) {
  if (age.is_instant) return std::to_string(std::lround(age.first * 12)) + "m";
  const std::string first = std::to_string(std::lround(age.first));
  const long last = std::lround(age.last) - 1;
  return last == std::lround(age.first) ? first : first + "-" + std::to_string(last);
}

std::string OffsetText(int minutes) {
  if (minutes == 0) return "Z";
  return (minutes < 0 ? "-" : "+") + ClockText(MinuteOfDay(std::abs(minutes)));
}

std::string StatedMinuteText(const StatedMinute& minute) {
  std::string text = FormatIsoDate(minute.date) + "T" + ClockText(minute.time);
  if (minute.offset_minutes) text += OffsetText(*minute.offset_minutes);
  return text;
}

template <typename E>
std::string Joined(EnumSet<E> set, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (!set.Has(static_cast<E>(i))) continue;
    if (!text.empty()) text += ',';
    text += NameOf(static_cast<E>(i));
  }
  return text;
}

class Parameters {
 public:
  void Add(std::string_view name, std::string value) {
    if (!value.empty()) parameters_.push_back({std::string(name), std::move(value)});
  }
  void AddEach(std::string_view name, const std::vector<std::string>& values) {
    for (const std::string& value : values) Add(name, value);
  }
  std::vector<Parameter> TakeSorted() {
    std::ranges::stable_sort(parameters_, {}, &Parameter::name);
    return std::move(parameters_);
  }

 private:
  std::vector<Parameter> parameters_;
};

void AddWhat(const Query& query, Parameters& out) {
  out.Add("q", query.words);
  if (query.match == MatchMode::kAny) out.Add("match", "any");
  if (query.syntax == Syntax::kAdvanced) out.Add("syntax", "advanced");
  out.AddEach("service_type", query.service_types);
  out.AddEach("taxonomy_term", query.taxonomy_terms);
  out.AddEach("need", query.needs);
  out.AddEach("circumstance", query.circumstances);
  out.AddEach("persona", query.personas);
  out.AddEach("exclude_taxonomy_term", query.exclude_taxonomy_terms);
  if (!query.use_inferred) out.Add("inferred", "drop");
}

void AddWhere(const Query& query, Parameters& out) {
  if (query.near) out.Add("near", query.near->text);
  if (query.within) out.Add("within", FormatWithin(*query.within));
  if (!query.use_area) out.Add("area", "ignore");
  if (query.bbox) {
    const auto& [south_west, north_east] = *query.bbox;
    out.Add("bbox", DegreesText(south_west.lon_e7()) + "," + DegreesText(south_west.lat_e7()) +
                        "," + DegreesText(north_east.lon_e7()) + "," +
                        DegreesText(north_east.lat_e7()));
  }
  out.AddEach("authority", query.authorities);
  out.Add("reach", Joined(query.reach, kReachCount));
}

void AddWhen(const Query& query, Parameters& out) {
  out.Add("day", Joined(query.days, kWeekdayCount));
  if (query.from) out.Add("from", ClockText(*query.from));
  if (query.to) out.Add("to", ClockText(*query.to));
  if (query.time_match != TimeMatch::kOverlap) {
    out.Add("time_match", std::string(NameOf(query.time_match)));
  }
  if (query.on) out.Add("on", FormatIsoDate(*query.on));
  if (query.open_at) {
    out.Add("open_at", query.open_at->minute ? StatedMinuteText(*query.open_at->minute) : "now");
  }
  if (query.next_days) out.Add("next_days", std::to_string(*query.next_days));
  if (query.at) out.Add("at", StatedMinuteText(*query.at));
}

void AddFacts(const Query& query, Parameters& out) {
  for (const AgeSpan& age : query.ages) out.Add("age", AgeText(age));
  if (query.free) out.Add("free", "yes");
  out.Add("access", Joined(query.access, kAccessCount));
  out.AddEach("language", query.languages);
  out.Add("accessibility", Joined(query.accessibility, kAccessibilityCount));
  out.AddEach("organization", query.organizations);
  out.AddEach("source", query.sources);
  out.Add("source_id", query.source_id);
  if (query.assured_within) out.Add("assured_within", FormatAgeOfCheck(*query.assured_within));
  if (query.min_quality) out.Add("min_quality", std::to_string(*query.min_quality));
  if (query.modified_after) out.Add("modified_after", FormatMoment(*query.modified_after));
  if (query.status != Query().status) out.Add("status", Joined(query.status, kStatusCount));
}

void AddManner(const Query& query, Parameters& out) {
  const Query defaults;
  if (query.unknown != UnknownMode::kDefault) {
    out.Add("unknown", query.unknown == UnknownMode::kKeep ? "keep" : "drop");
  }
  if (query.sort) out.Add("sort", std::string(NameOf(*query.sort)));
  if (query.page != defaults.page) out.Add("page", std::to_string(query.page));
  const bool is_short = query.mode == Mode::kShortlist;
  if (is_short) out.Add("mode", "shortlist");
  if (query.per_page != (is_short ? kShortlistLength : defaults.per_page)) {
    out.Add("per_page", std::to_string(query.per_page));
  }
  std::string facets;
  for (Facet facet : query.facets) {
    if (!facets.empty()) facets += ',';
    facets += NameOf(facet);
  }
  out.Add("facets", facets);
  if (query.facet_limit != defaults.facet_limit) {
    out.Add("facet_limit", std::to_string(query.facet_limit));
  }
  if (query.highlight) out.Add("highlight", "true");
  if (query.explain) out.Add("explain", "true");
}

}  // namespace

std::string FormatWithin(const Within& within) {
  const double metres = within.radius.value();
  const auto text_in = [&](double per_unit, std::string_view unit) {
    const double number = metres / per_unit;
    // What division rounded, multiplication may not give back.
    for (const double tried : {number, std::nextafter(number, 0.0), std::nextafter(number, 1e9)}) {
      const std::string text = DecimalText(tried) + std::string(unit);
      const std::optional<Within> read = ParseWithin(text);
      if (read && read->radius == within.radius) return text;
    }
    return DecimalText(metres) + "m";
  };
  switch (within.unit) {
    case LengthUnit::kMetres:
      break;
    case LengthUnit::kKilometres:
      return text_in(1000, "km");
    case LengthUnit::kMiles:
      return text_in(kMetresPerMile, "mi");
  }
  return DecimalText(metres) + "m";
}

std::string FormatAgeOfCheck(const Age& age) {
  return age.months > 0 ? std::to_string(age.months) + "m" : std::to_string(age.days) + "d";
}

std::string_view NameOf(Sort sort) {
  constexpr std::array<std::string_view, 7> kNames = {
      "distance", "relevance", "assured", "modified", "name", "soonest", "id"};
  return kNames[static_cast<std::size_t>(sort)];
}

std::string_view NameOf(TimeMatch match) {
  constexpr std::array<std::string_view, 3> kNames = {"overlap", "within", "covers"};
  return kNames[static_cast<std::size_t>(match)];
}

std::vector<Parameter> FormatQuery(const Query& query) {
  Parameters out;
  AddWhat(query, out);
  AddWhere(query, out);
  AddWhen(query, out);
  AddFacts(query, out);
  AddManner(query, out);
  return out.TakeSorted();
}

}  // namespace waypost::query
