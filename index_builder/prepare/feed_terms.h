#pragma once

// The terms of services, of their organisations and of who is eligible, with what their feeds say
// of them, for the table of all terms.
//
//   FeedTerms terms(directory.taxonomy, sink);
//   for (...) terms.Add(service);             // in order of source and id: the first label counts
//   const TaxonomyTable table(directory.taxonomy, terms, sink);

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index_builder/record/problem.h"
#include "index_builder/record/record.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::prepare {

// What feeds say of a term: of each thing the first that is said.
struct FeedTerm {
  std::string label;
  std::string description;
  std::string parent_id;            // the published id of another term
  std::set<std::string> other_ids;  // UUIDs by which feeds name it, and addresses
};

class FeedTerms {
 public:
  using Key = std::pair<std::string, std::string>;  // vocabulary, code

  // Borrows the sink. Terms of one vocabulary too many are reported and left out.
  FeedTerms(const record::Taxonomy& taxonomy, record::ProblemSink& sink);

  void Add(const record::Service& service);

  const std::map<Key, FeedTerm>& terms() const { return terms_; }
  // The code of the term above, if a feed names it by the id of a term of the same vocabulary; "".
  std::string ParentOf(const Key& key, const FeedTerm& term) const;

 private:
  bool HasRoomFor(const std::string& vocabulary);
  void AddAll(const record::Service& service, std::string_view field,
              const std::vector<record::TermRef>& terms);
  void AddPublished(const record::PublishedTerm& published);

  record::ProblemSink& sink_;
  std::set<std::string, std::less<>> vocabularies_;
  std::map<Key, FeedTerm> terms_;
  std::map<std::string, Key, std::less<>> by_id_;  // of published UUIDs the first that has it
};

}  // namespace waypost::prepare
