#include "tests/support/memory_index.h"

#include "engine/format/writer.h"
#include "index_builder/prepare/complete.h"
#include "index_builder/record/collecting_sink.h"
#include "index_builder/sections/build_artefact.h"

namespace waypost {

absl::StatusOr<std::shared_ptr<const Index>> IndexOfComplete(const record::Directory& directory) {
  record::CollectingSink sink;
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  RETURN_IF_ERROR(sections::BuildArtefact(directory, sink, writer));
  ASSIGN_OR_RETURN(const std::vector<std::byte> bytes, writer.FinishToBytes());
  ASSIGN_OR_RETURN(VerifiedArtefact artefact, VerifiedArtefact::FromBytes(bytes));
  return Index::FromArtefact(std::move(artefact));
}

absl::StatusOr<std::shared_ptr<const Index>> IndexOf(record::Directory directory) {
  record::CollectingSink sink;
  prepare::Complete(directory, {}, sink);
  return IndexOfComplete(directory);
}

}  // namespace waypost
