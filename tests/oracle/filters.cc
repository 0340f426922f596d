#include "tests/oracle/filters.h"

#include <algorithm>

#include "tests/oracle/date_facts.h"
#include "tests/oracle/place_facts.h"
#include "tests/oracle/richness.h"
#include "tests/oracle/service_facts.h"

namespace waypost::oracle {
namespace {

constexpr std::array<std::string_view, kFilterCount> kNames = {"q",
                                                               "near+within",
                                                               "area",
                                                               "bbox",
                                                               "authority",
                                                               "reach",
                                                               "service_type",
                                                               "taxonomy_term",
                                                               "need",
                                                               "circumstance",
                                                               "persona",
                                                               "exclude",
                                                               "age",
                                                               "time",
                                                               "on",
                                                               "open_at",
                                                               "next_days",
                                                               "free",
                                                               "access",
                                                               "language",
                                                               "accessibility",
                                                               "organization",
                                                               "source",
                                                               "source_id",
                                                               "min_quality",
                                                               "assured",
                                                               "modified",
                                                               "status"};

bool IsAsked(const Question& question, Filter filter) {
  const query::Query& query = question.query;
  switch (filter) {
    case Filter::kWords:
      return question.AsksWords();
    case Filter::kPlace:
      return query.within.has_value();
    case Filter::kArea:
      return question.spot && query.use_area;
    case Filter::kBox:
      return query.bbox.has_value();
    case Filter::kAuthority:
      return !query.authorities.empty();
    case Filter::kReach:
      return !query.reach.empty();
    case Filter::kServiceType:
      return !query.service_types.empty();
    case Filter::kTaxonomyTerm:
      return !query.taxonomy_terms.empty();
    case Filter::kNeed:
      return !query.needs.empty();
    case Filter::kCircumstance:
      return !query.circumstances.empty();
    case Filter::kPersona:
      return !query.personas.empty();
    case Filter::kExcludeTerm:
      return !query.exclude_taxonomy_terms.empty();
    case Filter::kAge:
      return !query.ages.empty();
    case Filter::kTime:
      return query.HasTimeFilter();
    case Filter::kOn:
      return query.on.has_value();
    case Filter::kOpenAt:
      return query.open_at.has_value();
    case Filter::kNextDays:
      return query.next_days.has_value();
    case Filter::kFree:
      return query.free;
    case Filter::kAccess:
      return !query.access.empty();
    case Filter::kLanguage:
      return !query.languages.empty();
    case Filter::kAccessibility:
      return !query.accessibility.empty();
    case Filter::kOrganisation:
      return !query.organizations.empty();
    case Filter::kSource:
      return !query.sources.empty();
    case Filter::kSourceId:
      return !query.source_id.empty();
    case Filter::kQuality:
      return query.min_quality.has_value();
    case Filter::kAssured:
      return query.assured_within.has_value();
    case Filter::kModified:
      return query.modified_after.has_value();
    case Filter::kStatus:
      return true;
  }
  return false;
}

// The strongest fact of several alternatives.
template <typename Items, typename FactOfItem>
Fact AnyOf(const Items& items, FactOfItem fact_of) {
  Fact fact = Fact::kNo;
  for (const auto& item : items) fact = Or(fact, fact_of(item));
  return fact;
}

template <typename Items, typename FactOfItem>
Fact AllOf(const Items& items, FactOfItem fact_of) {
  Fact fact = Fact::kYes;
  for (const auto& item : items) fact = And(fact, fact_of(item));
  return fact;
}

Fact WordsFact(const Question& question, const Document& document) {
  const Corpus& corpus = *question.corpus;
  if (question.expression) {
    const auto has = [&](const Phrase& phrase) { return corpus.HasPhrase(document, phrase); };
    return waypost::FactOf(question.expression->holds(has).value_or(true));
  }
  const bool all = question.query.match == query::MatchMode::kAll;
  std::vector<bool> found;
  for (const AskedWord& word : question.words.words) {
    // Of a phrase the words alone are not enough.
    if (all || word.alone) found.push_back(corpus.HasWordOrSynonym(document, word));
  }
  for (const Phrase& phrase : question.words.phrases) {
    found.push_back(question.faults.Has(ScanFault::kPhraseIsItsWords)
                        ? corpus.HasAll(document, phrase)
                        : corpus.HasPhrase(document, phrase));
  }
  const auto is = [](bool has) { return has; };
  return waypost::FactOf(all ? std::all_of(found.begin(), found.end(), is)
                             : std::any_of(found.begin(), found.end(), is));
}

Fact AccessibilityOfAll(const Document& document, EnumSet<Accessibility> asked) {
  Fact fact = Fact::kYes;
  for (std::size_t i = 0; i < kAccessibilityCount; ++i) {
    const Accessibility feature = static_cast<Accessibility>(i);
    if (asked.Has(feature)) fact = And(fact, AccessibilityFact(document, feature));
  }
  return fact;
}

bool IsIncludingVocabulary(Filter filter) {
  return filter == Filter::kServiceType || filter == Filter::kTaxonomyTerm ||
         filter == Filter::kNeed || filter == Filter::kCircumstance || filter == Filter::kPersona;
}

// The terms that a service must carry one of.
const std::vector<Term>& AskedTerms(const Question& question, Filter filter) {
  switch (filter) {
    case Filter::kServiceType:
      return question.service_types;
    case Filter::kTaxonomyTerm:
      return question.taxonomy_terms;
    case Filter::kNeed:
      return question.types_of_needs;
    case Filter::kCircumstance:
      return question.types_of_circumstances;
    default:
      return question.types_of_personas;
  }
}

bool KeepsNotStated(const Question& question, Filter filter) {
  if (question.query.unknown == query::UnknownMode::kKeep) return true;
  if (question.query.unknown == query::UnknownMode::kDrop) return false;
  if (IsIncludingVocabulary(filter)) {
    return question.faults.Has(ScanFault::kVocabularyKeepsNotStated);
  }
  return !(question.faults.Has(ScanFault::kOthersDropNotStated) && filter == Filter::kFree);
}

}  // namespace

std::string_view NameOf(Filter filter) { return kNames.at(static_cast<std::size_t>(filter)); }

std::vector<Filter> AskedFilters(const Question& question) {
  std::vector<Filter> filters;
  for (std::size_t i = 0; i < kFilterCount; ++i) {
    if (IsAsked(question, static_cast<Filter>(i))) filters.push_back(static_cast<Filter>(i));
  }
  return filters;
}

Fact FactOf(const Question& question, const Document& document, Filter filter) {
  const query::Query& query = question.query;
  const record::Service& service = *document.service;
  const Terms& terms = question.terms;
  switch (filter) {
    case Filter::kWords:
      return WordsFact(question, document);
    case Filter::kPlace:
      return PlaceFact(question, document);
    case Filter::kArea:
      return AreaFact(question, document);
    case Filter::kBox:
      return BoxFact(question, document);
    case Filter::kAuthority:
      return AnyOf(question.authorities,
                   [&](const NamedArea* area) { return AuthorityFact(question, document, *area); });
    case Filter::kReach:
      return ReachFact(document, query.reach);
    case Filter::kServiceType:
    case Filter::kTaxonomyTerm:
    case Filter::kNeed:
    case Filter::kCircumstance:
    case Filter::kPersona:
      return terms.CarriesAny(service, AskedTerms(question, filter));
    case Filter::kExcludeTerm:
      return AllOf(question.excluded_terms,
                   [&](const Term& term) { return terms.CarriesNone(service, term); });
    case Filter::kAge:
      return AllOf(query.ages, [&](const auto& age) { return AgeFact(question, service, age); });
    case Filter::kTime:
      return TimeFact(
          WeekOf(Rota(document, question.known, question.faults), question.today, question.faults),
          question.Time(), question.faults);
    case Filter::kOn:
      return OnFact(question, Diary(question, document));
    case Filter::kOpenAt:
      return OpenAtFact(question, Diary(question, document));
    case Filter::kNextDays:
      return NextDaysFact(question, Diary(question, document));
    case Filter::kFree:
      return FreeFact(question, service);
    case Filter::kAccess:
      return AccessFact(service, query.access);
    case Filter::kLanguage:
      return AnyOf(query.languages,
                   [&](const std::string& asked) { return LanguageFact(service, asked); });
    case Filter::kAccessibility:
      return AccessibilityOfAll(document, query.accessibility);
    case Filter::kOrganisation:
      return AnyOf(query.organizations,
                   [&](const std::string& id) { return OrganisationFact(service, id); });
    case Filter::kSource:
      return AnyOf(query.sources,
                   [&](const std::string& id) { return waypost::FactOf(service.source == id); });
    case Filter::kSourceId:
      return waypost::FactOf(service.id == query.source_id);
    case Filter::kQuality:
      return waypost::FactOf(RichnessOf(service) >= *query.min_quality);
    case Filter::kAssured:
      return AssuredFact(question, service, *query.assured_within);
    case Filter::kModified:
      return ModifiedFact(service, *query.modified_after);
    case Filter::kStatus:
      return StatusFact(service, query.status);
  }
  return Fact::kNotStated;
}

bool IsInferred(const Question& question, const Document& document, Filter filter) {
  if (!question.query.use_inferred || !IsIncludingVocabulary(filter)) return false;
  if (question.faults.Has(ScanFault::kInferredLeftOut)) return false;
  if (FactOf(question, document, filter) != Fact::kNotStated) return false;
  return question.terms.InfersAny(*document.service, AskedTerms(question, filter));
}

bool Refuses(const Question& question, const Document& document, Filter filter, Fact fact) {
  if (fact == Fact::kNo) return true;
  if (fact == Fact::kYes || KeepsNotStated(question, filter)) return false;
  return question.query.unknown == query::UnknownMode::kDrop ||
         !IsInferred(question, document, filter);
}

}  // namespace waypost::oracle
