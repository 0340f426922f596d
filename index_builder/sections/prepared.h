#pragma once

// The tables of a build, worked out once and shared by the writers of the section groups.

#include "engine/format/writer.h"
#include "engine/index/richness.h"
#include "index_builder/prepare/area_table.h"
#include "index_builder/prepare/complete_services.h"
#include "index_builder/prepare/document_order.h"
#include "index_builder/prepare/session_pool.h"
#include "index_builder/prepare/suggestion_table.h"
#include "index_builder/prepare/taxonomy_table.h"
#include "index_builder/prepare/word_index.h"
#include "index_builder/record/directory.h"
#include "index_builder/sections/document_row.h"
#include "index_builder/sections/survey.h"
#include "index_builder/sections/term_postings.h"
#include "index_builder/spool/spooled_column.h"

namespace waypost::sections {

struct Prepared {
  const record::Directory& directory;
  const prepare::CompleteServices& services;
  const Survey& survey;
  const prepare::AreaTable& areas;
  const prepare::TaxonomyTable& taxonomy;
  const prepare::DocumentOrder& order;
  spool::ScratchFolder scratch;
  unsigned threads = 1;
};

// Texts of services in order of ordinal.
struct ServiceTextColumns {
  explicit ServiceTextColumns(const spool::ScratchFolder& scratch)
      : names(scratch),
        source_ids(scratch),
        inferred_words(scratch),
        cards(scratch),
        richness(scratch) {}

  spool::SpooledTexts names;
  spool::SpooledTexts source_ids;
  spool::SpooledTexts inferred_words;  // a line for each inferred type
  spool::LongSpooledTexts cards;
  spool::SpooledColumn<RichnessBits> richness;
  std::vector<std::pair<Uuid, ServiceOrdinal>> reviews;  // by public id, in any order
};

// The documents of terms: by what services carry, and by what their text suggests.
struct PostingsOfTerms {
  explicit PostingsOfTerms(const prepare::TaxonomyTable& taxonomy)
      : own(taxonomy), inferred(taxonomy) {}

  TermPostings own;
  TermPostings inferred;
};

// One writer a section group; each writes its sections and nothing else.
// `rows` are gone through once more, with their sessions; `postings` are filled on the way.
absl::Status WriteDocuments(const Prepared& prepared, DocumentRows rows,
                            const prepare::SessionPool& sessions, PostingsOfTerms& postings,
                            ArtefactWriter& writer);
absl::Status WriteBankHolidays(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteServices(const Prepared& prepared, const ServiceTextColumns& texts,
                           ArtefactWriter& writer);
absl::Status WriteTaxonomy(const Prepared& prepared, const PostingsOfTerms& postings,
                           ArtefactWriter& writer);
// `table` has the services already.
absl::Status WriteSuggestions(const Prepared& prepared, const PostingsOfTerms& postings,
                              prepare::SuggestionTable table, ArtefactWriter& writer);
absl::Status WriteWords(const Prepared& prepared, const prepare::WordIndex& words,
                        ArtefactWriter& writer);
absl::Status WriteAreas(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteGazetteer(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteManifest(const Prepared& prepared, std::uint64_t text_length,
                           ArtefactWriter& writer);

}  // namespace waypost::sections
