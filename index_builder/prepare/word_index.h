#pragma once

// The full-text index while it is built: words of services and of their locations, as posting lists
// of documents.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/core/status.h"
#include "engine/format/jagged_rows.h"
#include "engine/text/analyser.h"
#include "engine/text/vocabulary.h"
#include "index_builder/prepare/document_order.h"
#include "index_builder/prepare/taxonomy_table.h"

namespace waypost::prepare {

// Posting lists in ascending order of word.
struct WordIndex {
  TextRows words;
  std::vector<std::uint32_t> service_counts;
  std::vector<std::uint64_t> posting_offsets;  // of each word's postings; one more than words
  std::vector<DocId> postings;                 // ascending for each word
  std::vector<std::uint16_t> frequencies;      // beside the postings
  std::vector<std::uint32_t> lengths;          // by ServiceOrdinal: words of the service's own text
  std::uint64_t total_length = 0;
  std::vector<text::VocabularyWord> vocabulary;  // folded words for spelling, ascending
};

// The text of a service, in the order in which its words count (QUERY.md, "BM25").
std::vector<std::string_view> ServiceTexts(const record::Service& service,
                                           const TaxonomyTable& taxonomy,
                                           EnumSet<record::TextField> fields);
// The text of a location.
std::vector<std::string_view> LocationTexts(const record::Location& location);

WordIndex IndexWords(const DocumentOrder& order, const TaxonomyTable& taxonomy,
                     EnumSet<record::TextField> fields, text::Analyser& analyser);

}  // namespace waypost::prepare
