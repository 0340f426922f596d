// Any text as opening hours: every row either states days and times or is kept as text.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/opening_text.h"
#include "index_builder/sources/recurrence_text.h"
#include "index_builder/sources/template_text.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  record::CollectingSink sink;
  const record::FieldReport report(sink, "fuzz", "1");
  for (const record::Schedule& row : sources::ReadOpeningText(report, text)) {
    const bool states_time = row.opens_at && row.closes_at && !row.byday.empty();
    FUZZ_CHECK(row.unreadable != states_time);
  }
  (void)sources::SplitRecurrence(text);
  (void)sources::TemplateText::Parse(text);
  return 0;
}
