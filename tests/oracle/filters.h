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
  kAssured,
  kModified,
  kStatus,
};
inline constexpr std::size_t kFilterCount = 26;
std::string_view NameOf(Filter filter);

// The filters that are on, in the order of the enum. `status` always is.
std::vector<Filter> AskedFilters(const Question& question);

// REQUIRES: `filter` is on.
Fact FactOf(const Question& question, const Document& document, Filter filter);

// True when a document with that fact is no result.
bool Refuses(const Question& question, Filter filter, Fact fact);

}  // namespace waypost::oracle
