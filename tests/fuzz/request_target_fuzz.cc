// Any bytes as the target of a request.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "server/transport/request_target.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost::server;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  FUZZ_CHECK(DecodePercent(text, true).size() <= text.size());
  const auto target = ParseRequestTarget(text);
  if (!target) return 0;
  FUZZ_CHECK(target->path == "*" || target->path.starts_with('/'));
  std::size_t decoded = 0;
  for (const auto& [name, value] : target->parameters) decoded += name.size() + value.size();
  FUZZ_CHECK(decoded <= text.size());
  // What a whole address asks is what its path asks.
  if (text.starts_with('/') && !text.starts_with("//")) {
    const auto whole = ParseRequestTarget("HTTP://host" + std::string(text));
    FUZZ_CHECK(whole && whole->path == target->path && whole->parameters == target->parameters);
  }
  return 0;
}
