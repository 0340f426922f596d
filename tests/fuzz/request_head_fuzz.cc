// Any bytes as the head of a request: it is refused by a known status, or what was read of it holds
// what a handler may rely on.

#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <variant>

#include "server/transport/request_head.h"
#include "server/transport/response_bytes.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost::server;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const HeadLimits limits{.target_bytes = 200, .header_bytes = 400, .body_bytes = 50};
  static const std::set<int> statuses = {400, 405, 411, 413, 414, 417, 431, 505};
  (void)RefusalOfUnfinishedHead(text, limits);
  const auto parsed = ParseRequestHead(text, limits);
  if (const auto* refusal = std::get_if<HeadRefusal>(&parsed)) {
    FUZZ_CHECK(statuses.contains(refusal->status));
    FUZZ_CHECK(TransportProblem(refusal->status).status == refusal->status);
    return 0;
  }
  const RequestHead& head = std::get<RequestHead>(parsed);
  FUZZ_CHECK(head.body_bytes <= limits.body_bytes);
  FUZZ_CHECK(head.request.path == "*" || head.request.path.starts_with('/'));
  for (const auto& [name, value] : head.request.headers) {
    FUZZ_CHECK(!name.empty());
    FUZZ_CHECK(value.find_first_of("\r\n") == std::string::npos);
  }
  return 0;
}
