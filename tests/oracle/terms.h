#pragma once

// Vocabularies as the oracle reads them: parents, spellings of ids, and what a service's tags say
// about a term.

#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/directory.h"
#include "tests/oracle/scan_faults.h"

namespace waypost::oracle {

struct Term {
  std::string vocabulary;
  std::string code;
  friend auto operator<=>(const Term&, const Term&) = default;
};

// Vocabularies that stand for one another in a filter; the first is the one that short ids mean.
using Vocabularies = std::vector<std::string_view>;

inline constexpr std::string_view kServiceTypes = "esdServiceTypes";
inline constexpr std::string_view kNeeds = "esdNeeds";
inline constexpr std::string_view kOwnNeeds = "waypostNeeds";
inline constexpr std::string_view kCircumstances = "esdCircumstances";
inline constexpr std::string_view kOwnCircumstances = "waypostCircumstances";
inline constexpr std::string_view kPersonas = "waypostPersonas";

// "esdServiceType:242"; vocabularies without a short form stand in full: "openEligibility:11".
std::string CanonicalId(const Term& term);

class Terms {
 public:
  // `directory` must outlive the object.
  Terms(const record::Directory& directory, ScanFaults faults);

  // The terms that a file lists or a service carries, in order.
  std::vector<Term> TermsOf(const Vocabularies& vocabularies) const;

  // Reads an id. InvalidArgument when it names no term, or one outside `vocabularies`, unless that
  // is empty: then any will do.
  absl::StatusOr<Term> Find(const std::string& id, const Vocabularies& vocabularies) const;

  // The service types mapped to a need or circumstance or to any of its descendants; of a persona
  // its needs and circumstances.
  std::vector<Term> ServedBy(const Term& need) const;

  // The label that counts as text of a service which carries `ref`.
  std::string LabelOf(const record::TermRef& ref) const;

  // The label and the synonyms of a term that a file lists; none of another.
  std::vector<std::string> NamesOf(const Term& term) const;

  // What the service's tags say to "carries `asked` or a descendant of it".
  Fact Carries(const record::Service& service, const Term& asked) const;
  // What they say to "carries none of that".
  Fact CarriesNone(const record::Service& service, const Term& excluded) const;
  // "carries one of them", Kleene's Or.
  Fact CarriesAny(const record::Service& service, const std::vector<Term>& asked) const;
  // Whether a type that its text suggests is one of them or a descendant of one.
  bool InfersAny(const record::Service& service, const std::vector<Term>& asked) const;

 private:
  bool IsWithin(const Term& term, const Term& ancestor) const;

  const record::Directory& directory_;
  ScanFaults faults_;
  std::map<Term, std::string> parents_;  // code of the parent, "" for a root
};

}  // namespace waypost::oracle
