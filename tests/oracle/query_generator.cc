#include "tests/oracle/query_generator.h"

#include <algorithm>
#include <array>

#include "tests/oracle/query_dates.h"
#include "tests/oracle/query_facts.h"
#include "tests/oracle/query_place.h"
#include "tests/oracle/query_time.h"
#include "tests/oracle/query_words.h"
#include "tests/oracle/terms.h"

namespace waypost::oracle {
namespace {

using query::Query;
using record::Service;

// One kind of filter.
void AddFilter(Draft& draft, std::size_t kind) {
  Query& query = draft.query;
  switch (kind) {
    case 0:
      return draft.random.Chance(25) ? AddExpression(draft) : AddWords(draft);
    case 1:
      return AddNear(draft.world, draft.witness, draft.random, query);
    case 2:
      return AddBox(draft.witness, draft.random, query);
    case 3:
      return AddAuthorities(draft.world, draft.random, query);
    case 4:
      return AddReach(draft);
    case 5:
      return AddTermIds(draft, query.service_types, kServiceTypes);
    case 6:
      return AddTermIds(draft, query.taxonomy_terms, "");
    case 7:
      return AddMappedIds(draft, query.needs, kNeeds);
    case 8:
      return AddMappedIds(draft, query.circumstances, kCircumstances);
    case 9:
      return AddExcludedTerms(draft);
    case 10:
      return AddAges(draft);
    case 11:
      return AddTime(draft.witness, draft.random, query);
    case 12:
      query.free = true;
      return;
    case 13:
      return AddAccess(draft);
    case 14:
      return AddLanguages(draft);
    case 15:
      return AddAccessibility(draft);
    case 16:
      return AddOrganisations(draft);
    case 17:
      return AddSources(draft);
    case 18:
      return AddAssured(draft);
    case 19:
      return AddModified(draft);
    case 20:
      return AddOn(draft);
    case 21:
      return AddOpenAt(draft);
    case 22:
      return AddNextDays(draft);
    case 23:
      return AddPersonas(draft);
    case 24:
      query.min_quality = draft.random.Within(10, 90);
      return;
    default:
      return AddStatus(draft);
  }
}

// Place and time are what people ask for most, and where most can go wrong.
std::size_t RandomKind(Random& random) {
  return random.Weighted(
      {12, 34, 5, 6, 5, 6, 5, 5, 4, 5, 7, 22, 5, 5, 5, 6, 4, 4, 5, 4, 16, 10, 10, 4, 4, 3});
}

void AddOrder(Draft& draft) {
  Random& random = draft.random;
  Query& query = draft.query;
  if (random.Chance(60)) {
    constexpr std::array<query::Sort, 6> kSorts = {query::Sort::kDistance, query::Sort::kRelevance,
                                                   query::Sort::kAssured,  query::Sort::kModified,
                                                   query::Sort::kName,     query::Sort::kSoonest};
    query.sort = random.Pick(kSorts);
    // An error without a place; rarely worth asking.
    if (query.sort == query::Sort::kDistance && !query.near && !random.Chance(2)) {
      query.sort = query::Sort::kName;
    }
  }
  query.per_page = random.Pick(std::array<int, 6>{1, 2, 5, 10, 30, 100});
  if (random.Chance(30)) query.page = random.Within(2, 4);
  if (random.Chance(25)) query.unknown = query::UnknownMode::kKeep;
  if (random.Chance(20)) query.unknown = query::UnknownMode::kDrop;
  if (random.Chance(15)) query.use_inferred = false;
}

void AddFacets(Draft& draft) {
  if (draft.random.Chance(55)) return;
  for (int i = draft.random.Within(1, 3); i > 0; --i) {
    const auto facet = static_cast<query::Facet>(draft.random.Within(0, query::kFacetCount - 1));
    auto& facets = draft.query.facets;
    if (std::find(facets.begin(), facets.end(), facet) == facets.end()) facets.push_back(facet);
  }
  if (draft.random.Chance(40)) draft.query.facet_limit = draft.random.Within(1, 6);
}

}  // namespace

Query QueryGenerator::Next() {
  const Service& service = random_.Pick(world_.directory.services);
  Draft draft{world_, random_, random_.Pick(DocumentsOf(service)), {}};
  std::array<bool, 26> used = {};
  for (int i = static_cast<int>(random_.Weighted({2, 40, 34, 16, 8})); i > 0; --i) {
    const std::size_t kind = RandomKind(random_);
    if (!used.at(kind)) AddFilter(draft, kind);
    used.at(kind) = true;
  }
  AddOrder(draft);
  AddFacets(draft);
  if (random_.Chance(25)) AddAt(draft);
  return std::move(draft.query);
}

}  // namespace waypost::oracle
