#pragma once

// Facts of a document that are worked out from its record (engine/query/QUERY.md, "Facts from
// records"). Pure functions.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/closed_lists.h"
#include "engine/core/enum_set.h"
#include "engine/core/fact.h"
#include "engine/index/documents.h"
#include "engine/index/richness.h"
#include "index_builder/record/record.h"

namespace waypost::prepare {

// `location` may be null: a service without any.
EnumSet<Reach> ReachOf(const record::Service& service, const record::Location* location);

// Whether the service is free, on the as-of date of the index.
Fact FreeOf(const record::Service& service, Date as_of);

AccessibilityBits AccessibilityOf(const record::Location* location);

// REQUIRES: the range is sound (complete.h).
AgeRange AgeRangeOf(const record::AgeRange& range);

// The code of a language, else its lower-case name; "" for one with neither.
std::string LanguageKey(const record::Language& language);

// What it states (QUERY.md, "Richness"); of the service, whatever the document.
EnumSet<RichnessPart> RichnessPartsOf(const record::Service& service);

}  // namespace waypost::prepare
