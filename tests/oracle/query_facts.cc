#include "tests/oracle/query_facts.h"

#include <array>
#include <cmath>

#include "tests/oracle/service_facts.h"

namespace waypost::oracle {
namespace {

using record::Service;
using std::chrono::days;

template <typename E>
E PickFrom(Random& random, EnumSet<E> set, std::size_t size) {
  std::vector<E> values;
  for (std::size_t i = 0; i < size; ++i) {
    if (set.empty() || set.Has(static_cast<E>(i))) values.push_back(static_cast<E>(i));
  }
  return random.Pick(values);
}

}  // namespace

void AddAges(Draft& draft) {
  for (int i = draft.random.Chance(20) ? 2 : 1; i > 0; --i) {
    double age = draft.random.Within(0, 80);
    const auto& stated = draft.service().ages;
    if (draft.FromWitness() && !stated.empty()) {
      // At the bounds: the maximum itself, and the year after it.
      const record::AgeRange& range = draft.random.Pick(stated);
      age = draft.random.Chance(50) ? range.minimum.value_or(0) : range.maximum.value_or(90);
      age = std::floor(age) + draft.random.Pick(std::array<int, 4>{0, 0, 0, 1});
    }
    switch (draft.random.Weighted({60, 20, 20})) {
      case 0:
        draft.query.ages.push_back({age, age + 1, false});
        break;
      case 1: {
        const double instant = draft.random.Within(0, 40) / 12.0;
        draft.query.ages.push_back({instant, instant, true});
        break;
      }
      default:
        draft.query.ages.push_back({age, age + draft.random.Within(1, 8), false});
    }
  }
}

void AddAccess(Draft& draft) {
  const EnumSet<Access> own = draft.FromWitness() ? draft.service().access : EnumSet<Access>();
  for (int i = draft.random.Within(1, 2); i > 0; --i) {
    draft.query.access.Add(PickFrom(draft.random, own, kAccessCount));
  }
}

void AddReach(Draft& draft) {
  const EnumSet<Reach> own = draft.random.Chance(50) ? ReachOf(draft.witness) : EnumSet<Reach>();
  draft.query.reach.Add(PickFrom(draft.random, own, kReachCount));
  if (draft.random.Chance(20)) draft.query.reach.Add(PickFrom(draft.random, own, kReachCount));
}

void AddLanguages(Draft& draft) {
  constexpr std::array<const char*, 6> kAll = {"en", "pl", "cy", "romany", "bn", "fr"};
  for (int i = draft.random.Chance(25) ? 2 : 1; i > 0; --i) {
    const auto& own = draft.service().languages;
    draft.query.languages.push_back(draft.FromWitness() && !own.empty()
                                        ? LanguageId(draft.random.Pick(own))
                                        : draft.random.Pick(kAll));
  }
}

void AddAccessibility(Draft& draft) {
  constexpr std::array<Accessibility, 3> kFeatures = {
      Accessibility::kWheelchair, Accessibility::kRamp, Accessibility::kRestroom};
  for (int i = draft.random.Chance(25) ? 2 : 1; i > 0; --i) {
    draft.query.accessibility.Add(draft.random.Pick(kFeatures));
  }
}

void AddOrganisations(Draft& draft) {
  const auto& services = draft.world.directory.services;
  for (int i = draft.random.Within(1, 2); i > 0; --i) {
    const Service& service = draft.FromWitness() ? draft.service() : draft.random.Pick(services);
    if (service.organisation) draft.query.organizations.push_back(service.organisation->public_id);
  }
}

void AddSources(Draft& draft) {
  draft.query.sources.push_back(draft.FromWitness()
                                    ? draft.service().source
                                    : draft.random.Pick(draft.world.directory.sources).id);
  if (draft.random.Chance(15)) draft.query.source_id = draft.service().id;
}

void AddAssured(Draft& draft) {
  query::Age age;
  if (draft.random.Chance(50)) {
    age.months = draft.random.Within(1, 12);
  } else {
    age.days = draft.random.Within(1, 300);
    const auto& assured = draft.service().assured_date;
    // The very last day that counts, or the first that does not.
    if (assured && *assured + days(1) < draft.world.now.date) {
      age.days =
          static_cast<int>((draft.world.now.date - *assured).count()) - draft.random.Within(0, 1);
    }
  }
  draft.query.assured_within = age;
}

void AddModified(Draft& draft) {
  Moment after = Moment(draft.world.now.date - days(draft.random.Within(0, 300)));
  if (draft.FromWitness() && draft.service().last_modified) after = *draft.service().last_modified;
  draft.query.modified_after = after;
}

void AddStatus(Draft& draft) {
  draft.query.status = {};
  for (int i = draft.random.Within(1, 3); i > 0; --i) {
    draft.query.status.Add(PickFrom(draft.random, EnumSet<Status>(), kStatusCount));
  }
}

}  // namespace waypost::oracle
