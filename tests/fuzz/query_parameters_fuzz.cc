// Any bytes as the query string of /api/search, and as `near`: refused with a code and a sentence,
// or a query within its bounds, whatever the order of the parameters.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/query/parse_query.h"
#include "engine/query/request_error.h"
#include "server/request/search_request.h"
#include "server/response/problem.h"
#include "server/transport/request_target.h"
#include "tests/fuzz/fuzz_check.h"

namespace {

using namespace waypost;

void CheckError(const absl::Status& status) {
  const auto parts = query::RequestErrorOf(status);
  FUZZ_CHECK(parts && !parts->code.empty() && !parts->detail.empty());
  FUZZ_CHECK(server::ProblemOf(status).status == 400);
}

void CheckBounds(const query::Query& query) {
  FUZZ_CHECK(query.per_page >= 1 && query.per_page <= query::kMaxPerPage);
  FUZZ_CHECK(query.page >= 1 && query.page <= query::kMaxDepth / query.per_page);
  FUZZ_CHECK(query.words.size() <= 4 * query::kMaxWordsLength);
  FUZZ_CHECK(query.languages.size() <= query::kMaxValues);
  FUZZ_CHECK(query.ages.size() <= query::kMaxValues);
  FUZZ_CHECK(!query.within || query.near);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto near = query::ParseNear(text);
  if (!near.ok()) CheckError(near.status());
  auto target = server::ParseRequestTarget("/?" + text);
  FUZZ_CHECK(target.has_value());
  server::HttpRequest request{.parameters = std::move(target->parameters)};
  const auto read = server::ReadSearchRequest(request);
  if (read.ok()) {
    CheckBounds(read->query);
  } else {
    CheckError(read.status());
  }
  // Those of one name keep their order: it tells which is the first.
  std::stable_sort(request.parameters.begin(), request.parameters.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  FUZZ_CHECK(server::ReadSearchRequest(request).ok() == read.ok());
  return 0;
}
