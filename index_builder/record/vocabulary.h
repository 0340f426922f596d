#pragma once

// Taxonomies as read from files: vocabularies of terms with hierarchy and synonyms, and the mapping
// from needs and circumstances to service types.
//
// Needs come from two vocabularies that the `need` filter treats alike: "esdNeeds", the LGA's list
// when somebody imports it ("esdNeed:69", "need:69"), and "waypostNeeds", this project's own
// ("waypostNeeds:loneliness", and "need:loneliness" among its other_ids). The LGA's codes are
// numbers, Waypost's are words, so the short spellings never meet. Likewise circumstances:
// "esdCircumstances" and "waypostCircumstances". data/taxonomies/README.md has the lists that ship.

#include <optional>
#include <string>
#include <vector>

#include "index_builder/record/record.h"

namespace waypost::record {

struct VocabularyTerm {
  std::string
      vocabulary;    // "esdServiceTypes", "esdNeeds", "esdCircumstances", "openActiveActivity"
  std::string code;  // "242"
  std::string label;
  std::string description;
  std::string parent;  // code in the same vocabulary, "" for a root
  std::vector<std::string> synonyms;
  std::vector<std::string> phrases;  // what people say when they mean it; no names for it
  std::vector<std::string> sayings;  // in which words they say it; weighed together, not looked for
  std::vector<std::string> other_ids;  // spellings other than the rule of term_ref.h gives
  // Whether a search for it should leave no trace, and what to say above its results to somebody in
  // danger, as files state them; nullopt where none does, "" where one takes the text away.
  std::optional<bool> sensitive;
  std::optional<std::string> crisis;
  friend bool operator==(const VocabularyTerm&, const VocabularyTerm&) = default;
};

// A need or circumstance is served by services of a service type; a persona has needs and
// circumstances.
struct TermMapping {
  TermRef from;
  TermRef to;
  friend bool operator==(const TermMapping&, const TermMapping&) = default;
};

struct Taxonomy {
  std::vector<VocabularyTerm> terms;
  std::vector<TermMapping> mappings;
  std::vector<TermRef> removed;  // what a local overlay takes out of the files that others keep
};

}  // namespace waypost::record
