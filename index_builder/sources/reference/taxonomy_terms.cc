#include "index_builder/sources/reference/taxonomy_terms.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "engine/taxonomy/vocabularies.h"
#include "index_builder/record/field_report.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/safe_text.h"
#include "index_builder/record/term_ref.h"

namespace waypost::sources {
namespace {

using record::ProblemKind;
using record::TermMapping;
using record::TermRef;
using record::VocabularyTerm;

using Key = std::pair<std::string, std::string>;  // vocabulary, code

// Far more than any real term has; the lists are searched one by one.
constexpr std::size_t kMaxSpellings = 1000;

void AddMissing(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& value : more) {
    if (list.size() >= kMaxSpellings) return;
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
  }
}

class Merger {
 public:
  explicit Merger(record::ProblemSink& sink) : sink_(sink) {}

  void AddTerm(VocabularyTerm term) {
    if (term.code.empty()) {
      Report(term, ProblemKind::kNoId, "code", term.label, "term left out");
      return;
    }
    const auto [known, is_new] = terms_.try_emplace(Key(term.vocabulary, term.code), term);
    if (is_new) return;
    VocabularyTerm& merged = known->second;
    if (merged.label.empty()) merged.label = term.label;
    if (merged.description.empty()) merged.description = std::move(term.description);
    if (merged.parent.empty()) merged.parent = std::move(term.parent);
    if (!term.label.empty() && term.label != merged.label) AddSynonym(merged, term.label);
    AddMissing(merged.synonyms, term.synonyms);
    AddMissing(merged.phrases, term.phrases);
    AddMissing(merged.sayings, term.sayings);
    AddMissing(merged.other_ids, term.other_ids);
    if (!merged.sensitive.has_value()) merged.sensitive = term.sensitive;
    if (!merged.crisis.has_value()) merged.crisis = std::move(term.crisis);
  }

  // What no file gave a label is no term; a file that only adds to one need not repeat it.
  void DropUnlabelled() {
    std::erase_if(terms_, [&](const auto& term) {
      if (!term.second.label.empty()) return false;
      Report(term.second, ProblemKind::kNoId, "label", "", "term left out");
      return true;
    });
  }

  void AddMapping(TermMapping mapping) {
    const auto term_of = [](const TermRef& end) {
      return MakeTerm(end.vocabulary, end.code, end.label);
    };
    VocabularyTerm from_term = term_of(mapping.from);
    VocabularyTerm to_term = term_of(mapping.to);
    // Terms are looked for by the code that they have, which is cleaned once.
    mapping.from.code = from_term.code;
    mapping.to.code = to_term.code;
    if (from_term.code.empty() || to_term.code.empty()) return;
    if (!MayMap(mapping.from.vocabulary, mapping.to.vocabulary)) {
      Report(from_term, ProblemKind::kUnknownTerm, "mapping", record::CanonicalTermId(mapping.to),
             "mapping left out: no term of this list serves or has one of that");
      return;
    }
    AddEndpoint(std::move(from_term));
    AddEndpoint(std::move(to_term));
    const Key from(mapping.from.vocabulary, mapping.from.code);
    const Key to(mapping.to.vocabulary, mapping.to.code);
    mappings_.try_emplace(std::pair(from, to), std::move(mapping));
  }

  // The terms below a removed one move up to its parent, and keep what they had from it.
  void Remove(const TermRef& removed) {
    const auto found = terms_.find(Key(removed.vocabulary, removed.code));
    if (found == terms_.end()) {
      const VocabularyTerm term = MakeTerm(removed.vocabulary, removed.code, removed.code);
      Report(term, ProblemKind::kUnknownTerm, "remove", record::CanonicalTermId(removed),
             "no such term; nothing removed");
      return;
    }
    for (auto& [key, term] : terms_) {
      if (key.first == removed.vocabulary && term.parent == removed.code) {
        term.parent = found->second.parent;
        if (found->second.sensitive == true) term.sensitive = true;
        if (term.crisis.value_or("").empty()) term.crisis = found->second.crisis;
      }
    }
    const Key gone = found->first;
    std::erase_if(mappings_, [&](const auto& mapping) {
      return mapping.first.first == gone || mapping.first.second == gone;
    });
    terms_.erase(found);
    removed_.push_back(removed);
  }

  record::Taxonomy Finish() {
    CheckParents();
    record::Taxonomy taxonomy;
    taxonomy.removed = std::move(removed_);
    for (auto& [key, mapping] : mappings_) {
      mapping.from.label = terms_.at(key.first).label;
      mapping.to.label = terms_.at(key.second).label;
      taxonomy.mappings.push_back(std::move(mapping));
    }
    for (auto& [key, term] : terms_) taxonomy.terms.push_back(std::move(term));
    return taxonomy;
  }

 private:
  void AddEndpoint(VocabularyTerm term) {
    const Key key(term.vocabulary, term.code);
    if (terms_.contains(key)) return;
    if (term.label.empty()) {
      term.label = term.code;
      const TermRef ref{.vocabulary = term.vocabulary, .code = term.code, .label = {}};
      Report(term, ProblemKind::kUnknownTerm, "mapping", record::CanonicalTermId(ref),
             "added with its code for a label");
    }
    terms_.emplace(key, std::move(term));
  }

  void CheckParents() {
    for (auto& [key, term] : terms_) {
      if (term.parent.empty() || terms_.contains(Key(term.vocabulary, term.parent))) continue;
      Report(term, ProblemKind::kMissingParent, "parent", term.parent, "made a root");
      term.parent.clear();
    }
    // Each walk stops at a term that is known to lead to a root, so all of them together are
    // linear.
    std::set<Key> sound;
    for (auto& [key, term] : terms_) {
      std::vector<VocabularyTerm*> path;
      std::set<Key> on_path;
      VocabularyTerm* at = &term;
      while (at != nullptr && !sound.contains(Key(at->vocabulary, at->code))) {
        on_path.insert(Key(at->vocabulary, at->code));
        path.push_back(at);
        if (at->parent.empty()) break;
        if (on_path.contains(Key(at->vocabulary, at->parent))) {
          Report(*at, ProblemKind::kMissingParent, "parent", at->parent,
                 "made a root: it is its own ancestor");
          at->parent.clear();
          break;
        }
        at = &terms_.at(Key(at->vocabulary, at->parent));
      }
      sound.insert(on_path.begin(), on_path.end());
    }
  }

  void Report(const VocabularyTerm& term, ProblemKind kind, std::string_view field,
              std::string_view value, std::string_view outcome) const {
    record::FieldReport(sink_, term.vocabulary, term.code)
        .Report(kind, "taxonomy_term", field, value, outcome);
  }

  record::ProblemSink& sink_;
  std::map<Key, VocabularyTerm> terms_;
  std::map<std::pair<Key, Key>, TermMapping> mappings_;
  std::vector<TermRef> removed_;
};

}  // namespace

VocabularyTerm MakeTerm(std::string_view vocabulary, std::string_view code, std::string_view label,
                        std::string_view description) {
  VocabularyTerm term;
  term.vocabulary = vocabulary;
  term.code = record::ToSafeLine(code).text;
  term.label = record::ToSafeLine(label).text;
  term.description = record::ToSafeText(description).text;
  return term;
}

void AddOtherId(VocabularyTerm& term, std::string_view id) {
  const std::string text(record::Trim(id));
  if (text.empty() || text == term.code) return;
  const std::optional<TermRef> ref = record::ParseCanonicalTermId(text);
  if (ref.has_value() && ref->vocabulary == term.vocabulary && ref->code == term.code) return;
  AddMissing(term.other_ids, {text});
}

void AddSynonym(VocabularyTerm& term, std::string_view synonym) {
  const std::string text = record::ToSafeLine(synonym).text;
  if (!text.empty() && text != term.label) AddMissing(term.synonyms, {text});
}

void AddPhrase(VocabularyTerm& term, std::string_view phrase) {
  const std::string text = record::ToSafeLine(phrase).text;
  if (!text.empty()) AddMissing(term.phrases, {text});
}

void SetCrisis(VocabularyTerm& term, std::string_view text) {
  term.crisis = record::ToSafeLine(text).text;
}

void AddSaying(VocabularyTerm& term, std::string_view saying) {
  const std::string text = record::ToSafeLine(saying).text;
  if (!text.empty()) AddMissing(term.sayings, {text});
}

record::Taxonomy MergeTaxonomy(record::Taxonomy read, record::ProblemSink& sink) {
  Merger merger(sink);
  for (VocabularyTerm& term : read.terms) merger.AddTerm(std::move(term));
  merger.DropUnlabelled();
  for (TermMapping& mapping : read.mappings) merger.AddMapping(std::move(mapping));
  for (const TermRef& removed : read.removed) merger.Remove(removed);
  return merger.Finish();
}

}  // namespace waypost::sources
