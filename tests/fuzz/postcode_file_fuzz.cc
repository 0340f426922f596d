// Postcode files of any layout, as text. Whatever is read comes out sorted, unique and in range.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/postcode_file.h"
#include "index_builder/sources/reference/postcode_groups.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  record::CollectingSink sink;
  const auto table = sources::ReadPostcodeText(
      "fuzz.csv", std::string(reinterpret_cast<const char*>(data), size),
      [](std::string_view code) { return std::string(code); }, sink);
  if (!table.ok()) return 0;
  const record::PostcodeEntry* last = nullptr;
  for (const record::PostcodeEntry& entry : table->entries) {
    if (last != nullptr && std::memcmp(last->text, entry.text, sizeof entry.text) >= 0)
      std::abort();
    const auto codes = static_cast<std::int32_t>(table->authority_codes.size());
    if (entry.authority < -1 || entry.authority >= codes) std::abort();
    last = &entry;
  }
  sources::ComputePostcodeGroups(*table);
  return 0;
}
