#include "tests/oracle/facets.h"

#include <algorithm>
#include <map>

#include "tests/oracle/place_facts.h"
#include "tests/oracle/service_facts.h"

namespace waypost::oracle {
namespace {

using query::Facet;

// The values of a facet and what a document says to each.
using ValueFacts = std::vector<std::pair<std::string, Fact>>;

Filter OwnFilter(Facet facet) {
  switch (facet) {
    case Facet::kServiceType:
      return Filter::kServiceType;
    case Facet::kNeed:
      return Filter::kNeed;
    case Facet::kDay:
    case Facet::kTimeOfDay:
      return Filter::kTime;
    case Facet::kCost:
      return Filter::kFree;
    case Facet::kAccess:
      return Filter::kAccess;
    case Facet::kReach:
      return Filter::kReach;
    case Facet::kAccessibility:
      return Filter::kAccessibility;
    case Facet::kLanguage:
      return Filter::kLanguage;
    case Facet::kAgeBand:
      return Filter::kAge;
    case Facet::kOrganization:
      return Filter::kOrganisation;
    case Facet::kSource:
      return Filter::kSource;
    case Facet::kAuthority:
      return Filter::kAuthority;
    case Facet::kChecked:
      return Filter::kAssured;
  }
  return Filter::kStatus;
}

ValueFacts ServiceTypeFacts(const Question& question, const record::Service& service) {
  ValueFacts facts;
  for (const Term& term : question.terms.TermsOf({kServiceTypes})) {
    facts.emplace_back(CanonicalId(term), question.terms.Carries(service, term));
  }
  return facts;
}

ValueFacts NeedFacts(const Question& question, const record::Service& service) {
  ValueFacts facts;
  for (const Term& need : question.terms.TermsOf({kNeeds, kOwnNeeds})) {
    const std::vector<Term> types = question.terms.ServedBy(need);
    if (types.empty()) continue;
    facts.emplace_back(CanonicalId(need), question.terms.CarriesAny(service, types));
  }
  return facts;
}

ValueFacts DayFacts(const Question& question, const Document& document) {
  const Week week =
      WeekOf(Rota(document, question.known, question.faults), question.today, question.faults);
  AskedTime asked = question.Time();
  ValueFacts facts;
  for (std::size_t i = 0; i < kWeekdayCount; ++i) {
    const Weekday day = static_cast<Weekday>(i);
    asked.days = {day};
    facts.emplace_back(waypost::NameOf(day), TimeFact(week, asked, question.faults));
  }
  return facts;
}

ValueFacts TimeOfDayFacts(const Question& question, const Document& document) {
  struct Part {
    const char* name;
    int from_hour, to_hour;
  };
  constexpr std::array<Part, 4> kParts = {
      {{"morning", 6, 12}, {"afternoon", 12, 18}, {"evening", 18, 24}, {"night", 0, 6}}};
  const Week week =
      WeekOf(Rota(document, question.known, question.faults), question.today, question.faults);
  ValueFacts facts;
  for (const Part& part : kParts) {
    const AskedTime asked{question.query.days, MinuteOfDay(part.from_hour * 60),
                          MinuteOfDay(part.to_hour * 60)};
    facts.emplace_back(part.name, TimeFact(week, asked, question.faults));
  }
  return facts;
}

ValueFacts CostFacts(const Question& question, const record::Service& service) {
  const Fact free = FreeFact(question, service);
  const Fact paid = free == Fact::kYes ? Fact::kNo : free == Fact::kNo ? Fact::kYes : free;
  return {{"free", free}, {"paid", paid}};
}

template <typename E, typename FactOfValue>
ValueFacts ClosedListFacts(std::size_t size, FactOfValue fact_of) {
  ValueFacts facts;
  for (std::size_t i = 0; i < size; ++i) {
    const E value = static_cast<E>(i);
    facts.emplace_back(waypost::NameOf(value), fact_of(value));
  }
  return facts;
}

ValueFacts LanguageFacts(const record::Service& service) {
  ValueFacts facts;
  for (const record::Language& language : service.languages) {
    const std::string id = LanguageId(language);
    if (!id.empty()) facts.emplace_back(id, Fact::kYes);
  }
  // Whatever languages there are, a service without a list states none of them.
  if (facts.empty()) facts.emplace_back("any", Fact::kNotStated);
  return facts;
}

ValueFacts AgeBandFacts(const Question& question, const record::Service& service) {
  constexpr std::array<std::pair<int, int>, 6> kBands = {
      {{0, 4}, {5, 11}, {12, 17}, {18, 25}, {26, 64}, {65, 120}}};
  ValueFacts facts;
  for (const auto& [first, last] : kBands) {
    const query::AgeSpan span{static_cast<double>(first), static_cast<double>(last) + 1, false};
    facts.emplace_back(std::to_string(first) + "-" + std::to_string(last),
                       AgeFact(question, service, span));
  }
  return facts;
}

ValueFacts AuthorityFacts(const Question& question, const Document& document) {
  ValueFacts facts;
  for (const std::string& code : question.atlas.authority_codes()) {
    facts.emplace_back(code, AuthorityFact(question, document, *question.atlas.FindArea(code)));
  }
  return facts;
}

ValueFacts CheckedFacts(const Question& question, const record::Service& service) {
  ValueFacts facts;
  for (int months : {3, 6, 12}) {
    const query::Age age{.days = 0, .months = months};
    facts.emplace_back(std::to_string(months) + "m", AssuredFact(question, service, age));
  }
  return facts;
}

ValueFacts FactsOf(const Question& question, const Document& document, Facet facet) {
  const record::Service& service = *document.service;
  switch (facet) {
    case Facet::kServiceType:
      return ServiceTypeFacts(question, service);
    case Facet::kNeed:
      return NeedFacts(question, service);
    case Facet::kDay:
      return DayFacts(question, document);
    case Facet::kTimeOfDay:
      return TimeOfDayFacts(question, document);
    case Facet::kCost:
      return CostFacts(question, service);
    case Facet::kAccess:
      return ClosedListFacts<Access>(kAccessCount,
                                     [&](Access value) { return AccessFact(service, {value}); });
    case Facet::kReach:
      return ClosedListFacts<Reach>(kReachCount,
                                    [&](Reach value) { return ReachFact(document, {value}); });
    case Facet::kAccessibility:
      return ClosedListFacts<Accessibility>(kAccessibilityCount, [&](Accessibility value) {
        return AccessibilityFact(document, value);
      });
    case Facet::kLanguage:
      return LanguageFacts(service);
    case Facet::kAgeBand:
      return AgeBandFacts(question, service);
    case Facet::kOrganization:
      if (!service.organisation) return {};
      return {{service.organisation->public_id, Fact::kYes}};
    case Facet::kSource:
      return {{service.source, Fact::kYes}};
    case Facet::kAuthority:
      return AuthorityFacts(question, document);
    case Facet::kChecked:
      return CheckedFacts(question, service);
  }
  return {};
}

// True when no filter but `own` refuses the document.
bool PassesOthers(const Examination& examination, const ExaminedDocument& document, Filter own) {
  const Question& question = *examination.question;
  for (std::size_t i = 0; i < examination.filters.size(); ++i) {
    const Filter filter = examination.filters[i];
    if (filter == own && !question.faults.Has(ScanFault::kFacetAppliesOwnFilter)) continue;
    if (Refuses(question, document.document, filter, document.facts[i])) return false;
  }
  return true;
}

// What the documents of one service add: each value, and "not stated", once.
struct ServiceCounts {
  std::map<std::string, std::int64_t> values;
  std::int64_t not_stated = 0;
};

void AddDocument(ServiceCounts& counts, const ValueFacts& facts) {
  bool some_yes = false;
  bool some_not_stated = false;
  for (const auto& [id, fact] : facts) {
    if (fact == Fact::kYes) {
      some_yes = true;
      ++counts.values[id];
    }
    some_not_stated = some_not_stated || fact == Fact::kNotStated;
  }
  if (!some_yes && some_not_stated) counts.not_stated = 1;
}

ServiceCounts CountService(const Examination& examination,
                           const std::vector<ExaminedDocument>& documents, Facet facet) {
  const Question& question = *examination.question;
  ServiceCounts counts;
  for (const ExaminedDocument& document : documents) {
    if (!PassesOthers(examination, document, OwnFilter(facet))) continue;
    AddDocument(counts, FactsOf(question, document.document, facet));
  }
  if (!question.faults.Has(ScanFault::kFacetCountsDocuments)) {
    for (auto& [id, count] : counts.values) count = 1;
  }
  return counts;
}

}  // namespace

FacetCounts CountFacet(const Examination& examination, Facet facet) {
  std::map<std::string, std::int64_t> totals;
  FacetCounts answer{.facet = facet};
  for (const auto& documents : examination.services) {
    const ServiceCounts counts = CountService(examination, documents, facet);
    for (const auto& [id, count] : counts.values) totals[id] += count;
    answer.not_stated += counts.not_stated;
  }
  answer.values.assign(totals.begin(), totals.end());
  std::stable_sort(answer.values.begin(), answer.values.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::size_t limit = static_cast<std::size_t>(examination.question->query.facet_limit);
  if (examination.question->faults.Has(ScanFault::kFacetLimitOffByOne)) ++limit;
  if (answer.values.size() > limit) answer.values.resize(limit);
  return answer;
}

}  // namespace waypost::oracle
