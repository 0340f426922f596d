#pragma once

// The documents of each term of the taxonomies, or of a descendant of it, while documents are gone
// through.
//
//   TermPostings postings(taxonomy);
//   for (...) postings.Add(doc, terms);       // documents ascending
//   RETURN_IF_ERROR(writer.AddJagged(S::kTermPostingOffsets, S::kTermPostings, postings.Rows()));

#include <vector>

#include "engine/format/jagged_rows.h"
#include "index_builder/prepare/taxonomy_table.h"

namespace waypost::sections {

class TermPostings {
 public:
  explicit TermPostings(const prepare::TaxonomyTable& taxonomy)
      : taxonomy_(taxonomy), lists_(taxonomy.size()) {}

  void Add(DocId doc, const std::vector<TaxonomyTermId>& terms) {
    for (const TaxonomyTermId term : terms) {
      for (TaxonomyTermId up = term; !up.is_none(); up = taxonomy_.parents()[up.index()]) {
        std::vector<DocId>& list = lists_[up.index()];
        if (list.empty() || list.back() != doc) list.push_back(doc);
      }
    }
  }

  JaggedRows<DocId> Rows() const {
    JaggedRows<DocId> rows;
    for (const std::vector<DocId>& list : lists_) rows.AddRow(list);
    return rows;
  }

 private:
  const prepare::TaxonomyTable& taxonomy_;
  std::vector<std::vector<DocId>> lists_;
};

}  // namespace waypost::sections
