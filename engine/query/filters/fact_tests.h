#pragma once

// What a document says of one value of a fact: shared by filters and by the facets that count
// values.

#include <algorithm>
#include <span>

#include "engine/core/closed_lists.h"
#include "engine/core/date.h"
#include "engine/core/fact.h"
#include "engine/index/documents.h"
#include "engine/query/query.h"

namespace waypost::query {

inline Fact ReachIs(EnumSet<Reach> stated, EnumSet<Reach> asked) {
  if (stated.empty()) return Fact::kNotStated;
  return FactOf(stated.Intersects(asked));
}

inline Fact AccessIs(EnumSet<Access> stated, EnumSet<Access> asked) {
  if (stated.empty()) return Fact::kNotStated;
  return FactOf(stated.Intersects(asked));
}

// All of the asked features.
inline Fact AccessibilityIs(AccessibilityBits stated, std::uint32_t asked) {
  if ((stated.present & asked) == asked) return Fact::kYes;
  // A feature stated both present and absent counts as present.
  return (stated.absent & ~stated.present & asked) != 0 ? Fact::kNo : Fact::kNotStated;
}

inline Fact AgeMeets(std::span<const AgeRange> stated, const AgeRange& asked) {
  if (stated.empty()) return Fact::kNotStated;
  return FactOf(std::any_of(stated.begin(), stated.end(),
                            [&](const AgeRange& range) { return range.Meets(asked); }));
}

inline Fact LanguageIs(std::span<const LanguageId> stated, LanguageId asked) {
  if (stated.empty()) return Fact::kNotStated;
  return FactOf(std::find(stated.begin(), stated.end(), asked) != stated.end());
}

// `earliest` is the first day that is recent enough.
inline Fact AssuredSince(std::int32_t assured, std::int32_t earliest, std::int32_t today) {
  if (assured == kNoDate || assured > today) return Fact::kNotStated;
  return FactOf(assured >= earliest);
}

// The first day of the last `age`.
inline std::int32_t EarliestDay(const Age& age, Date today) {
  return age.months > 0 ? DayNumber(MonthsBefore(today, age.months)) : DayNumber(today) - age.days;
}

inline AgeRange AskedAge(const AgeSpan& span) {
  const auto scaled = [](double years) {
    return static_cast<std::int32_t>(std::llround(years * AgeRange::kPerYear));
  };
  const std::int32_t first = scaled(span.first);
  return {first, span.is_instant ? first + 1 : scaled(span.last)};
}

}  // namespace waypost::query
