#include "tests/oracle/shrink.h"

#include <algorithm>
#include <vector>

namespace waypost::oracle {
namespace {

using query::Query;
using Fails = std::function<bool(const Case&)>;

// Drops runs of services, long ones first.
void DropServices(Case& found, const Fails& fails) {
  for (std::size_t run = found.directory.services.size() / 2; run > 0; run /= 2) {
    for (std::size_t start = 0; start < found.directory.services.size();) {
      Case smaller = found;
      auto& services = smaller.directory.services;
      const auto first = services.begin() + static_cast<std::ptrdiff_t>(start);
      const auto count = std::min(run, services.size() - start);
      services.erase(first, first + static_cast<std::ptrdiff_t>(count));
      if (!services.empty() && fails(smaller)) {
        found = std::move(smaller);
      } else {
        start += run;
      }
    }
  }
}

// Ways to ask for less.
const std::vector<std::function<void(Query&)>>& Simplifications() {
  static const std::vector<std::function<void(Query&)>> kAll = {
      [](Query& q) { q.facets.clear(); },
      [](Query& q) { q.facets.resize(std::min<std::size_t>(1, q.facets.size())); },
      [](Query& q) { q.words.clear(); },
      [](Query& q) { q.near.reset(), q.within.reset(); },
      [](Query& q) { q.within.reset(); },
      [](Query& q) { q.use_area = false; },
      [](Query& q) { q.bbox.reset(); },
      [](Query& q) { q.authorities.clear(); },
      [](Query& q) { q.reach = {}; },
      [](Query& q) { q.service_types.clear(); },
      [](Query& q) { q.taxonomy_terms.clear(); },
      [](Query& q) { q.needs.clear(); },
      [](Query& q) { q.circumstances.clear(); },
      [](Query& q) { q.personas.clear(); },
      [](Query& q) { q.min_quality.reset(); },
      [](Query& q) { q.use_inferred = true; },
      [](Query& q) { q.exclude_taxonomy_terms.clear(); },
      [](Query& q) { q.ages.clear(); },
      [](Query& q) { q.days = {}; },
      [](Query& q) { q.on.reset(); },
      [](Query& q) { q.open_at.reset(); },
      [](Query& q) { q.next_days.reset(); },
      [](Query& q) { q.from.reset(), q.to.reset(); },
      [](Query& q) { q.time_match = query::TimeMatch::kOverlap; },
      [](Query& q) { q.free = false; },
      [](Query& q) { q.access = {}; },
      [](Query& q) { q.languages.clear(); },
      [](Query& q) { q.accessibility = {}; },
      [](Query& q) { q.organizations.clear(); },
      [](Query& q) { q.sources.clear(); },
      [](Query& q) { q.source_id.clear(); },
      [](Query& q) { q.assured_within.reset(); },
      [](Query& q) { q.modified_after.reset(); },
      [](Query& q) { q.status = Query().status; },
      [](Query& q) { q.unknown = query::UnknownMode::kDefault; },
      [](Query& q) { q.sort = query::Sort::kName; },
      [](Query& q) { q.page = 1, q.per_page = 100; },
      [](Query& q) { q.at.reset(); },
  };
  return kAll;
}

void DropConditions(Case& found, const Fails& fails) {
  for (const auto& simplify : Simplifications()) {
    Case smaller = found;
    simplify(smaller.query);
    if (fails(smaller)) found = std::move(smaller);
  }
}

void DropLocations(Case& found, const Fails& fails) {
  for (std::size_t i = 0; i < found.directory.services.size(); ++i) {
    for (std::size_t j = found.directory.services[i].locations.size(); j-- > 0;) {
      Case smaller = found;
      auto& locations = smaller.directory.services[i].locations;
      locations.erase(locations.begin() + static_cast<std::ptrdiff_t>(j));
      if (fails(smaller)) found = std::move(smaller);
    }
  }
}

// Drops elements of one list after another. `list_of` gives it from a case.
template <typename ListOf>
void DropElements(Case& found, const Fails& fails, ListOf list_of) {
  for (std::size_t i = list_of(found).size(); i-- > 0;) {
    Case smaller = found;
    auto& list = list_of(smaller);
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
    if (fails(smaller)) found = std::move(smaller);
  }
}

void DropRows(Case& found, const Fails& fails) {
  for (std::size_t i = 0; i < found.directory.services.size(); ++i) {
    const auto service = [i](Case& of) -> record::Service& { return of.directory.services[i]; };
    DropElements(
        found, fails, [&](Case & of) -> auto& { return service(of).schedules; });
    DropElements(
        found, fails, [&](Case & of) -> auto& { return service(of).holiday_schedules; });
    for (std::size_t j = 0; j < service(found).locations.size(); ++j) {
      const auto at = [&](Case & of) -> auto& { return service(of).locations[j]; };
      DropElements(
          found, fails, [&](Case & of) -> auto& { return at(of).schedules; });
      DropElements(
          found, fails, [&](Case & of) -> auto& { return at(of).holiday_schedules; });
    }
  }
  DropElements(
      found, fails, [](Case & of) -> auto& { return of.directory.gazetteer.bank_holidays; });
}

}  // namespace

Case Shrink(Case found, const Fails& fails) {
  DropServices(found, fails);
  DropConditions(found, fails);
  DropServices(found, fails);
  DropLocations(found, fails);
  DropRows(found, fails);
  return found;
}

}  // namespace waypost::oracle
