#pragma once

// The tables of a build, worked out once and shared by the writers of the section groups.

#include "engine/format/writer.h"
#include "index_builder/prepare/area_table.h"
#include "index_builder/prepare/document_order.h"
#include "index_builder/prepare/taxonomy_table.h"
#include "index_builder/prepare/word_index.h"
#include "index_builder/record/directory.h"
#include "index_builder/record/problem.h"

namespace waypost::sections {

struct Prepared {
  const record::Directory& directory;
  const prepare::AreaTable& areas;
  const prepare::TaxonomyTable& taxonomy;
  const prepare::DocumentOrder& order;
};

// One writer a section group; each writes its sections and nothing else.
absl::Status WriteDocuments(const Prepared& prepared, record::ProblemSink& sink,
                            ArtefactWriter& writer);
absl::Status WriteServices(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteTaxonomy(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteWords(const Prepared& prepared, const prepare::WordIndex& words,
                        ArtefactWriter& writer);
// Those of WriteWords that hold bits of frequent words, from its columns: each word's postings, and
// what stands beside them. O(postings + documents).
absl::Status WriteFrequentWords(std::span<const std::uint64_t> posting_offsets,
                                std::span<const DocId> postings,
                                std::span<const std::uint16_t> frequencies, std::size_t documents,
                                ArtefactWriter& writer);
absl::Status WriteAreas(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteGazetteer(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteManifest(const Prepared& prepared, std::uint64_t text_length,
                           ArtefactWriter& writer);

}  // namespace waypost::sections
