// The file of synonyms that staff edit: rules or an error that names file and line, and whatever
// the rules, words can be looked up by them.

#include <cstdint>
#include <string_view>

#include "engine/text/synonym_file.h"
#include "engine/text/words_query.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  static auto analyser = text::Analyser::Create({});
  FUZZ_CHECK(analyser.ok());
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  const auto rules = text::ParseSynonyms("staff.txt", text);
  if (!rules.ok()) {
    FUZZ_CHECK(MessageOf(rules.status()).starts_with("staff.txt:"));
    return 0;
  }
  const text::Synonyms synonyms = text::Synonyms::Build(*rules, *analyser);
  for (const text::SynonymRule& rule : *rules) {
    FUZZ_CHECK(!rule.from.empty());
    FUZZ_CHECK(rule.from.size() + rule.to.size() <= text::kMaxSynonymEntries);
    for (const std::string& entry : rule.from) text::ParseWords(entry, *analyser, &synonyms);
  }
  return 0;
}
