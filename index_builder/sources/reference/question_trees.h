#pragma once

// Question trees from TOML files; data/questions/README.md documents the form.
//
//   ASSIGN_OR_RETURN(directory.question_trees, LoadQuestionTrees({"data/questions"}, taxonomy));
//
// Everything is checked here: ids, that terms are in the taxonomies, values of closed lists, and
// that a question asks for answers of others that there are. What asks for a term that an overlay
// removed is left out: the condition, an answer of which nothing is left, the questions that wait
// for it, and a tree that begins with it. Errors are InvalidArgument with file and line; NotFound
// for a path that is not there.

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "engine/taxonomy/question_tree.h"
#include "index_builder/record/vocabulary.h"

namespace waypost::sources {

// Files, or folders of .toml files. Ascending by id; of two trees of one id the first counts, so
// that a path before another replaces its trees.
absl::StatusOr<std::vector<QuestionTree>> LoadQuestionTrees(const std::vector<std::string>& paths,
                                                            const record::Taxonomy& taxonomy);

// One file; `name` is for messages.
absl::StatusOr<QuestionTree> ReadQuestionTree(const std::string& name, std::string_view text,
                                              const record::Taxonomy& taxonomy);

}  // namespace waypost::sources
