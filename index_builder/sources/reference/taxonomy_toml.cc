#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "index_builder/record/folded_words.h"
#include "index_builder/record/term_ref.h"
#include "index_builder/sources/reference/taxonomy_formats.h"
#include "index_builder/sources/reference/taxonomy_terms.h"
#include "index_builder/sources/toml_table.h"

namespace waypost::sources {
namespace {

using record::TermRef;
using record::VocabularyTerm;

// A term as the file names it: a canonical id, or the code of a term of the file's own vocabulary.
absl::StatusOr<TermRef> RefIn(const TomlTable& table, std::string_view key,
                              const std::string& vocabulary, const std::string& id) {
  if (id.find(':') == std::string::npos) {
    if (vocabulary.empty() || id.empty()) {
      return table.Fail(key, "\"" + id + "\" is no id of a term; write it like esdServiceType:242");
    }
    return TermRef{vocabulary, id, ""};
  }
  const std::optional<TermRef> ref = record::ParseCanonicalTermId(id);
  if (!ref.has_value() || ref->code.empty() || ref->vocabulary.empty()) {
    return table.Fail(key, "\"" + id + "\" is no id of a term; write it like esdServiceType:242");
  }
  return *ref;
}

// Adds mappings from `term` to the terms that the list `key` names; a bare id there is of
// `vocabulary`.
absl::Status ReadMapped(const TomlTable& table, std::string_view key, const std::string& vocabulary,
                        const VocabularyTerm& term, record::Taxonomy& taxonomy) {
  ASSIGN_OR_RETURN(const std::vector<std::string> ids, table.Strings(key));
  for (const std::string& id : ids) {
    ASSIGN_OR_RETURN(TermRef to, RefIn(table, key, vocabulary, id));
    taxonomy.mappings.push_back({{term.vocabulary, term.code, term.label}, std::move(to)});
  }
  return absl::OkStatus();
}

// One or two sentences: what is longer is not read by somebody in danger.
constexpr std::size_t kLongestCrisis = 320;

absl::Status ReadWarnings(const TomlTable& table, VocabularyTerm& term) {
  ASSIGN_OR_RETURN(term.sensitive, table.Bool("sensitive"));
  if (!table.Has("crisis")) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::string crisis, table.String("crisis"));
  SetCrisis(term, crisis);
  if (term.crisis->size() <= kLongestCrisis) return absl::OkStatus();
  return table.Fail("crisis", "one or two sentences of at most " + std::to_string(kLongestCrisis) +
                                  " bytes were due, these have " +
                                  std::to_string(term.crisis->size()));
}

absl::Status ReadTerm(const TomlTable& table, const std::string& vocabulary,
                      const std::string& short_prefix, record::Taxonomy& taxonomy) {
  RETURN_IF_ERROR(table.RefuseOtherKeys({"code", "label", "description", "parent", "synonyms",
                                         "phrases", "sayings", "other_ids", "sensitive", "crisis",
                                         "service_types", "needs", "circumstances"}));
  ASSIGN_OR_RETURN(const std::string code, table.String("code"));
  ASSIGN_OR_RETURN(const std::string label, table.String("label"));
  ASSIGN_OR_RETURN(const std::string description, table.String("description"));
  if (record::Trim(code).empty()) return table.Fail("a term needs a `code`");
  ASSIGN_OR_RETURN(const std::vector<std::string> sayings, table.Strings("sayings"));
  // Sayings may stand in a file of their own, which repeats no label.
  if (record::Trim(label).empty() && sayings.empty()) return table.Fail("a term needs a `label`");
  VocabularyTerm term = MakeTerm(vocabulary, code, label, description);
  ASSIGN_OR_RETURN(term.parent, table.String("parent"));
  ASSIGN_OR_RETURN(const std::vector<std::string> synonyms, table.Strings("synonyms"));
  for (const std::string& synonym : synonyms) AddSynonym(term, synonym);
  ASSIGN_OR_RETURN(const std::vector<std::string> phrases, table.Strings("phrases"));
  for (const std::string& phrase : phrases) AddPhrase(term, phrase);
  for (const std::string& saying : sayings) AddSaying(term, saying);
  if (!short_prefix.empty()) AddOtherId(term, short_prefix + ":" + term.code);
  ASSIGN_OR_RETURN(const std::vector<std::string> other_ids, table.Strings("other_ids"));
  for (const std::string& id : other_ids) AddOtherId(term, id);
  RETURN_IF_ERROR(ReadWarnings(table, term));
  RETURN_IF_ERROR(ReadMapped(table, "service_types", "esdServiceTypes", term, taxonomy));
  RETURN_IF_ERROR(ReadMapped(table, "needs", "waypostNeeds", term, taxonomy));
  RETURN_IF_ERROR(ReadMapped(table, "circumstances", "waypostCircumstances", term, taxonomy));
  taxonomy.terms.push_back(std::move(term));
  return absl::OkStatus();
}

absl::Status ReadMapping(const TomlTable& table, const std::string& vocabulary,
                         record::Taxonomy& taxonomy) {
  RETURN_IF_ERROR(table.RefuseOtherKeys({"from", "to"}));
  ASSIGN_OR_RETURN(const std::string from_id, table.String("from"));
  ASSIGN_OR_RETURN(const TermRef from, RefIn(table, "from", vocabulary, from_id));
  ASSIGN_OR_RETURN(const std::vector<std::string> to_ids, table.Strings("to"));
  if (to_ids.empty()) return table.Fail("a mapping needs `to`");
  for (const std::string& id : to_ids) {
    ASSIGN_OR_RETURN(TermRef to, RefIn(table, "to", "esdServiceTypes", id));
    taxonomy.mappings.push_back({from, std::move(to)});
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ReadTaxonomyToml(const std::string& name, std::string_view text, record::ProblemSink&,
                              record::Taxonomy& taxonomy) {
  ASSIGN_OR_RETURN(const TomlFile file, TomlFile::Parse(name, text));
  const TomlTable root = file.root();
  RETURN_IF_ERROR(root.RefuseOtherKeys({"vocabulary", "short_prefix", "title", "licence",
                                        "attribution", "remove", "term", "mapping"}));
  ASSIGN_OR_RETURN(const std::string stated, root.String("vocabulary"));
  ASSIGN_OR_RETURN(const std::string short_prefix, root.String("short_prefix"));
  for (std::string_view key : {"title", "licence", "attribution"}) {
    RETURN_IF_ERROR(root.String(key).status());
  }
  ASSIGN_OR_RETURN(const std::vector<TomlTable> terms, root.Tables("term"));
  ASSIGN_OR_RETURN(const std::vector<TomlTable> mappings, root.Tables("mapping"));
  if (stated.empty() && !terms.empty()) return root.Fail("terms need a `vocabulary`");
  ASSIGN_OR_RETURN(const std::vector<std::string> removed, root.Strings("remove"));
  if (terms.empty() && mappings.empty() && removed.empty()) {
    return root.Fail("no [[term]], no [[mapping]] and nothing to remove");
  }
  const std::string vocabulary = record::CanonicalVocabulary(stated);
  for (const std::string& id : removed) {
    ASSIGN_OR_RETURN(TermRef term, RefIn(root, "remove", vocabulary, id));
    taxonomy.removed.push_back(std::move(term));
  }
  for (const TomlTable& term : terms) {
    RETURN_IF_ERROR(ReadTerm(term, vocabulary, short_prefix, taxonomy));
  }
  for (const TomlTable& mapping : mappings) {
    RETURN_IF_ERROR(ReadMapping(mapping, vocabulary, taxonomy));
  }
  return absl::OkStatus();
}

}  // namespace waypost::sources
