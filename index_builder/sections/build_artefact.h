#pragma once

// A directory of records as an artefact: everything between completed records and the bytes.
//
//   ASSIGN_OR_RETURN(ArtefactWriter writer, ArtefactWriter::ToFile("county.waypost"));
//   RETURN_IF_ERROR(BuildArtefact(directory, services, {.threads = 2, .scratch = {folder}}, sink,
//                                 writer));
//   RETURN_IF_ERROR(writer.Finish());
//
// The same services give the same bytes, with one thread or two. Memory does not grow with the text
// of services: some 200 bytes for each are held at most at any time, some of the posting lists
// (postings_at_once), every word, term, outline and list of dates once, and 4 bytes for each
// document of each term.

#include "engine/core/status.h"
#include "engine/format/writer.h"
#include "index_builder/prepare/complete_services.h"
#include "index_builder/prepare/word_index.h"
#include "index_builder/record/directory.h"
#include "index_builder/record/problem.h"
#include "index_builder/spool/scratch_file.h"

namespace waypost::sections {

// How often a build reads every service, for progress: a survey, words, rows, records.
inline constexpr std::uint64_t kPasses = 4;

struct BuildOptions {
  unsigned threads = 1;
  spool::ScratchFolder scratch;
  std::uint64_t postings_at_once = prepare::WordIndexer::kPostingsAtOnce;
};

// `directory.services` are not read. Errors: those of the writer and of scratch files;
// InvalidArgument for an analyser language that does not exist, or for more of something than the
// format can count.
absl::Status BuildArtefact(const record::Directory& directory,
                           const prepare::CompleteServices& services, const BuildOptions& options,
                           record::ProblemSink& sink, ArtefactWriter& writer);

// Of the completed services of a small directory, in memory.
absl::Status BuildArtefact(const record::Directory& directory, record::ProblemSink& sink,
                           ArtefactWriter& writer, unsigned threads = 1);

}  // namespace waypost::sections
