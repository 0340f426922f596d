// Any table through the mapping that uses every part of a mapping: dates, hours, rules, positions.

#include <cstddef>
#include <cstdint>
#include <string>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/utf8.h"
#include "index_builder/sources/mapped_csv.h"
#include "tests/fuzz/fuzz_check.h"

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

void CheckText(std::string_view text) {
  FUZZ_CHECK(record::IsUtf8(text));
  for (const char c : text) FUZZ_CHECK(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
}

void CheckService(const record::Service& service) {
  FUZZ_CHECK(!service.id.empty() && !service.name.empty());
  for (const std::string* text : {&service.id, &service.name, &service.description, &service.url}) {
    CheckText(*text);
  }
  for (const record::TermRef& term : service.terms) FUZZ_CHECK(!term.code.empty());
  for (const record::ServiceAtLocation& at : service.locations) {
    if (at.location.position) FUZZ_CHECK(!at.location.position->IsNullIsland());
    for (const std::string& line : at.location.address.lines) CheckText(line);
    for (const record::Schedule& row : at.schedules) {
      FUZZ_CHECK(!row.unreadable || (!row.opens_at && row.byday.empty()));
      CheckText(row.as_published);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto mapping = sources::Mapping::Parse("fuzz.toml", kMapping);
  FUZZ_CHECK(mapping.ok());
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
    CheckService(service);
    ++given;
  }
  FUZZ_CHECK((*source)->records_read() == given + sink.rejects.size());
  return 0;
}
