#pragma once

// References to vocabulary terms in every spelling that feeds use, as one canonical pair.
//
//   id "esdServiceType:242" | "esdServiceTypes:242" | "service:242" |
//   "http://id.esd.org.uk/service/242" | "242" with vocabulary "esdServiceTypes"         ->
//   ("esdServiceTypes", "242") id "need:122"                                     -> ("esdNeeds",
//   "122") id "circumstance:191"                             -> ("esdCircumstances", "191") uri
//   "https://openactive.io/activity-list#c07d.."  -> ("openActiveActivity", "c07d..") id
//   "bccservicetype:78"                            -> ("bccservicetype", "78") id "12", vocabulary
//   "BCC Age Groups"              -> ("BCC Age Groups", "12")
//
// The first of these that has a known scheme decides: uri, code, term, id. Else the vocabulary is
// the stated one (or the taxonomy, or a local prefix of the code, term or id), and the code is
// `code`, else `term` unless that only says the name again, else `id`, else the name. Codes keep
// their case. A reference with neither code nor name is empty (`code` "").

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index_builder/record/record.h"

namespace waypost::record {

// What a feed says about a term; every member may be empty.
struct TermFields {
  std::string_view id;
  std::string_view code;
  std::string_view term;  // v3 `term` of the UK profile: a CURIE, a URI or a bare code
  std::string_view name;
  std::string_view vocabulary;  // v1 `vocabulary`
  std::string_view taxonomy;    // v3 `taxonomy` or the name of `taxonomy_detail`
  std::string_view uri;         // v3 `term_uri`
};

TermRef ReadTermRef(const TermFields& fields);

// "esdServiceTypes" for "esdServiceType", "ESD service types",
// "http://id.esd.org.uk/list/services", ...; "openActiveActivity" for "Activity", "openActive"; a
// name that is not known comes back trimmed.
std::string CanonicalVocabulary(std::string_view name);

// "esdServiceType:242", "esdNeed:69", "esdCircumstance:Gender_Female", "openEligibility:1102";
// other vocabularies "vocabulary:code", with ":" and "%" in the vocabulary percent-encoded; without
// a vocabulary the code alone (":" in front when the code has a colon). Distinct pairs have
// distinct ids.
std::string CanonicalTermId(const TermRef& term);

// The inverse, with an empty label; the spellings of ReadTermRef's `id` are accepted too. nullopt
// for an empty code.
std::optional<TermRef> ParseCanonicalTermId(std::string_view id);

// Adds a term unless it is empty or among the last 256 already: no service has so many, and a
// record made of nothing else must not take quadratic time.
void AddTerm(TermRef term, std::vector<TermRef>& terms);

// True for the type of a link that says that its term is about who is eligible: "eligibility",
// "service_eligibility", "Eligibility criteria".
bool LinksEligibility(std::string_view link_type);

}  // namespace waypost::record
