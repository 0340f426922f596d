// Question trees as staff write them: a tree or an error with its file; what is a tree is written
// and read back as the same.

#include <cstdint>
#include <string_view>

#include "index_builder/sources/reference/question_trees.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  record::Taxonomy taxonomy;
  for (const char* code : {"debt", "company", "meeting-people", "loneliness", "talking"}) {
    record::VocabularyTerm term;
    term.vocabulary = "waypostNeeds";
    term.code = code;
    taxonomy.terms.push_back(term);
    taxonomy.mappings.push_back(
        {.from = {"waypostNeeds", code, ""}, .to = {"esdServiceTypes", "1", ""}});
  }
  taxonomy.removed.push_back({"waypostNeeds", "gone", ""});
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  const auto tree = sources::ReadQuestionTree("tree.toml", text, taxonomy);
  if (!tree.ok()) {
    FUZZ_CHECK(MessageOf(tree.status()).starts_with("tree.toml:"));
    return 0;
  }
  const auto again = ParseQuestionTrees(FormatQuestionTrees({*tree}));
  FUZZ_CHECK(again.ok());
  FUZZ_CHECK(again->size() == 1 && again->front() == *tree);
  return 0;
}
