#pragma once

// A directory of records as an artefact: everything between `prepare::Complete` and the bytes.
//
//   Complete(directory, options, sink);
//   ASSIGN_OR_RETURN(ArtefactWriter writer, ArtefactWriter::ToFile("county.waypost"));
//   RETURN_IF_ERROR(BuildArtefact(directory, sink, writer));
//   RETURN_IF_ERROR(writer.Finish());
//
// The same directory gives the same bytes, with one thread or two.

#include "engine/core/status.h"
#include "engine/format/writer.h"
#include "index_builder/record/directory.h"
#include "index_builder/record/problem.h"

namespace waypost::sections {

// Errors: those of the writer; InvalidArgument for an analyser language that does not exist, or for
// more of something than the format can count.
absl::Status BuildArtefact(const record::Directory& directory, record::ProblemSink& sink,
                           ArtefactWriter& writer, unsigned threads = 1);

}  // namespace waypost::sections
