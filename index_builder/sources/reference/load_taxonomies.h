#pragma once

// Taxonomies of a build, from all their files.
//
//   record::Taxonomy taxonomy;
//   RETURN_IF_ERROR(LoadTaxonomies({"data/taxonomies", "needs-to-services.json"}, sink, taxonomy));
//
// A path is a file, or a folder or archive of which every member that ends in .csv, .json, .jsonld,
// .toml or .xml (also with .gz) is read, by name. What a file is shows its content
// (taxonomy_formats.h). Paths are in order of precedence, the first one first: taxonomy_terms.h
// says what that decides and what is checked.

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::sources {

// Errors: NotFound no such path; InvalidArgument, with file and line, for a file that is no
// taxonomy, or a folder without any. `taxonomy` is replaced.
absl::Status LoadTaxonomies(const std::vector<std::string>& paths, record::ProblemSink& sink,
                            record::Taxonomy& taxonomy);

// One text of any of the formats, not yet merged; for tests and fuzzing.
absl::Status ReadTaxonomyText(const std::string& name, std::string_view text,
                              record::ProblemSink& sink, record::Taxonomy& taxonomy);

}  // namespace waypost::sources
