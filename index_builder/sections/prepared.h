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
absl::Status WriteAreas(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteGazetteer(const Prepared& prepared, ArtefactWriter& writer);
absl::Status WriteManifest(const Prepared& prepared, std::uint64_t text_length,
                           ArtefactWriter& writer);

}  // namespace waypost::sections
