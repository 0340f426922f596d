// Any table through the mapping that uses every part of a mapping: dates, hours, rules, positions.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/mapped_csv.h"

namespace {

using namespace waypost;

constexpr std::string_view kMapping = R"(
file.header = false
[[skip]]
name = "skipped"
column = "20"
is = "skip"
[id]
value = "{1}"
repeats = "number"
[service]
name = "{2}"
description = "{3}[ ({4})]"
status = { value = "{5}", map = { "open" = "active" }, otherwise = "{5}" }
access = "{6}"
attending = "{6}"
assured_date = "{7}"
last_modified = "{7}"
languages = "{8}"
url = "{9}"
email = "{9}"
[organisation]
name = "{4}"
[location]
latitude = "{10}"
longitude = "{11}"
postcode = "{12}"
address = ["{3}", "{4}"]
accessibility = "{8}"
[ages]
minimum = "{13}"
maximum = "{14}"
[[phone]]
number = "{9}"
[[term]]
id = "{8}"
label = "{4}"
[[cost]]
amount = "{13}"
[[opening]]
text = "{15}"
[[opening]]
monday = "{15}"
sunday = "{16}"
[[opening]]
rule = "{17}"
day = "{18}"
start = "{7}"
exceptions = "{19}"
opens = "{16}"
closes = "{18}"
)";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto mapping = sources::Mapping::Parse("fuzz.toml", kMapping);
  if (!mapping.ok()) std::abort();
  auto stream = sources::InputStream::OpenText(
      "fuzz.csv", std::string(reinterpret_cast<const char*>(data), size));
  if (!stream.ok()) return 0;
  record::CollectingSink sink;
  auto source =
      sources::OpenMappedCsv(std::move(stream).value(), std::move(mapping).value(), "fuzz", sink);
  if (!source.ok()) return 0;
  std::uint64_t given = 0;
  for (;;) {
    record::Service service;
    const absl::StatusOr<bool> more = (*source)->Next(service);
    if (!more.ok()) return 0;
    if (!*more) break;
    if (service.id.empty() || service.name.empty()) std::abort();
    ++given;
  }
  if ((*source)->records_read() != given + sink.rejects.size()) std::abort();
  return 0;
}
