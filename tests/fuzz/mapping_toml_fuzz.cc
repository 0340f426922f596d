// Any text as a mapping file and as a build configuration; a mapping that parses is bound to a
// header and used on a row.

#include <cstddef>
#include <cstdint>
#include <string>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/build_config.h"
#include "index_builder/sources/mapped_csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;
  const std::string text(reinterpret_cast<const char*>(data), size);
  (void)sources::BuildConfig::Parse("fuzz.toml", text);
  auto mapping = sources::Mapping::Parse("fuzz.toml", text);
  if (!mapping.ok()) return 0;
  auto stream = sources::InputStream::OpenText(
      "fuzz.csv", "id,name,a,b\n1,Name,10:00-11:00,FREQ=WEEKLY\n,,,\n2,Mon 9-10am,x,y\n");
  if (!stream.ok()) return 0;
  record::CollectingSink sink;
  auto source =
      sources::OpenMappedCsv(std::move(stream).value(), std::move(mapping).value(), "fuzz", sink);
  if (!source.ok()) return 0;
  record::Service service;
  while (true) {
    const absl::StatusOr<bool> more = (*source)->Next(service);
    if (!more.ok() || !*more) return 0;
  }
}
