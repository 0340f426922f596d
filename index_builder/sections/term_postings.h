#pragma once

// The documents of each term of the taxonomies, or of a descendant of it, while documents are gone
// through.
//
//   TermPostings postings(taxonomy);
//   for (...) postings.Add(doc, terms);       // documents ascending
//   RETURN_IF_ERROR(postings.Write(offsets_id, postings_id, writer));
//
// Memory: 4 bytes for each document of each term and of what is above it.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/format/writer.h"
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

  bool HasAny(TaxonomyTermId term) const { return !lists_[term.index()].empty(); }

  absl::Status Write(SectionId offsets_id, SectionId postings_id, ArtefactWriter& writer) const {
    std::vector<std::uint32_t> offsets = {0};
    for (const std::vector<DocId>& list : lists_) {
      if (list.size() > UINT32_MAX - offsets.back()) {
        return InvalidArgument(
            "more terms of documents than an artefact can hold; split the sources");
      }
      offsets.push_back(offsets.back() + static_cast<std::uint32_t>(list.size()));
    }
    RETURN_IF_ERROR(writer.AddColumn(offsets_id, offsets));
    RETURN_IF_ERROR(writer.BeginSection(postings_id, sizeof(DocId)));
    for (const std::vector<DocId>& list : lists_) {
      RETURN_IF_ERROR(writer.Append(std::as_bytes(std::span(list))));
    }
    return writer.EndSection();
  }

 private:
  const prepare::TaxonomyTable& taxonomy_;
  std::vector<std::vector<DocId>> lists_;
};

}  // namespace waypost::sections
