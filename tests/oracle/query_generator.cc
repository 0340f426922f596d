#include "tests/oracle/query_generator.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "tests/oracle/query_place.h"
#include "tests/oracle/query_time.h"
#include "tests/oracle/service_facts.h"
#include "tests/oracle/stems.h"
#include "tests/oracle/terms.h"

namespace waypost::oracle {
namespace {

using query::Query;
using record::Service;
using std::chrono::days;

// What one query is made from.
struct Draft {
  const World& world;
  Random& random;
  Document witness;
  Query query;

  const Service& service() const { return *witness.service; }
  // Take the value from the witness?
  bool FromWitness() { return random.Chance(75); }
};

void AddWords(Draft& draft) {
  const std::vector<std::string> own =
      StemsOf(draft.service().name + " " + draft.service().description);
  std::string& words = draft.query.words;
  for (int i = static_cast<int>(draft.random.Weighted({50, 35, 15})); i >= 0; --i) {
    if (!words.empty()) words += ' ';
    words += draft.FromWitness() && !own.empty() ? std::string(draft.random.Pick(own))
                                                 : std::string(draft.random.Pick(TextWords()));
  }
  if (draft.random.Chance(15)) words += " " + std::string(draft.random.Pick(StopWords()));
  if (draft.random.Chance(3)) words = draft.random.Pick(StopWords());
  if (draft.random.Chance(10)) words += draft.random.Chance(50) ? " Road" : " Caerwen";
  if (draft.random.Chance(10)) {
    words += " \"" + std::string(draft.random.Pick(StopWords())) + " " +
             std::string(draft.random.Pick(TextWords())) + "\"";
  }
  if (draft.random.Chance(30)) draft.query.match = query::MatchMode::kAny;
}

// A listed term of the vocabulary, an ancestor of the witness's often among them.
std::string RandomTermId(Draft& draft, std::string_view vocabulary) {
  std::vector<Term> terms;
  for (const record::VocabularyTerm& term : draft.world.directory.taxonomy.terms) {
    if (term.vocabulary == vocabulary) terms.push_back({term.vocabulary, term.code});
  }
  return CanonicalId(draft.random.Pick(terms));
}

std::string TermIdOfWitness(Draft& draft, std::string_view vocabulary) {
  std::vector<Term> terms;
  for (const record::TermRef& ref : draft.service().terms) {
    if (vocabulary.empty() || ref.vocabulary == vocabulary) {
      terms.push_back({ref.vocabulary, ref.code});
    }
  }
  if (terms.empty()) {
    return RandomTermId(draft, vocabulary.empty() ? "localActivity" : vocabulary);
  }
  Term term = draft.random.Pick(terms);
  // Half the time a wider one.
  for (int i = draft.random.Within(0, 2); i > 0; --i) {
    for (const record::VocabularyTerm& listed : draft.world.directory.taxonomy.terms) {
      if (listed.vocabulary == term.vocabulary && listed.code == term.code &&
          !listed.parent.empty()) {
        term.code = listed.parent;
        break;
      }
    }
  }
  return CanonicalId(term);
}

void AddTermIds(Draft& draft, std::vector<std::string>& ids, std::string_view vocabulary) {
  for (int i = draft.random.Chance(25) ? 2 : 1; i > 0; --i) {
    ids.push_back(draft.random.Chance(60)
                      ? TermIdOfWitness(draft, vocabulary)
                      : RandomTermId(draft, vocabulary.empty() ? kServiceTypes : vocabulary));
  }
}

// Needs that are mapped; now and then the one that is not.
void AddMappedIds(Draft& draft, std::vector<std::string>& ids, std::string_view vocabulary) {
  for (int i = draft.random.Chance(30) ? 2 : 1; i > 0; --i) {
    std::string id = RandomTermId(draft, draft.random.Chance(80) ? vocabulary
                                         : vocabulary == kNeeds  ? kOwnNeeds
                                                                 : kOwnCircumstances);
    const bool unmapped = id == "esdNeed:40" || id == "esdNeed:41";
    if (unmapped && !draft.random.Chance(5)) id = "esdNeed:10";
    ids.push_back(std::move(id));
  }
}

void AddExcluded(Draft& draft) {
  std::vector<std::string>& ids = draft.query.exclude_taxonomy_terms;
  for (int i = draft.random.Chance(30) ? 2 : 1; i > 0; --i) {
    ids.push_back(draft.random.Chance(20) ? RandomTermId(draft, "localActivity")
                                          : RandomTermId(draft, kServiceTypes));
  }
}

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

template <typename E>
E PickFrom(Random& random, EnumSet<E> set, std::size_t size) {
  std::vector<E> values;
  for (std::size_t i = 0; i < size; ++i) {
    if (set.empty() || set.Has(static_cast<E>(i))) values.push_back(static_cast<E>(i));
  }
  return random.Pick(values);
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

// One kind of filter.
void AddFilter(Draft& draft, std::size_t kind) {
  Query& query = draft.query;
  switch (kind) {
    case 0:
      return AddWords(draft);
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
      return AddExcluded(draft);
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
    default:
      return AddStatus(draft);
  }
}

// Place and time are what people ask for most, and where most can go wrong.
std::size_t RandomKind(Random& random) {
  return random.Weighted({12, 34, 5, 6, 5, 6, 5, 5, 4, 5, 7, 22, 5, 5, 5, 6, 4, 4, 5, 4, 3});
}

void AddOrder(Draft& draft) {
  Random& random = draft.random;
  Query& query = draft.query;
  if (random.Chance(60)) {
    constexpr std::array<query::Sort, 4> kSorts = {query::Sort::kDistance, query::Sort::kRelevance,
                                                   query::Sort::kAssured, query::Sort::kName};
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
  std::array<bool, 21> used = {};
  for (int i = static_cast<int>(random_.Weighted({2, 40, 34, 16, 8})); i > 0; --i) {
    const std::size_t kind = RandomKind(random_);
    if (!used.at(kind)) AddFilter(draft, kind);
    used.at(kind) = true;
  }
  AddOrder(draft);
  AddFacets(draft);
  if (random_.Chance(25)) {
    draft.query.at = {world_.now.date + days(random_.Within(-1, 20)),
                      MinuteOfDay(random_.Within(0, kMinutesPerDay - 1))};
  }
  return std::move(draft.query);
}

}  // namespace waypost::oracle
