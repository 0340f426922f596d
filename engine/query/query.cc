#include "engine/query/query.h"

#include <array>

namespace waypost::query {
namespace {

constexpr std::array<std::string_view, kFacetCount> kFacetNames = {
    "service_type",  "need",     "day",      "time_of_day",  "cost",   "access",    "reach",
    "accessibility", "language", "age_band", "organization", "source", "authority", "checked"};

}  // namespace

std::string_view NameOf(Facet facet) { return kFacetNames.at(static_cast<std::size_t>(facet)); }

std::optional<Facet> ParseFacet(std::string_view name) {
  for (std::size_t i = 0; i < kFacetNames.size(); ++i) {
    if (kFacetNames[i] == name) return static_cast<Facet>(i);
  }
  return std::nullopt;
}

Query ForTotal(Query query) {
  query.mode = Mode::kAll;
  query.page = 1;
  query.per_page = 1;
  query.facets.clear();
  query.sort = Sort::kName;
  return query;
}

Sort EffectiveSort(const Query& query) {
  if (query.sort) return *query.sort;
  if (!query.words.empty() || query.HasNeedLikeFilter() || query.mode == Mode::kShortlist) {
    return Sort::kRelevance;
  }
  return query.near ? Sort::kDistance : Sort::kName;
}

}  // namespace waypost::query
