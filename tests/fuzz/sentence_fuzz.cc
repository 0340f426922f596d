// Any bytes as the sentence of /api/ask: refused with a code and a sentence, or parts that lie in
// the text and make a search.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/ask/read_sentence.h"
#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/support/memory_index.h"
#include "tests/support/small_directory.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  static const auto index = IndexOf(waypost::testing::SmallDirectory({waypost::testing::Service("memory cafe")}));
  FUZZ_CHECK(index.ok());
  static const auto book = ask::PhraseBook::Build(**index);
  FUZZ_CHECK(book.ok());
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  const Date today = waypost::testing::DayOf2026(11, 21);
  const auto reading = ask::ReadSentence(**index, *book, text, {.today = today});
  if (!reading.ok()) {
    FUZZ_CHECK(query::RequestErrorOf(reading.status()).has_value());
    return 0;
  }
  for (const ask::ReadPart& part : reading->parts) {
    FUZZ_CHECK(part.begin < part.end && part.end <= text.size());
    FUZZ_CHECK(!part.value.empty() && !part.parameter.empty());
  }
  FUZZ_CHECK(query::ParseQuery(reading->Parameters()).ok());
  return 0;
}
