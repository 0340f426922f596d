#pragma once

// A question as asked: every parameter of /api/search as a typed value, not yet looked up in any
// index. `ParseQuery` makes it from text; `Resolve` finds its names in an index; the linear-scan
// oracle answers it from records.
//
// Names (terms, places, organisations, authorities) are still text here, as the person wrote them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/core/enum_set.h"
#include "engine/core/units.h"
#include "engine/geo/bounding_box.h"
#include "engine/geo/lat_lng.h"
#include "engine/geo/postcode.h"
#include "engine/hours/clock_time.h"
#include "engine/hours/local_minute.h"
#include "engine/hours/stated_minute.h"
#include "engine/hours/time_window.h"

namespace waypost::query {

// `near` as read: exactly one of `point`, or a text that is a postcode, a place name, or both
// ("Ely" is no postcode; "SO" may be an area or a place: the index decides, postcode first).
struct Near {
  std::string text;  // as asked, trimmed
  std::optional<LatLng> point;
  std::optional<Postcode> postcode;
  friend bool operator==(const Near&, const Near&) = default;
};

// `within`, with the unit it was asked in, for widening in the same unit.
enum class LengthUnit : std::uint8_t { kMetres, kKilometres, kMiles };
struct Within {
  Metres radius;
  LengthUnit unit = LengthUnit::kMetres;
  friend bool operator==(const Within&, const Within&) = default;
};

// `bbox`; inclusive.
using waypost::BoundingBox;

// Asked ages as a span of years: `9` is [9, 10), `9-12` is [9, 13), `18m` the instant 1.5
// (first == last, closed).
struct AgeSpan {
  double first = 0;
  double last = 0;
  bool is_instant = false;
  friend bool operator==(const AgeSpan&, const AgeSpan&) = default;
};

// `assured_within`: exactly one of the two is above 0.
struct Age {
  int days = 0;
  int months = 0;
  friend bool operator==(const Age&, const Age&) = default;
};

enum class MatchMode : std::uint8_t { kAll, kAny };
using waypost::TimeMatch;
// `mode`: every result in pages, or a few good ones (shortlist.h).
enum class Mode : std::uint8_t { kAll, kShortlist };
inline constexpr int kShortlistLength = 3;
inline constexpr int kLongestShortlist = 10;
// How `q` is read: as text, or with operators (text/words_expression.h).
enum class Syntax : std::uint8_t { kPlain, kAdvanced };
enum class UnknownMode : std::uint8_t { kDefault, kKeep, kDrop };
// `kId`, by public id alone, is for lists that are read to their end (server/oruk); nobody asks for
// it by name.
enum class Sort : std::uint8_t {
  kDistance,
  kRelevance,
  kAssured,
  kModified,
  kName,
  kSoonest,
  kId,
};

// What results can be counted by (QUERY.md, "Answer"). `kDay` counts weekdays of sessions,
// `kTimeOfDay` morning, afternoon, evening, night; `kChecked` bands of the assured date.
enum class Facet : std::uint8_t {
  kServiceType,
  kNeed,
  kDay,
  kTimeOfDay,
  kCost,
  kAccess,
  kReach,
  kAccessibility,
  kLanguage,
  kAgeBand,
  kOrganization,
  kSource,
  kAuthority,
  kChecked,
};
inline constexpr int kFacetCount = 14;
std::string_view NameOf(Facet facet);
std::optional<Facet> ParseFacet(std::string_view name);

using waypost::LocalMinute;
using waypost::StatedMinute;

// `open_at`: the minute of the question ("now"), or another.
struct OpenAt {
  std::optional<StatedMinute> minute;  // nullopt: now
  friend bool operator==(const OpenAt&, const OpenAt&) = default;
};

// A window on some days, as `days`, `from` and `to` of a Query are one.
struct TimeChoice {
  EnumSet<Weekday> days;
  std::optional<MinuteOfDay> from;
  std::optional<MinuteOfDay> to;
  friend bool operator==(const TimeChoice&, const TimeChoice&) = default;
};

// What the ORUK dialects ask and /api/search does not (QUERY.md, "Beyond /api/search").
struct DialectQuery {
  // Besides one of `taxonomy_terms`, one of each of these lists must be carried.
  std::vector<std::vector<std::string>> also_terms;
  // Instead of the time that is asked, one of these will do.
  std::vector<TimeChoice> or_times;
  // The place that stated areas must contain, where it is another than `near`, or there is none.
  std::optional<Near> area_near;
  // What visits people counts as within reach wherever it says it goes: its area is not the
  // question.
  bool visits_anywhere = false;
  // As one of `organizations`: that a service states none.
  bool without_organization = false;
  // Any page, and windows of a whole day and night.
  bool is_unbounded = false;
  friend bool operator==(const DialectQuery&, const DialectQuery&) = default;
};

struct Query {
  std::string words;  // `q`
  MatchMode match = MatchMode::kAll;
  Syntax syntax = Syntax::kPlain;

  std::optional<Near> near;
  std::optional<Within> within;
  bool use_area = true;  // `area=ignore` clears it
  std::optional<BoundingBox> bbox;
  std::vector<std::string> authorities;
  EnumSet<Reach> reach;  // empty: not asked

  std::vector<std::string> service_types;
  std::vector<std::string> taxonomy_terms;
  std::vector<std::string> needs;
  std::vector<std::string> circumstances;
  std::vector<std::string> personas;
  bool use_inferred = true;  // `inferred=drop` clears it
  std::vector<std::string> exclude_taxonomy_terms;

  std::vector<AgeSpan> ages;
  EnumSet<Weekday> days;  // empty: any day
  std::optional<MinuteOfDay> from;
  std::optional<MinuteOfDay> to;
  TimeMatch time_match = TimeMatch::kOverlap;
  std::optional<Date> on;  // with it, `from` and `to` are of that date
  std::optional<OpenAt> open_at;
  std::optional<int> next_days;  // 0: today

  bool free = false;
  EnumSet<Access> access;
  std::vector<std::string> languages;
  EnumSet<Accessibility> accessibility;
  std::vector<std::string> organizations;
  std::vector<std::string> sources;
  std::string source_id;
  std::optional<Age> assured_within;
  std::optional<int> min_quality;  // 0 to 100
  std::optional<Moment> modified_after;
  EnumSet<Status> status = {Status::kActive, Status::kTemporarilyClosed};

  UnknownMode unknown = UnknownMode::kDefault;
  Mode mode = Mode::kAll;
  std::optional<Sort> sort;  // nullopt: relevance with words, a need-like filter or a shortlist,
                             // else distance with `near`, else name
  int page = 1;
  int per_page = 10;
  std::vector<Facet> facets;  // as listed in a value, values by their text; each once
  int facet_limit = 20;
  bool highlight = false;
  bool explain = false;
  std::optional<StatedMinute> at;  // the minute the question is asked for; nullopt: the clock
  DialectQuery dialect;

  // True when a day of the week or a time of day is asked for.
  bool HasTimeFilter() const { return !days.empty() || (!on && (from || to)); }
  // True when a date is asked for.
  bool HasDateFilter() const { return on || open_at || next_days; }
  // True when the words or a filter over needs say what is wanted, which makes relevance the order.
  bool HasNeedLikeFilter() const {
    return !service_types.empty() || !taxonomy_terms.empty() || !needs.empty() ||
           !circumstances.empty() || !personas.empty();
  }

  friend bool operator==(const Query&, const Query&) = default;
};

// The same question, asked for its totals alone: one page of one result, in the cheapest order.
Query ForTotal(Query query);

// The order in force: `sort`, or the default for the question.
Sort EffectiveSort(const Query& query);

}  // namespace waypost::query
