#include "index_builder/sections/build_artefact.h"

#include <future>

#include "engine/text/analyser.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {

absl::Status BuildArtefact(const record::Directory& directory, record::ProblemSink& sink,
                           ArtefactWriter& writer, unsigned threads) {
  ASSIGN_OR_RETURN(text::Analyser analyser,
                   text::Analyser::Create({.language = directory.language}));
  const prepare::AreaTable areas(directory, sink);
  const prepare::TaxonomyTable taxonomy(directory, sink);
  const prepare::DocumentOrder order = prepare::OrderDocuments(directory);
  if (order.documents.size() >= UINT32_MAX) {
    return InvalidArgument("more documents than an artefact can hold; split the sources");
  }
  // Words are half of the work, and nobody but their own sections needs them.
  auto words = std::async(threads > 1 ? std::launch::async : std::launch::deferred, [&] {
    return prepare::IndexWords(order, taxonomy, directory.text_fields, analyser);
  });
  const Prepared prepared{directory, areas, taxonomy, order};
  writer.SetDocumentCount(static_cast<std::uint32_t>(order.documents.size()));
  RETURN_IF_ERROR(WriteDocuments(prepared, sink, writer));
  RETURN_IF_ERROR(WriteServices(prepared, writer));
  RETURN_IF_ERROR(WriteTaxonomy(prepared, writer));
  RETURN_IF_ERROR(WriteAreas(prepared, writer));
  RETURN_IF_ERROR(WriteGazetteer(prepared, writer));
  const prepare::WordIndex index = words.get();
  RETURN_IF_ERROR(WriteWords(prepared, index, writer));
  return WriteManifest(prepared, index.total_length, writer);
}

}  // namespace waypost::sections
