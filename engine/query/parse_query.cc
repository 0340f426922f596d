#include "engine/query/parse_query.h"

#include <algorithm>
#include <array>
#include <map>

#include "engine/hours/date_window.h"
#include "engine/query/parse_values.h"
#include "engine/query/request_error.h"

namespace waypost::query {
namespace {

absl::Status BadValue(std::string_view parameter, std::string_view value, std::string_view wanted) {
  return RequestError({.code = "bad_value",
                       .parameter = std::string(parameter),
                       .detail = std::string(parameter) + "=" + std::string(value.substr(0, 80)) +
                                 " cannot be read; give " + std::string(wanted)});
}

absl::Status TooManyValues(std::string_view parameter) {
  return RequestError({.code = "too_many_values",
                       .parameter = std::string(parameter),
                       .detail = std::string(parameter) + " takes at most " +
                                 std::to_string(kMaxValues) + " values"});
}

// The values that one parameter was given, in the order given.
using Values = std::vector<std::string>;

// The values of a parameter that takes several in one, "MO,TU": all of them count to the limit.
absl::StatusOr<std::vector<std::string_view>> SplitValues(const Values& values,
                                                          std::string_view parameter) {
  std::vector<std::string_view> parts;
  for (const std::string& value : values) {
    for (std::string_view part : SplitAt(value, ',')) parts.push_back(Trim(part));
  }
  if (parts.size() > kMaxValues) return TooManyValues(parameter);
  return parts;
}

// Puts an optional value into `target` or says what was wanted.
template <typename Target, typename Value>
absl::Status Put(Target& target, std::optional<Value> value, std::string_view parameter,
                 const std::string& text, std::string_view wanted) {
  if (!value) return BadValue(parameter, text, wanted);
  target = *value;
  return absl::OkStatus();
}

// A closed list: repeats and commas both.
template <typename E, typename Parse>
absl::Status PutSet(EnumSet<E>& target, const Values& values, std::string_view parameter,
                    Parse parse, std::string_view wanted) {
  ASSIGN_OR_RETURN(const std::vector<std::string_view> parts, SplitValues(values, parameter));
  for (std::string_view part : parts) {
    const std::optional<E> word = parse(part);
    if (!word) return BadValue(parameter, part, wanted);
    target.Add(*word);
  }
  return absl::OkStatus();
}

absl::Status PutTexts(std::vector<std::string>& target, const Values& values,
                      std::string_view parameter) {
  for (const std::string& value : values) {
    const std::string_view trimmed = Trim(value);
    if (trimmed.empty()) return BadValue(parameter, value, "a value, or leave it out");
    target.emplace_back(trimmed);
  }
  return absl::OkStatus();
}

absl::Status PutTextsSplit(std::vector<std::string>& target, const Values& values,
                           std::string_view parameter) {
  ASSIGN_OR_RETURN(const std::vector<std::string_view> parts, SplitValues(values, parameter));
  return PutTexts(target, Values(parts.begin(), parts.end()), parameter);
}

absl::Status PutBool(bool& target, const std::string& value, std::string_view parameter) {
  if (value != "true" && value != "false") return BadValue(parameter, value, "true or false");
  target = value == "true";
  return absl::OkStatus();
}

// Characters of UTF-8 text: bytes that do not continue another.
std::size_t CharacterCount(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::size_t WordCount(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space && !inside) ++count;
    inside = !space;
  }
  return count;
}

absl::Status PutWords(Query& query, const Values& values) {
  const std::string_view words = Trim(values[0]);
  // Bytes count as well: some that are no UTF-8 are no characters either.
  const bool too_long =
      CharacterCount(words) > kMaxWordsLength || words.size() > 4 * kMaxWordsLength;
  if (too_long || WordCount(words) > kMaxWords) {
    return RequestError({.code = "too_many_words",
                         .parameter = "q",
                         .detail = "q takes at most 500 characters and 64 words; ask with fewer"});
  }
  query.words = words;
  return absl::OkStatus();
}

absl::Status PutMatch(Query& query, const Values& values) {
  if (values[0] != "all" && values[0] != "any") return BadValue("match", values[0], "all or any");
  query.match = values[0] == "any" ? MatchMode::kAny : MatchMode::kAll;
  return absl::OkStatus();
}

// A shortlist is short unless `per_page`, which is read later, says otherwise.
absl::Status PutMode(Query& query, const Values& values) {
  if (values[0] != "all" && values[0] != "shortlist") {
    return BadValue("mode", values[0], "all or shortlist");
  }
  if (values[0] == "all") return absl::OkStatus();
  query.mode = Mode::kShortlist;
  query.per_page = kShortlistLength;
  return absl::OkStatus();
}

absl::Status PutSyntax(Query& query, const Values& values) {
  if (values[0] != "plain" && values[0] != "advanced") {
    return BadValue("syntax", values[0], "plain or advanced");
  }
  if (values[0] == "advanced") query.syntax = Syntax::kAdvanced;
  return absl::OkStatus();
}

absl::Status PutNear(Query& query, const Values& values) {
  ASSIGN_OR_RETURN(query.near, ParseNear(values[0]));
  return absl::OkStatus();
}

absl::Status PutArea(Query& query, const Values& values) {
  if (values[0] != "ignore") return BadValue("area", values[0], "ignore, or leave it out");
  query.use_area = false;
  return absl::OkStatus();
}

absl::Status PutFree(Query& query, const Values& values) {
  if (values[0] != "yes") return BadValue("free", values[0], "yes, or leave it out");
  query.free = true;
  return absl::OkStatus();
}

absl::Status PutTimeMatch(Query& query, const Values& values) {
  const std::string& value = values[0];
  if (value == "overlap") {
    query.time_match = TimeMatch::kOverlap;
  } else if (value == "within") {
    query.time_match = TimeMatch::kWithin;
  } else if (value == "covers") {
    query.time_match = TimeMatch::kCovers;
  } else {
    return BadValue("time_match", value, "overlap, within or covers");
  }
  return absl::OkStatus();
}

absl::Status PutInferred(Query& query, const Values& values) {
  if (values[0] != "keep" && values[0] != "drop") {
    return BadValue("inferred", values[0], "keep or drop");
  }
  query.use_inferred = values[0] == "keep";
  return absl::OkStatus();
}

absl::Status PutUnknown(Query& query, const Values& values) {
  if (values[0] != "keep" && values[0] != "drop") {
    return BadValue("unknown", values[0], "keep or drop");
  }
  query.unknown = values[0] == "keep" ? UnknownMode::kKeep : UnknownMode::kDrop;
  return absl::OkStatus();
}

absl::Status PutSort(Query& query, const Values& values) {
  constexpr std::array<std::pair<std::string_view, Sort>, 6> kSorts = {
      {{"distance", Sort::kDistance},
       {"relevance", Sort::kRelevance},
       {"assured", Sort::kAssured},
       {"modified", Sort::kModified},
       {"name", Sort::kName},
       {"soonest", Sort::kSoonest}}};
  for (const auto& [name, sort] : kSorts) {
    if (values[0] == name) {
      query.sort = sort;
      return absl::OkStatus();
    }
  }
  return BadValue("sort", values[0], "distance, relevance, assured, modified, name or soonest");
}

// "service_type, need, ...".
std::string FacetNames() {
  std::string names;
  for (int i = 0; i < kFacetCount; ++i) {
    if (i > 0) names += ", ";
    names += NameOf(static_cast<Facet>(i));
  }
  return names;
}

absl::Status PutFacets(Query& query, const Values& values) {
  ASSIGN_OR_RETURN(const std::vector<std::string_view> parts, SplitValues(values, "facets"));
  for (std::string_view part : parts) {
    const std::optional<Facet> facet = ParseFacet(part);
    if (!facet) return BadValue("facets", part, FacetNames());
    if (std::find(query.facets.begin(), query.facets.end(), *facet) == query.facets.end()) {
      query.facets.push_back(*facet);
    }
  }
  return absl::OkStatus();
}

absl::Status PutAges(Query& query, const Values& values) {
  for (const std::string& value : values) {
    const std::optional<AgeSpan> age = ParseAge(Trim(value));
    if (!age) return BadValue("age", value, "years (9), months (18m) or a range (9-12)");
    query.ages.push_back(*age);
  }
  return absl::OkStatus();
}

absl::Status PutWhole(int& target, const Values& values, std::string_view parameter, int smallest,
                      int largest) {
  const std::optional<int> number = ParseWhole(values[0]);
  if (!number || *number < smallest || *number > largest) {
    return BadValue(
        parameter, values[0],
        "a whole number from " + std::to_string(smallest) + " to " + std::to_string(largest));
  }
  target = *number;
  return absl::OkStatus();
}

absl::Status PutMinQuality(Query& query, const Values& values) {
  int quality = 0;
  RETURN_IF_ERROR(PutWhole(quality, values, "min_quality", 0, 100));
  query.min_quality = quality;
  return absl::OkStatus();
}

absl::Status PutNextDays(Query& query, const Values& values) {
  int days = 0;
  RETURN_IF_ERROR(PutWhole(days, values, "next_days", 0, kMaxNextDays));
  query.next_days = days;
  return absl::OkStatus();
}

struct Rule {
  std::string_view name;
  bool repeats;
  absl::Status (*put)(Query&, const Values&);
};

constexpr std::string_view kClock = "a time such as 09:30";

// One row a parameter, in the order of the names.
constexpr auto kRules = std::to_array<Rule>({
    {"access", true,
     [](Query& q, const Values& v) {
       return PutSet(q.access, v, "access", ParseAccess, "drop-in, appointment, referral, membership");
     }},
    {"accessibility", true,
     [](Query& q, const Values& v) {
       return PutSet(q.accessibility, v, "accessibility", ParseAccessibility,
                     "wheelchair, ramp, elevator, restroom, disabled_parking and the like");
     }},
    {"age", true, PutAges},
    {"area", false, PutArea},
    {"assured_within", false,
     [](Query& q, const Values& v) {
       return Put(q.assured_within, ParseAgeOfCheck(v[0]), "assured_within", v[0], "90d or 3m");
     }},
    {"at", false,
     [](Query& q, const Values& v) {
       return Put(q.at, ParseMinute(v[0]), "at", v[0], "a minute such as 2026-11-21T14:05");
     }},
    {"authority", true,
     [](Query& q, const Values& v) { return PutTexts(q.authorities, v, "authority"); }},
    {"bbox", false,
     [](Query& q, const Values& v) {
       return Put(q.bbox, ParseBoundingBox(v[0]), "bbox", v[0],
                  "west,south,east,north in degrees, west before east and south before north");
     }},
    {"circumstance", true,
     [](Query& q, const Values& v) { return PutTexts(q.circumstances, v, "circumstance"); }},
    {"day", true,
     [](Query& q, const Values& v) {
       return PutSet(q.days, v, "day", ParseWeekday, "MO, TU, WE, TH, FR, SA, SU");
     }},
    {"exclude_taxonomy_term", true,
     [](Query& q, const Values& v) {
       return PutTexts(q.exclude_taxonomy_terms, v, "exclude_taxonomy_term");
     }},
    {"explain", false,
     [](Query& q, const Values& v) { return PutBool(q.explain, v[0], "explain"); }},
    {"facet_limit", false,
     [](Query& q, const Values& v) { return PutWhole(q.facet_limit, v, "facet_limit", 1, 1000); }},
    {"facets", true, PutFacets},
    {"free", false, PutFree},
    {"from", false,
     [](Query& q, const Values& v) { return Put(q.from, ParseClock(v[0]), "from", v[0], kClock); }},
    {"highlight", false,
     [](Query& q, const Values& v) { return PutBool(q.highlight, v[0], "highlight"); }},
    {"inferred", false, PutInferred},
    {"language", true,
     [](Query& q, const Values& v) { return PutTextsSplit(q.languages, v, "language"); }},
    {"match", false, PutMatch},
    {"min_quality", false, PutMinQuality},
    {"mode", false, PutMode},
    {"modified_after", false,
     [](Query& q, const Values& v) {
       return Put(q.modified_after, ParseMoment(v[0]), "modified_after", v[0],
                  "a date or a date-time such as 2026-11-21T14:05:00Z");
     }},
    {"near", false, PutNear},
    {"need", true, [](Query& q, const Values& v) { return PutTexts(q.needs, v, "need"); }},
    {"next_days", false, PutNextDays},
    {"on", false,
     [](Query& q, const Values& v) {
       return Put(q.on, ParseIsoDate(v[0]), "on", v[0], "a date such as 2026-11-24");
     }},
    {"open_at", false,
     [](Query& q, const Values& v) {
       return Put(q.open_at, ParseOpenAt(v[0]), "open_at", v[0],
                  "now, or a minute such as 2026-11-24T14:05");
     }},
    {"organization", true,
     [](Query& q, const Values& v) { return PutTexts(q.organizations, v, "organization"); }},
    {"page", false,
     [](Query& q, const Values& v) { return PutWhole(q.page, v, "page", 1, 999'999'999); }},
    {"per_page", false,
     [](Query& q, const Values& v) { return PutWhole(q.per_page, v, "per_page", 1, kMaxPerPage); }},
    {"persona", true,
     [](Query& q, const Values& v) { return PutTexts(q.personas, v, "persona"); }},
    {"q", false, PutWords},
    {"reach", true,
     [](Query& q, const Values& v) {
       return PutSet(q.reach, v, "reach", ParseReach, "place, visits, remote");
     }},
    {"service_type", true,
     [](Query& q, const Values& v) { return PutTexts(q.service_types, v, "service_type"); }},
    {"sort", false, PutSort},
    {"source", true, [](Query& q, const Values& v) { return PutTexts(q.sources, v, "source"); }},
    {"source_id", false,
     [](Query& q, const Values& v) {
       q.source_id = Trim(v[0]);
       if (q.source_id.empty()) return BadValue("source_id", v[0], "a value, or leave it out");
       return absl::OkStatus();
     }},
    {"status", true,
     [](Query& q, const Values& v) {
       q.status = {};
       return PutSet(q.status, v, "status", ParseStatus,
                     "active, temporarily closed, inactive, defunct");
     }},
    {"syntax", false, PutSyntax},
    {"taxonomy_term", true,
     [](Query& q, const Values& v) { return PutTexts(q.taxonomy_terms, v, "taxonomy_term"); }},
    {"time_match", false, PutTimeMatch},
    {"to", false,
     [](Query& q, const Values& v) { return Put(q.to, ParseClock(v[0]), "to", v[0], kClock); }},
    {"unknown", false, PutUnknown},
    {"within", false,
     [](Query& q, const Values& v) {
       return Put(q.within, ParseWithin(Trim(v[0])), "within", v[0],
                  "a distance above 0 such as 800m, 5km or 3mi");
     }},
});

const Rule* FindRule(std::string_view name) {
  for (const Rule& rule : kRules) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

absl::Status UnknownParameter(const std::string& name) {
  std::array<std::string_view, kRules.size()> names;
  std::transform(kRules.begin(), kRules.end(), names.begin(), [](const Rule& r) { return r.name; });
  std::string nearest = NearestOf(name, names);
  std::string hint = "; did you mean " + nearest + "?";
  if (nearest.empty()) {
    hint = "; there are ";
    for (std::string_view known : names) {
      hint.append(known).append(known == names.back() ? "" : ", ");
    }
  }
  return RequestError({.code = "unknown_parameter",
                       .parameter = name.substr(0, 80),
                       .detail = "there is no parameter " + name.substr(0, 80) + hint,
                       .nearest = std::move(nearest)});
}

absl::Status CheckCounts(const Rule& rule, const Values& values) {
  if (values.size() > 1 && !rule.repeats) {
    return RequestError({.code = "repeated_parameter",
                         .parameter = std::string(rule.name),
                         .detail = std::string(rule.name) + " may be given once only"});
  }
  if (values.size() > kMaxValues) return TooManyValues(rule.name);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<StatedMinute> ParseStatedMinute(const std::string& text) {
  const std::optional<StatedMinute> minute = ParseMinute(text);
  if (!minute) return BadValue("at", text, "a minute such as 2026-11-21T14:05");
  return *minute;
}

absl::StatusOr<Query> ParseQuery(std::span<const Parameter> parameters) {
  // Grouped by name, so that the order of different parameters cannot matter.
  std::map<std::string, Values> grouped;
  for (const Parameter& parameter : parameters) {
    grouped[parameter.name].push_back(parameter.value);
  }
  Query query;
  for (auto& [name, values] : grouped) {
    const Rule* rule = FindRule(name);
    if (rule == nullptr) return UnknownParameter(name);
    RETURN_IF_ERROR(CheckCounts(*rule, values));
    // Nor may the order of repeats.
    std::sort(values.begin(), values.end());
    RETURN_IF_ERROR(rule->put(query, values));
  }
  RETURN_IF_ERROR(CheckQuery(query));
  return query;
}

}  // namespace waypost::query
