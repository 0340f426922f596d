#include "tests/oracle/terms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace waypost::oracle {
namespace {

// Prefix of ids and name of the vocabulary, where they differ.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kPrefixes = {
    {{"esdServiceType", kServiceTypes}, {"esdNeed", kNeeds}, {"esdCircumstance", kCircumstances}}};

bool IsOneOf(const Vocabularies& vocabularies, std::string_view vocabulary) {
  return std::find(vocabularies.begin(), vocabularies.end(), vocabulary) != vocabularies.end();
}

std::optional<Term> ReadId(const std::string& id) {
  const std::size_t colon = id.find(':');
  if (colon == std::string::npos) return std::nullopt;
  Term term{id.substr(0, colon), id.substr(colon + 1)};
  for (const auto& [prefix, vocabulary] : kPrefixes) {
    if (term.vocabulary == prefix) term.vocabulary = vocabulary;
  }
  return term;
}

}  // namespace

std::string CanonicalId(const Term& term) {
  for (const auto& [prefix, vocabulary] : kPrefixes) {
    if (term.vocabulary == vocabulary) return std::string(prefix) + ":" + term.code;
  }
  return term.vocabulary + ":" + term.code;
}

Terms::Terms(const record::Directory& directory, ScanFaults faults)
    : directory_(directory), faults_(faults) {
  for (const record::VocabularyTerm& term : directory.taxonomy.terms) {
    parents_.try_emplace(Term{term.vocabulary, term.code}, term.parent);
  }
  const auto add = [&](const std::vector<record::TermRef>& refs) {
    for (const record::TermRef& ref : refs) {
      parents_.try_emplace(Term{ref.vocabulary, ref.code}, "");
    }
  };
  for (const record::Service& service : directory.services) {
    add(service.terms);
    if (service.organisation) add(service.organisation->terms);
    for (const record::Eligibility& row : service.eligibilities) add(row.terms);
  }
}

std::vector<Term> Terms::TermsOf(const Vocabularies& vocabularies) const {
  std::vector<Term> terms;
  for (const auto& [term, parent] : parents_) {
    if (IsOneOf(vocabularies, term.vocabulary)) terms.push_back(term);
  }
  return terms;
}

absl::StatusOr<Term> Terms::Find(const std::string& id, const Vocabularies& vocabularies) const {
  std::optional<Term> term = ReadId(id);
  if (!term && !vocabularies.empty()) term = Term{std::string(vocabularies.front()), id};
  const bool fits = term && (vocabularies.empty() || IsOneOf(vocabularies, term->vocabulary));
  if (!fits || parents_.count(*term) == 0) return InvalidArgument("unknown term: " + id);
  return *term;
}

std::vector<Term> Terms::ServedBy(const Term& need) const {
  std::vector<Term> types;
  for (const record::TermMapping& mapping : directory_.taxonomy.mappings) {
    if (IsWithin({mapping.from.vocabulary, mapping.from.code}, need)) {
      types.push_back({mapping.to.vocabulary, mapping.to.code});
    }
  }
  return types;
}

std::string Terms::LabelOf(const record::TermRef& ref) const {
  for (const record::VocabularyTerm& term : directory_.taxonomy.terms) {
    if (term.vocabulary == ref.vocabulary && term.code == ref.code) return term.label;
  }
  return ref.label;
}

std::vector<std::string> Terms::NamesOf(const Term& term) const {
  for (const record::VocabularyTerm& listed : directory_.taxonomy.terms) {
    if (listed.vocabulary != term.vocabulary || listed.code != term.code) continue;
    std::vector<std::string> names = listed.synonyms;
    names.push_back(listed.label);
    return names;
  }
  return {};
}

Fact Terms::Carries(const record::Service& service, const Term& asked) const {
  bool has_vocabulary = false;
  bool has_ancestor = false;
  for (const record::TermRef& ref : service.terms) {
    if (ref.vocabulary != asked.vocabulary) continue;
    has_vocabulary = true;
    const Term term{ref.vocabulary, ref.code};
    if (faults_.Has(ScanFault::kChildTermMissed) ? term == asked : IsWithin(term, asked)) {
      return Fact::kYes;
    }
    has_ancestor = has_ancestor || IsWithin(asked, term);
  }
  if (faults_.Has(ScanFault::kAncestorIsNo)) has_ancestor = false;
  return has_vocabulary && !has_ancestor ? Fact::kNo : Fact::kNotStated;
}

Fact Terms::CarriesNone(const record::Service& service, const Term& excluded) const {
  Fact fact = Fact::kNotStated;
  for (const record::TermRef& ref : service.terms) {
    if (ref.vocabulary != excluded.vocabulary) continue;
    const Term term{ref.vocabulary, ref.code};
    const bool hit = faults_.Has(ScanFault::kExcludeMissesDescendants) ? term == excluded
                                                                       : IsWithin(term, excluded);
    if (hit) return Fact::kNo;
    fact = Fact::kYes;
  }
  return fact;
}

Fact Terms::CarriesAny(const record::Service& service, const std::vector<Term>& asked) const {
  Fact fact = Fact::kNo;
  for (const Term& term : asked) fact = Or(fact, Carries(service, term));
  return fact;
}

bool Terms::InfersAny(const record::Service& service, const std::vector<Term>& asked) const {
  for (const record::InferredType& inferred : service.inferred_types) {
    for (const Term& term : asked) {
      if (IsWithin({inferred.type.vocabulary, inferred.type.code}, term)) return true;
    }
  }
  return false;
}

bool Terms::IsWithin(const Term& term, const Term& ancestor) const {
  if (term.vocabulary != ancestor.vocabulary) return false;
  Term at = term;
  // As many steps as there are terms: a loop of parents must end.
  for (std::size_t steps = 0; steps <= parents_.size(); ++steps) {
    if (at == ancestor) return true;
    const auto found = parents_.find(at);
    if (found == parents_.end() || found->second.empty()) return false;
    at.code = found->second;
  }
  return false;
}

}  // namespace waypost::oracle
