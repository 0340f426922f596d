#include "tests/oracle/world_taxonomy.h"

#include <string>

#include "tests/oracle/stems.h"
#include "tests/oracle/terms.h"

namespace waypost::oracle {
namespace {

using record::Taxonomy;
using record::TermMapping;
using record::VocabularyTerm;

void AddTerm(Taxonomy& taxonomy, std::string_view vocabulary, const std::string& code,
             const std::string& parent, Random& random) {
  VocabularyTerm term;
  term.vocabulary = vocabulary;
  term.code = code;
  term.parent = parent;
  term.label = random.Pick(TextWords());
  if (random.Chance(50)) term.label += " " + std::string(random.Pick(TextWords()));
  if (random.Chance(50)) term.description = random.Pick(TextWords());
  for (int i = random.Within(0, 2); i > 0; --i) {
    term.synonyms.push_back("say " + std::string(random.Pick(TextWords())));
    term.phrases.push_back("mean " + std::string(random.Pick(TextWords())));
  }
  taxonomy.terms.push_back(std::move(term));
}

// Three roots with three children each, two of which have two children: 3 + 9 + 18 terms.
void AddServiceTypes(Taxonomy& taxonomy, Random& random) {
  for (int i = 1; i <= 3; ++i) {
    const std::string root = std::to_string(i * 100);
    AddTerm(taxonomy, kServiceTypes, root, "", random);
    for (int j = 1; j <= 3; ++j) {
      const std::string middle = std::to_string(i * 100 + j * 10);
      AddTerm(taxonomy, kServiceTypes, middle, root, random);
      for (int k = 1; k <= 2; ++k) {
        AddTerm(taxonomy, kServiceTypes, std::to_string(i * 100 + j * 10 + k), middle, random);
      }
    }
  }
}

void AddMapping(Taxonomy& taxonomy, std::string_view vocabulary, const std::string& code,
                Random& random) {
  const VocabularyTerm& type = taxonomy.terms[static_cast<std::size_t>(random.Within(0, 29))];
  TermMapping mapping;
  mapping.from = {std::string(vocabulary), code, ""};
  mapping.to = {type.vocabulary, type.code, type.label};
  taxonomy.mappings.push_back(std::move(mapping));
}

// Four needs with a narrower one each. The last one is mapped nowhere, the first only through its
// child; the second is sensitive.
void AddNeeds(Taxonomy& taxonomy, Random& random) {
  for (int i = 1; i <= 4; ++i) {
    const std::string wide = std::to_string(i * 10);
    const std::string narrow = std::to_string(i * 10 + 1);
    AddTerm(taxonomy, kNeeds, wide, "", random);
    if (i == 2) {
      taxonomy.terms.back().sensitive = true;
      taxonomy.terms.back().crisis = "In danger, call 999.";
    }
    AddTerm(taxonomy, kNeeds, narrow, wide, random);
    if (i == 4) continue;
    if (i != 1) AddMapping(taxonomy, kNeeds, wide, random);
    for (int j = random.Within(1, 2); j > 0; --j) AddMapping(taxonomy, kNeeds, narrow, random);
  }
}

void AddCircumstances(Taxonomy& taxonomy, Random& random) {
  for (const char* code : {"Alone", "Gender_Female", "Unwell"}) {
    AddTerm(taxonomy, kCircumstances, code, "", random);
    for (int j = random.Within(1, 3); j > 0; --j) {
      AddMapping(taxonomy, kCircumstances, code, random);
    }
  }
}

// This project's own lists, which the filters treat like the others.
void AddOwnLists(Taxonomy& taxonomy, Random& random) {
  AddTerm(taxonomy, kOwnNeeds, "company", "", random);
  AddMapping(taxonomy, kOwnNeeds, "company", random);
  AddTerm(taxonomy, kOwnCircumstances, "new-parent", "", random);
  AddMapping(taxonomy, kOwnCircumstances, "new-parent", random);
}

// One with a need and a circumstance, one with a need that has narrower ones, one with nothing that
// is served.
void AddPersonas(Taxonomy& taxonomy, Random& random) {
  const auto add = [&](const char* code, std::string_view vocabulary, const char* to) {
    taxonomy.mappings.push_back(
        {{std::string(kPersonas), code, ""}, {std::string(vocabulary), to, ""}});
  };
  for (const char* code : {"both", "wide", "unserved"}) {
    AddTerm(taxonomy, kPersonas, code, "", random);
  }
  add("both", kOwnNeeds, "company");
  add("both", kCircumstances, "Alone");
  add("wide", kNeeds, "10");
  add("unserved", kNeeds, "40");
}

void AddLocalList(Taxonomy& taxonomy, Random& random) {
  AddTerm(taxonomy, "localActivity", "sport", "", random);
  for (const char* code : {"bowls", "running", "tennis"}) {
    AddTerm(taxonomy, "localActivity", code, "sport", random);
  }
  AddTerm(taxonomy, "localActivity", "art", "", random);
}

}  // namespace

Taxonomy MakeTaxonomy(Random& random) {
  Taxonomy taxonomy;
  AddServiceTypes(taxonomy, random);
  AddNeeds(taxonomy, random);
  AddCircumstances(taxonomy, random);
  AddOwnLists(taxonomy, random);
  AddPersonas(taxonomy, random);
  AddLocalList(taxonomy, random);
  return taxonomy;
}

}  // namespace waypost::oracle
