#pragma once

// Facts about where a document is and whom it is for: distance, place filter, area, box, authority.

#include <optional>
#include <vector>

#include "engine/core/fact.h"
#include "tests/oracle/document.h"
#include "tests/oracle/question.h"

namespace waypost::oracle {

// The distance from P, for documents with `place` in their reach.
std::optional<Millimetres> DistanceOf(const Question& question, const Document& document);

// Do the areas that the service states contain P? Not stated when it states none.
// REQUIRES: P is known.
Fact StatedAreasContainSpot(const Question& question, const Document& document);

// The filters of QUERY.md. PlaceFact and AreaFact need P, PlaceFact `within`,
// BoxFact `bbox`.
Fact PlaceFact(const Question& question, const Document& document);
Fact AreaFact(const Question& question, const Document& document);
Fact BoxFact(const Question& question, const Document& document);
Fact ReachFact(const Document& document, EnumSet<Reach> asked);
Fact AuthorityFact(const Question& question, const Document& document, const NamedArea& asked);

}  // namespace waypost::oracle
