#pragma once

// The taxonomies of an index in depth-first order: terms of the vocabulary files, and those that
// only feeds know (with the feed's label, description and parent; else roots of their vocabulary).
//
// What is sensitive is so with all that is below it, and a term without a crisis text of its own
// has that of its nearest ancestor: columns hold what follows, so that readers need not walk up.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/ids.h"
#include "engine/format/jagged_rows.h"
#include "engine/taxonomy/taxonomy.h"
#include "index_builder/prepare/feed_terms.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::prepare {

class TaxonomyTable {
 public:
  // Terms of a vocabulary are ordered by code among siblings. A parent that does not exist, or that
  // would make a cycle, is reported and left out. "Not sensitive" below what is sensitive is
  // reported.
  TaxonomyTable(const record::Taxonomy& taxonomy, const FeedTerms& feed_terms,
                record::ProblemSink& sink);

  std::size_t size() const { return parents_.size(); }
  // None() for a term that is not in the table: without code, or of a vocabulary too many.
  TaxonomyTermId Find(const record::TermRef& term) const;
  // "" when neither a file nor a feed gives one; the column shows the code then.
  const std::string& label(TaxonomyTermId term) const { return label_of_[term.index()]; }
  std::string_view vocabulary(TaxonomyTermId term) const;

  const TextRows& vocabulary_names() const { return vocabulary_names_; }
  const std::vector<VocabularyId>& vocabularies() const { return vocabularies_; }
  const std::vector<TaxonomyTermId>& parents() const { return parents_; }
  const std::vector<TaxonomyTermId>& subtree_ends() const { return subtree_ends_; }
  const TextRows& id_texts() const { return id_texts_; }
  const TextRows& labels() const { return labels_; }
  const TextRows& descriptions() const { return descriptions_; }
  const TextRows& synonyms() const { return synonyms_; }
  const TextRows& phrases() const { return phrases_; }
  const std::vector<std::uint8_t>& flags() const { return flags_; }
  const TextRows& crises() const { return crises_; }
  const JaggedRows<TaxonomyTermId>& mapped() const { return mapped_; }
  const TextRows& keys() const { return keys_; }
  const std::vector<TaxonomyTermId>& key_terms() const { return key_terms_; }

 private:
  using Key = std::pair<std::string, std::string>;  // vocabulary, code
  struct Entry {
    std::string label;
    std::string description;
    std::string parent;
    std::vector<std::string> synonyms;
    std::vector<std::string> phrases;  // then the sayings, marked
    std::vector<std::string> other_ids;
    std::optional<bool> sensitive;
    std::optional<std::string> crisis;
  };

  void Collect(const record::Taxonomy& taxonomy, const FeedTerms& feed_terms);
  // Terms whose parent is not there, or is below them, become roots.
  void CheckParents(record::ProblemSink& sink);
  void MakeRoot(const Key& key, record::ProblemSink& sink);
  void Number();
  void AddWarnings(record::ProblemSink& sink);
  void AddMapping(const record::Taxonomy& taxonomy, record::ProblemSink& sink);
  void AddKeys();

  std::map<Key, Entry> entries_;
  std::map<Key, TaxonomyTermId> ids_;
  std::vector<const std::pair<const Key, Entry>*> by_id_;
  std::vector<std::string> label_of_;
  std::vector<std::string> vocabulary_of_;  // names, by VocabularyId
  TextRows vocabulary_names_;
  std::vector<VocabularyId> vocabularies_;
  std::vector<TaxonomyTermId> parents_;
  std::vector<TaxonomyTermId> subtree_ends_;
  TextRows id_texts_;
  TextRows labels_;
  TextRows descriptions_;
  TextRows synonyms_;
  TextRows phrases_;
  std::vector<std::uint8_t> flags_;
  TextRows crises_;
  JaggedRows<TaxonomyTermId> mapped_;
  TextRows keys_;
  std::vector<TaxonomyTermId> key_terms_;
};

}  // namespace waypost::prepare
