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
    std::size_t value;
  };
  std::vector<Counted> counted;
  for (std::size_t value = 0; value < tally.size(); ++value) {
    if (tally.count(value) > 0) counted.push_back({tally.count(value), value});
  }
  // Texts of ids are made only of those that may be among the first: the rest is left out by count.
  if (limit < counted.size()) {
    const auto last = counted.begin() + static_cast<std::ptrdiff_t>(limit) - 1;
    std::nth_element(counted.begin(), last, counted.end(),
                     [](const Counted& a, const Counted& b) { return a.count > b.count; });
    std::erase_if(counted, [fewest = last->count](const Counted& c) { return c.count < fewest; });
  }
  FacetCounts counts{.facet = facet, .values = {}, .not_stated = tally.not_stated()};
  for (const auto& [count, value] : counted) {
    counts.values.push_back({values.IdOf(value), values.LabelOf(value), count});
  }
  std::sort(counts.values.begin(), counts.values.end(),
            [](const FacetValue& a, const FacetValue& b) {
              return a.count != b.count ? a.count > b.count : a.id < b.id;
            });
  if (counts.values.size() > limit) counts.values.resize(limit);
  return counts;
}

}  // namespace waypost::query
