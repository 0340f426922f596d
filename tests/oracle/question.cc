#include "tests/oracle/question.h"

#include <algorithm>

#include "tests/oracle/uk_clock.h"

namespace waypost::oracle {
namespace {

absl::Status CheckForm(const query::Query& query, ScanFaults faults) {
  if (query.within && !query.near) return InvalidArgument("within needs near");
  if (query.syntax == query::Syntax::kAdvanced && query.match == query::MatchMode::kAny) {
    return InvalidArgument("match=any beside operators");
  }
  if (query.sort == query::Sort::kDistance && !query.near) {
    return InvalidArgument("sort=distance needs near");
  }
  const MinuteOfDay from = query.from.value_or(MinuteOfDay(0));
  const MinuteOfDay to = query.to.value_or(MinuteOfDay(kMinutesPerDay));
  if (from == MinuteOfDay(kMinutesPerDay)) return InvalidArgument("from is 24:00");
  if (from == to && !faults.Has(ScanFault::kEqualWindowAllowed)) {
    return InvalidArgument("from and to are equal");
  }
  return absl::OkStatus();
}

absl::StatusOr<query::LocalMinute> FindMinute(const query::StatedMinute& stated,
                                              ScanFaults faults) {
  const std::optional<query::LocalMinute> minute = ReadClock(stated, faults);
  if (!minute) return InvalidArgument("clocks leave this minute out");
  return *minute;
}

absl::Status FindTerms(const Terms& terms, const std::vector<std::string>& ids,
                       const Vocabularies& vocabularies, std::vector<Term>& found) {
  for (const std::string& id : ids) {
    ASSIGN_OR_RETURN(const Term term, terms.Find(id, vocabularies));
    found.push_back(term);
  }
  return absl::OkStatus();
}

absl::Status FindServingTypes(const Terms& terms, const std::vector<std::string>& ids,
                              const Vocabularies& vocabularies, std::vector<Term>& types) {
  std::vector<Term> needs;
  RETURN_IF_ERROR(FindTerms(terms, ids, vocabularies, needs));
  for (const Term& need : needs) {
    const std::vector<Term> served = terms.ServedBy(need);
    if (served.empty()) return InvalidArgument("unmapped: " + CanonicalId(need));
    types.insert(types.end(), served.begin(), served.end());
  }
  return absl::OkStatus();
}

absl::Status CheckOrganisations(const record::Directory& directory, const query::Query& query) {
  for (const std::string& id : query.organizations) {
    const bool known =
        std::any_of(directory.services.begin(), directory.services.end(), [&](const auto& service) {
          return service.organisation && service.organisation->public_id == id;
        });
    if (!known) return InvalidArgument("unknown organisation: " + id);
  }
  return absl::OkStatus();
}

absl::Status CheckSources(const record::Directory& directory, const query::Query& query) {
  for (const std::string& id : query.sources) {
    const bool known = std::any_of(directory.sources.begin(), directory.sources.end(),
                                   [&](const auto& source) { return source.id == id; });
    if (!known) return InvalidArgument("unknown source: " + id);
  }
  return absl::OkStatus();
}

absl::Status FindAuthorities(Question& question) {
  for (const std::string& name : question.query.authorities) {
    const NamedArea* area = question.atlas.FindArea(name);
    if (area == nullptr || area->authorities.empty()) {
      return InvalidArgument("unknown authority: " + name);
    }
    question.authorities.push_back(area);
  }
  return absl::OkStatus();
}

absl::Status FindTypesOfPersonas(Question& question) {
  std::vector<Term> personas;
  RETURN_IF_ERROR(FindTerms(question.terms, question.query.personas, {kPersonas}, personas));
  for (const Term& persona : personas) {
    std::vector<Term> types;
    for (const Term& need : question.terms.ServedBy(persona)) {
      for (const Term& type : question.terms.ServedBy(need)) types.push_back(type);
    }
    if (types.empty()) return InvalidArgument("unmapped: " + CanonicalId(persona));
    for (const Term& type : types) question.types_of_personas.push_back(type);
  }
  return absl::OkStatus();
}

absl::Status FindAllTerms(Question& question) {
  const query::Query& query = question.query;
  const Terms& terms = question.terms;
  RETURN_IF_ERROR(FindTerms(terms, query.service_types, {kServiceTypes}, question.service_types));
  RETURN_IF_ERROR(FindTerms(terms, query.taxonomy_terms, {}, question.taxonomy_terms));
  RETURN_IF_ERROR(FindTerms(terms, query.exclude_taxonomy_terms, {}, question.excluded_terms));
  RETURN_IF_ERROR(
      FindServingTypes(terms, query.needs, {kNeeds, kOwnNeeds}, question.types_of_needs));
  RETURN_IF_ERROR(FindServingTypes(terms, query.circumstances, {kCircumstances, kOwnCircumstances},
                                   question.types_of_circumstances));
  return FindTypesOfPersonas(question);
}

// The names of the asked needs, then of the circumstances: each stands for a word nobody wrote.
absl::Status ReadNames(Question& question) {
  if (question.faults.Has(ScanFault::kNamesOfNeedsIgnored)) return absl::OkStatus();
  const query::Query& query = question.query;
  std::vector<Term> asked;
  RETURN_IF_ERROR(FindTerms(question.terms, query.needs, {kNeeds, kOwnNeeds}, asked));
  RETURN_IF_ERROR(
      FindTerms(question.terms, query.circumstances, {kCircumstances, kOwnCircumstances}, asked));
  for (const Term& term : asked) {
    AskedWord names;
    for (const std::string& name : question.terms.NamesOf(term)) {
      Phrase stems;
      for (AskedWord& word : ReadWords(name, false, true).words) {
        stems.push_back(std::move(word.stem));
      }
      if (!stems.empty()) names.alternatives.push_back(std::move(stems));
    }
    question.names_of_needs.push_back(std::move(names));
  }
  return absl::OkStatus();
}

absl::Status ReadAdvanced(Question& question) {
  question.words = {};
  if (question.query.words.empty()) return absl::OkStatus();
  auto read = ReadExpression(question.query.words, question.faults.Has(ScanFault::kOrBindsCloser));
  if (!read) return InvalidArgument("an expression that cannot be read");
  const auto never = [](const Phrase&) { return false; };
  if (!read->holds(never)) return absl::OkStatus();
  for (const std::string& stem : read->wanted) {
    const bool is_known = std::any_of(question.words.words.begin(), question.words.words.end(),
                                      [&](const AskedWord& word) { return word.stem == stem; });
    if (!is_known) question.words.words.push_back({stem});
  }
  question.expression = std::move(read);
  return absl::OkStatus();
}

}  // namespace

bool Question::AsksWords() const { return expression || !words.words.empty(); }

const std::vector<StatedArea>& Question::AreasOf(const Document& document) const {
  return areas.at(static_cast<std::size_t>(document.service - directory.services.data()));
}

query::Sort Question::SortInForce() const {
  if (query.sort) return *query.sort;
  if (!query.words.empty() || query.HasNeedLikeFilter()) return query::Sort::kRelevance;
  return query.near ? query::Sort::kDistance : query::Sort::kName;
}

AskedTime Question::Time() const { return {query.days, query.from, query.to, query.time_match}; }

absl::StatusOr<std::unique_ptr<const Question>> Understand(const record::Directory& directory,
                                                           const query::Query& query,
                                                           query::LocalMinute now,
                                                           ScanFaults faults) {
  RETURN_IF_ERROR(CheckForm(query, faults));
  RETURN_IF_ERROR(CheckOrganisations(directory, query));
  RETURN_IF_ERROR(CheckSources(directory, query));
  if (query.at) {
    ASSIGN_OR_RETURN(now, FindMinute(*query.at, faults));
  }
  auto question = std::unique_ptr<Question>(
      new Question{.directory = directory,
                   .query = query,
                   .now = now,
                   .today = now.date,
                   .known = KnownDaysOf(directory.as_of),
                   .faults = faults,
                   .atlas = Atlas(directory.gazetteer),
                   .terms = Terms(directory, faults),
                   .words = ReadWords(query.words, faults.Has(ScanFault::kStopWordsRequired),
                                      faults.Has(ScanFault::kNoSynonyms))});
  if (query.syntax == query::Syntax::kAdvanced) RETURN_IF_ERROR(ReadAdvanced(*question));
  RETURN_IF_ERROR(ReadNames(*question));
  if (question->AsksWords() || !question->names_of_needs.empty()) {
    question->corpus.emplace(directory, question->terms, faults);
  }
  if (query.open_at) {
    question->open_at = now;
    if (query.open_at->minute) {
      ASSIGN_OR_RETURN(question->open_at, FindMinute(*query.open_at->minute, faults));
    }
  }
  if (query.near) {
    ASSIGN_OR_RETURN(question->spot, question->atlas.FindSpot(*query.near));
  }
  for (const record::Service& service : directory.services) {
    question->areas.push_back(StatedAreasOf(service, question->atlas));
  }
  RETURN_IF_ERROR(FindAuthorities(*question));
  RETURN_IF_ERROR(FindAllTerms(*question));
  return std::unique_ptr<const Question>(std::move(question));
}

}  // namespace waypost::oracle
