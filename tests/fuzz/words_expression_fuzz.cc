// Words with operators as people type them: an expression whose parts are of the kinds that it may
// have, or a sentence that says what is missing.

#include <cstdint>
#include <string_view>

#include "engine/text/words_expression.h"
#include "tests/fuzz/fuzz_check.h"

namespace {

using waypost::text::WordsExpression;

// An "and" of nothing is the whole of an expression or no part of it.
void Check(const WordsExpression& part, int depth) {
  FUZZ_CHECK(depth <= 2 * waypost::text::kMaxExpressionDepth + 2);
  const bool is_phrase = part.kind == WordsExpression::Kind::kPhrase;
  FUZZ_CHECK(is_phrase == !part.terms.empty());
  FUZZ_CHECK(!is_phrase || part.parts.empty());
  FUZZ_CHECK(part.kind != WordsExpression::Kind::kNot || part.parts.size() == 1);
  for (const WordsExpression& each : part.parts) {
    FUZZ_CHECK(!each.terms.empty() || !each.parts.empty());
    Check(each, depth + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  static auto analyser = text::Analyser::Create({});
  FUZZ_CHECK(analyser.ok());
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  const auto read = text::ParseExpression(text, *analyser);
  if (!read.ok()) {
    FUZZ_CHECK(!MessageOf(read.status()).empty());
    return 0;
  }
  Check(read->expression, 0);
  return 0;
}
