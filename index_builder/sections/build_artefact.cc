#include "index_builder/sections/build_artefact.h"

#include "engine/text/analyser.h"
#include "index_builder/sections/prepared.h"

namespace waypost::sections {

absl::Status BuildArtefact(const record::Directory& directory, record::ProblemSink& sink,
                           ArtefactWriter& writer) {
  ASSIGN_OR_RETURN(text::Analyser analyser,
                   text::Analyser::Create({.language = directory.language}));
  const prepare::AreaTable areas(directory, sink);
  const prepare::TaxonomyTable taxonomy(directory, sink);
  const prepare::DocumentOrder order = prepare::OrderDocuments(directory);
  if (order.documents.size() >= UINT32_MAX) {
    return InvalidArgument("more documents than an artefact can hold; split the sources");
  }
  const prepare::WordIndex words =
      prepare::IndexWords(order, taxonomy, directory.text_fields, analyser);
  const Prepared prepared{directory, areas, taxonomy, order, words};
  writer.SetDocumentCount(static_cast<std::uint32_t>(order.documents.size()));
  RETURN_IF_ERROR(WriteManifest(prepared, writer));
  RETURN_IF_ERROR(WriteDocuments(prepared, sink, writer));
  RETURN_IF_ERROR(WriteServices(prepared, writer));
  RETURN_IF_ERROR(WriteTaxonomy(prepared, writer));
  RETURN_IF_ERROR(WriteWords(prepared, writer));
  RETURN_IF_ERROR(WriteAreas(prepared, writer));
  return WriteGazetteer(prepared, writer);
}

}  // namespace waypost::sections
