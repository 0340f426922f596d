#pragma once

// The full-text index while it is built: words of services and of their locations, as posting lists
// of documents.
//
//   WordIndexer indexer(taxonomy, fields, analyser, scratch);
//   RETURN_IF_ERROR(indexer.Analyse(services));              // needs no order of documents
//   ASSIGN_OR_RETURN(WordIndex words, indexer.Index(order));
//
// What each service says is kept in a scratch file, word by word, and posting lists are filled for
// as many words at a time as memory is meant for: kPostingsAtOnce. Memory: 6 bytes for each of
// those, 20 bytes a service, and every word once. Not for several threads.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "engine/format/jagged_rows.h"
#include "engine/index/word_sequence.h"
#include "engine/text/analyser.h"
#include "engine/text/vocabulary.h"
#include "index_builder/prepare/complete_services.h"
#include "index_builder/prepare/document_order.h"
#include "index_builder/prepare/frequent_words.h"
#include "index_builder/prepare/taxonomy_table.h"
#include "index_builder/record/text_field.h"
#include "index_builder/spool/spooled_blobs.h"
#include "index_builder/spool/spooled_column.h"

namespace waypost::prepare {

// Posting lists in ascending order of word.
struct WordIndex {
  explicit WordIndex(const spool::ScratchFolder& scratch)
      : postings(scratch),
        frequencies(scratch),
        frequent(scratch),
        service_texts(scratch),
        location_texts(scratch) {}

  TextRows words;
  std::vector<std::uint32_t> service_counts;
  std::vector<std::uint64_t> posting_offsets;       // of each word's postings; one more than words
  spool::SpooledColumn<DocId> postings;             // ascending for each word
  spool::SpooledColumn<std::uint16_t> frequencies;  // beside the postings
  FrequentWords frequent;
  std::vector<std::uint16_t> greatest_frequencies;  // of each word
  std::vector<std::uint32_t> lengths;  // by ServiceOrdinal: words of the service's own text
  std::uint64_t total_length = 0;
  // Texts as sequences of words (engine/index/word_sequence.h), and the code of each word.
  std::vector<WordCode> codes;
  spool::LongSpooledTexts service_texts;         // by ServiceOrdinal
  spool::LongSpooledTexts location_texts;        // by DocId
  std::vector<text::VocabularyWord> vocabulary;  // folded words for spelling, ascending
};

class WordIndexer {
 public:
  // 400 MB of them; a million services of a hundred words take two turns.
  static constexpr std::uint64_t kPostingsAtOnce = std::uint64_t{64} << 20;

  // Borrows all but the folder.
  WordIndexer(const TaxonomyTable& taxonomy, EnumSet<record::TextField> fields,
              text::Analyser& analyser, spool::ScratchFolder scratch,
              std::uint64_t postings_at_once = kPostingsAtOnce);
  ~WordIndexer();

  absl::Status Analyse(const CompleteServices& services);
  // REQUIRES: Analyse was called, once; `order` is of the documents of the same services.
  absl::StatusOr<WordIndex> Index(const DocumentOrder& order);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Words of a service, each of which counts so often.
struct WeightedText {
  std::string_view text;
  std::uint32_t weight = 1;
};

// The text of a service (QUERY.md, "BM25").
std::vector<WeightedText> ServiceTexts(const record::Service& service,
                                       const TaxonomyTable& taxonomy,
                                       EnumSet<record::TextField> fields);
// The text of a location.
std::vector<std::string_view> LocationTexts(const record::Location& location);

}  // namespace waypost::prepare
