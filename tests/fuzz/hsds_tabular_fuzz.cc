// A folder of HSDS tables, joined: every row of services is given out or rejected, and what the
// tables share does not multiply without bound.

#include <cstddef>
#include <cstdint>
#include <string>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/utf8.h"
#include "index_builder/sources/hsds_tabular.h"
#include "index_builder/sources/shared_rows.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/fuzz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;  // NOLINT: a fuzz target is a program of its own
  const std::string_view input(static_cast<const char*>(static_cast<const void*>(data)), size);
  const fuzz::FuzzFolder folder("services.csv", input);
  record::CollectingSink sink;
  auto source = sources::OpenHsdsTabular({.id = "fuzz", .path = folder.path()}, sink);
  if (!source.ok()) return 0;
  std::uint64_t given = 0;
  for (;;) {
    record::Service service;
    const absl::StatusOr<bool> more = (*source)->Next(service);
    if (!more.ok()) return 0;
    if (!*more) break;
    FUZZ_CHECK(!service.id.empty() && !service.name.empty());
    FUZZ_CHECK(record::IsUtf8(service.name) && record::IsUtf8(service.extras));
    for (const record::ServiceAtLocation& at : service.locations) {
      FUZZ_CHECK(at.location.phones.size() <= sources::kMaxSharedRows);
      FUZZ_CHECK(!at.location.position || !at.location.position->IsNullIsland());
    }
    ++given;
  }
  FUZZ_CHECK((*source)->records_read() == given + sink.rejects.size());
  for (const record::Problem& problem : sink.problems) {
    FUZZ_CHECK(problem.value.size() <= 200 && record::IsUtf8(problem.value));
  }
  return 0;
}
