// A folder of JSON files, joined: every record that is read is given out or rejected, what is given
// out has an id and a name, and the same folder reads the same twice.

#include <cstddef>
#include <cstdint>
#include <string>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/utf8.h"
#include "index_builder/sources/json_source.h"
#include "tests/fuzz/fuzz_check.h"
#include "tests/fuzz/fuzz_file.h"

namespace {

using namespace waypost;  // NOLINT: a fuzz target is a program of its own

std::string ReadFolder(const std::string& path) {
  record::CollectingSink sink;
  auto source = sources::OpenJsonSource({.id = "fuzz", .path = path}, sink);
  if (!source.ok()) return MessageOf(source.status());
  std::string seen;
  std::uint64_t given = 0;
  for (;;) {
    record::Service service;
    const absl::StatusOr<bool> more = (*source)->Next(service);
    if (!more.ok()) return seen + MessageOf(more.status());
    if (!*more) break;
    FUZZ_CHECK(!service.id.empty() && !service.name.empty());
    FUZZ_CHECK(record::IsUtf8(service.extras));
    ++given;
    seen.append(service.id).append("\x1F").append(service.extras);
    seen.append(std::to_string(service.locations.size())).append("\x1E");
  }
  FUZZ_CHECK((*source)->records_read() == given + sink.rejects.size());
  for (const record::Problem& problem : sink.problems) {
    FUZZ_CHECK(problem.value.size() <= 200 && record::IsUtf8(problem.value));
    seen.append(problem.entity).append(problem.value).append(problem.outcome);
  }
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(static_cast<const char*>(static_cast<const void*>(data)), size);
  const fuzz::FuzzFolder folder("feed.json", input);
  FUZZ_CHECK(ReadFolder(folder.path()) == ReadFolder(folder.path()));
  return 0;
}
