#pragma once

// The terms that services carry, with the labels their feeds give them, for the table of all terms.
//
//   FeedTerms terms(directory.taxonomy, sink);
//   for (...) terms.Add(service);             // in order of source and id: the first label counts
//   const TaxonomyTable table(directory.taxonomy, terms, sink);

#include <map>
#include <set>
#include <string>
#include <utility>

#include "index_builder/record/problem.h"
#include "index_builder/record/record.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::prepare {

class FeedTerms {
 public:
  // Borrows the sink. Terms of one vocabulary too many are reported and left out.
  FeedTerms(const record::Taxonomy& taxonomy, record::ProblemSink& sink);

  void Add(const record::Service& service);

  // Labels by vocabulary and code; "" when no feed gives one.
  const std::map<std::pair<std::string, std::string>, std::string>& labels() const {
    return labels_;
  }

 private:
  bool HasRoomFor(const std::string& vocabulary);

  record::ProblemSink& sink_;
  std::set<std::string, std::less<>> vocabularies_;
  std::map<std::pair<std::string, std::string>, std::string> labels_;
};

}  // namespace waypost::prepare
