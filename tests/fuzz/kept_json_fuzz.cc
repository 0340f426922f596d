// JSON that records keep: what is kept is JSON in valid UTF-8 without controls, and keeping it
// again leaves an extent an extent.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/utf8.h"
#include "index_builder/sources/area_extent.h"
#include "index_builder/sources/safe_json.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;  // NOLINT: a fuzz target is a program of its own
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  record::CollectingSink sink;
  const record::FieldReport report(sink, "fuzz", "1");
  const std::optional<std::string> kept = sources::SafeJson(report, "service", text);
  if (kept) {
    FUZZ_CHECK(record::IsUtf8(*kept));
    for (const char c : *kept) FUZZ_CHECK(static_cast<unsigned char>(c) >= 0x20);
    FUZZ_CHECK(sources::SafeJson(report, "service", *kept).has_value());
  }
  const std::string extent = sources::ExtentValue(report, text);
  // Of an extent the blanks around it, also those that JSON does not know, are left out first.
  FUZZ_CHECK(extent.empty() ||
             sources::SafeJson(report, "service", record::Trim(text)).has_value());
  FUZZ_CHECK(extent.empty() || !sources::ExtentValue(report, extent).empty());
  return 0;
}
