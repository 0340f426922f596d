// Any bytes as the code of a short link: refused, or a list whose code it is.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "server/web/asked_page.h"
#include "server/web/list_code.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost::server;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto list = ParseListCode(text);
  if (!list) return 0;
  FUZZ_CHECK(!list->ids.empty() && list->ids.size() <= kLongestList);
  for (const waypost::Uuid& id : list->ids) FUZZ_CHECK(CutId(id, list->length) == id);
  FUZZ_CHECK(FormatListCode(*list) == text);
  return 0;
}
