#include "engine/query/collectors/facet_values.h"

#include <algorithm>
#include <vector>

#include "engine/query/collectors/facet_kinds.h"

namespace waypost::query {

std::unique_ptr<FacetValues> MakeFacetValues(Facet facet, const Index& index,
                                             const ResolvedQuery& resolved) {
  switch (facet) {
    case Facet::kServiceType:
      return ServiceTypeFacet(index);
    case Facet::kNeed:
      return NeedFacet(index);
    case Facet::kDay:
      return DayFacet(index, resolved);
    case Facet::kTimeOfDay:
      return TimeOfDayFacet(index, resolved);
    case Facet::kCost:
      return CostFacet(index);
    case Facet::kAccess:
    case Facet::kReach:
    case Facet::kAccessibility:
      return ClosedListFacet(facet, index);
    case Facet::kLanguage:
      return LanguageFacet(index);
    case Facet::kAgeBand:
      return AgeBandFacet(index);
    case Facet::kOrganization:
      return OrganisationFacet(index);
    case Facet::kSource:
      return SourceFacet(index);
    case Facet::kAuthority:
      return AuthorityFacet(index);
    case Facet::kChecked:
      return CheckedFacet(index, resolved);
  }
  return nullptr;
}

FilterKind OwnFilterOf(Facet facet) {
  switch (facet) {
    case Facet::kServiceType:
      return FilterKind::kServiceType;
    case Facet::kNeed:
      return FilterKind::kNeed;
    case Facet::kDay:
    case Facet::kTimeOfDay:
      return FilterKind::kTime;
    case Facet::kCost:
      return FilterKind::kFree;
    case Facet::kAccess:
      return FilterKind::kAccess;
    case Facet::kReach:
      return FilterKind::kReach;
    case Facet::kAccessibility:
      return FilterKind::kAccessibility;
    case Facet::kLanguage:
      return FilterKind::kLanguage;
    case Facet::kAgeBand:
      return FilterKind::kAge;
    case Facet::kOrganization:
      return FilterKind::kOrganization;
    case Facet::kSource:
      return FilterKind::kSource;
    case Facet::kAuthority:
      return FilterKind::kAuthority;
    case Facet::kChecked:
      return FilterKind::kAssuredWithin;
  }
  return FilterKind::kStatus;
}

FacetCounts CountsOf(Facet facet, const FacetValues& values, const FacetTally& tally,
                     std::size_t limit) {
  struct Counted {
    std::uint64_t count;
    std::string id;
    std::size_t value;
  };
  std::vector<Counted> counted;
  for (std::size_t value = 0; value < tally.size(); ++value) {
    if (tally.count(value) > 0) counted.push_back({tally.count(value), values.IdOf(value), value});
  }
  const auto better = [](const Counted& a, const Counted& b) {
    return a.count != b.count ? a.count > b.count : a.id < b.id;
  };
  const std::size_t kept = std::min(limit, counted.size());
  std::partial_sort(counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(kept),
                    counted.end(), better);
  FacetCounts counts{.facet = facet, .values = {}, .not_stated = tally.not_stated()};
  for (std::size_t i = 0; i < kept; ++i) {
    counts.values.push_back({counted[i].id, values.LabelOf(counted[i].value), counted[i].count});
  }
  return counts;
}

}  // namespace waypost::query
