#pragma once

// The filters of a question and what each says about a document.

#include <array>
#include <string_view>
#include <vector>

#include "engine/core/fact.h"
#include "tests/oracle/document.h"
#include "tests/oracle/question.h"

namespace waypost::oracle {

enum class Filter {
  kWords,
  kPlace,
  kArea,
  kBox,
  kAuthority,
  kReach,
  kServiceType,
  kTaxonomyTerm,
  kNeed,
  kCircumstance,
  kPersona,
  kExcludeTerm,
  kAge,
  kTime,
  kOn,
  kOpenAt,
  kNextDays,
  kFree,
  kAccess,
  kLanguage,
  kAccessibility,
  kOrganisation,
  kSource,
  kSourceId,
  kQuality,
  kAssured,
  kModified,
  kStatus,
};
inline constexpr std::size_t kFilterCount = 28;
std::string_view NameOf(Filter filter);

// The filters that are on, in the order of the enum. `status` always is.
std::vector<Filter> AskedFilters(const Question& question);

// REQUIRES: `filter` is on.
Fact FactOf(const Question& question, const Document& document, Filter filter);

// True when a document of which the filter says `fact` is no result.
bool Refuses(const Question& question, const Document& document, Filter filter, Fact fact);

// True when the filter asks for service types and the document's service carries none that decides,
// but one of those that its text suggests would do.
bool IsInferred(const Question& question, const Document& document, Filter filter);

}  // namespace waypost::oracle
