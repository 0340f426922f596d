#include "server/web/sensitivity.h"

#include <algorithm>
#include <span>
#include <string>

#include "engine/ask/read_sentence.h"
#include "engine/core/ascii.h"
#include "engine/taxonomy/vocabularies.h"
#include "server/response/card_fields.h"
#include "server/response/sensitive_types.h"

namespace waypost::server {
namespace {

void AddTerm(const Taxonomy& taxonomy, TaxonomyTermId term, Sensitivity& sensitivity) {
  sensitivity.is_sensitive = sensitivity.is_sensitive || taxonomy.IsSensitive(term);
  const std::string_view crisis = taxonomy.CrisisOf(term);
  auto& lines = sensitivity.crisis_lines;
  if (!crisis.empty() && std::ranges::find(lines, crisis) == lines.end()) lines.push_back(crisis);
}

// Of these vocabularies; of any where none is given.
void AddNamed(const Taxonomy& taxonomy, const std::vector<std::string>& names,
              std::span<const std::string_view> vocabularies, Sensitivity& sensitivity) {
  for (const std::string& name : names) {
    const auto term =
        vocabularies.empty() ? taxonomy.Find(name) : taxonomy.FindIn(name, vocabularies);
    if (!term) continue;
    AddTerm(taxonomy, *term, sensitivity);
    if (!IsOf(kPersonaVocabularies, taxonomy.vocabulary_name(taxonomy.vocabulary(*term)))) continue;
    for (const TaxonomyTermId need : taxonomy.mapped(*term)) AddTerm(taxonomy, need, sensitivity);
  }
}

// A type that serves other needs too says nothing of the one who asks for it.
void AddType(const Index& index, TaxonomyTermId type, Sensitivity& sensitivity) {
  if (!ServesSensitiveAlone(index, type)) return;
  for (const TaxonomyTermId need : index.needs_of_type(type))
    AddTerm(index.taxonomy(), need, sensitivity);
}

// In lower case, with one blank around every word: " domestic abuse ".
std::string InBlanks(std::string_view text) {
  std::string words(" ");
  for (const char c : text) {
    const bool is_part = IsLetter(c) || IsDigit(c) || static_cast<unsigned char>(c) > 127;
    if (is_part) {
      words += ToLower(c);
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.back() != ' ') words += ' ';
  return words;
}

// A label or a synonym of a sensitive term that stands in the words as it is. Reading a sentence
// picks what is meant best; here the least hint counts.
void AddMentioned(const Taxonomy& taxonomy, const std::string& words,
                  std::span<const std::string_view> vocabularies, Sensitivity& sensitivity) {
  const std::string text = InBlanks(words);
  const auto is_mentioned = [&](std::string_view name) {
    return text.find(InBlanks(name)) != std::string::npos;
  };
  for (const std::string_view name : vocabularies) {
    const auto vocabulary = taxonomy.FindVocabulary(name);
    if (!vocabulary) continue;
    for (const TaxonomyTermId term : taxonomy.TermsOf(*vocabulary)) {
      if (!taxonomy.IsSensitive(term)) continue;
      if (is_mentioned(taxonomy.label(term)) ||
          std::ranges::any_of(taxonomy.SynonymsOf(term), is_mentioned)) {
        AddTerm(taxonomy, term, sensitivity);
      }
    }
  }
}

// Terms of any vocabulary. A publisher's own is none of ours: what it is called counts.
void AddTermsOf(const Site& site, const std::vector<std::string>& names, Sensitivity& sensitivity) {
  const Taxonomy& taxonomy = site.index().taxonomy();
  AddNamed(taxonomy, names, {}, sensitivity);
  for (const std::string& name : names) {
    const auto term = taxonomy.Find(name);
    if (!term) continue;
    AddType(site.index(), *term, sensitivity);
    const std::string label(taxonomy.label(*term));
    AddMentioned(taxonomy, label, kNeedVocabularies, sensitivity);
    AddMentioned(taxonomy, label, kCircumstanceVocabularies, sensitivity);
  }
}

void AddRead(const Site& site, const std::string& words, Sensitivity& sensitivity) {
  if (!site.phrases.ok()) return;
  const auto reading =
      ask::ReadSentence(site.index(), *site.phrases, words, {.today = site.serving.Now().date});
  if (!reading.ok()) return;
  for (const ask::ReadPart& part : reading->parts) {
    if (part.parameter == "need") {
      AddNamed(site.index().taxonomy(), {part.value}, kNeedVocabularies, sensitivity);
    } else if (part.parameter == "circumstance") {
      AddNamed(site.index().taxonomy(), {part.value}, kCircumstanceVocabularies, sensitivity);
    }
  }
}

void AddWords(const Site& site, const std::string& words, Sensitivity& sensitivity) {
  if (words.empty()) return;
  AddRead(site, words, sensitivity);
  AddMentioned(site.index().taxonomy(), words, kNeedVocabularies, sensitivity);
  AddMentioned(site.index().taxonomy(), words, kCircumstanceVocabularies, sensitivity);
}

}  // namespace

Sensitivity SensitivityOf(const Site& site, const query::Query& query,
                          std::span<const std::string> typed) {
  const Taxonomy& taxonomy = site.index().taxonomy();
  Sensitivity sensitivity;
  AddNamed(taxonomy, query.needs, kNeedVocabularies, sensitivity);
  AddNamed(taxonomy, query.circumstances, kCircumstanceVocabularies, sensitivity);
  AddNamed(taxonomy, query.personas, kPersonaVocabularies, sensitivity);
  for (const std::string& name : query.service_types) {
    const auto type = taxonomy.FindIn(name, kServiceTypeVocabularies);
    if (type) AddType(site.index(), *type, sensitivity);
  }
  AddTermsOf(site, query.taxonomy_terms, sensitivity);
  AddTermsOf(site, query.exclude_taxonomy_terms, sensitivity);
  AddWords(site, query.words, sensitivity);
  for (const std::string& text : typed) AddWords(site, text, sensitivity);
  return sensitivity;
}

Sensitivity SensitivityOf(const Site& site, ServiceOrdinal service) {
  const DocId doc = site.index().services().documents[service].front();
  // Where a place has to be hidden, so may be whoever looks for it.
  Sensitivity sensitivity{.is_sensitive = IsConfidential(site.index(), doc)};
  const Taxonomy& taxonomy = site.index().taxonomy();
  for (const TaxonomyTermId term : site.index().documents().terms[doc]) {
    if (taxonomy.IsSensitive(term)) AddTerm(taxonomy, term, sensitivity);
    AddType(site.index(), term, sensitivity);
  }
  for (const TaxonomyTermId type : site.index().documents().inferred[doc]) {
    AddType(site.index(), type, sensitivity);
  }
  return sensitivity;
}

}  // namespace waypost::server
