// One JSON record to one service: whatever it holds, what comes out is valid UTF-8 with an id and a
// name, and nothing is lost without a line about it.

#include <cstdint>
#include <string>
#include <string_view>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/utf8.h"
#include "index_builder/sources/json_record_reader.h"
#include "tests/fuzz/fuzz_check.h"

namespace {

void CheckText(std::string_view text) {
  FUZZ_CHECK(waypost::record::IsUtf8(text));
  for (char c : text) FUZZ_CHECK(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
}

void CheckSchedule(const waypost::record::Schedule& row) {
  if (row.opens_at) FUZZ_CHECK(row.opens_at->value() >= 0 && row.opens_at->value() < 1440);
  if (row.closes_at) FUZZ_CHECK(row.closes_at->value() > 0 && row.closes_at->value() <= 1440);
  FUZZ_CHECK(!row.unreadable || (!row.opens_at && row.byday.empty()));
}

void CheckService(const waypost::record::Service& service) {
  FUZZ_CHECK(!service.id.empty());
  FUZZ_CHECK(!service.name.empty());
  CheckText(service.id);
  CheckText(service.name);
  CheckText(service.description);
  CheckText(service.fees);
  FUZZ_CHECK(waypost::record::IsUtf8(service.extras));
  for (const waypost::record::Schedule& row : service.schedules) CheckSchedule(row);
  for (const waypost::record::TermRef& term : service.terms) FUZZ_CHECK(!term.code.empty());
  for (const waypost::record::AgeRange& range : service.ages) {
    FUZZ_CHECK(range.minimum || range.maximum);
    FUZZ_CHECK(range.minimum.value_or(0) >= 0);
  }
  for (const waypost::record::ServiceAtLocation& place : service.locations) {
    CheckText(place.location.name);
    for (const waypost::record::Schedule& row : place.schedules) CheckSchedule(row);
    FUZZ_CHECK(!place.location.position || !place.location.position->IsNullIsland());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json(static_cast<const char*>(static_cast<const void*>(data)), size);
  waypost::record::CollectingSink sink;
  waypost::sources::JsonRecordReader reader("fuzz", sink);
  waypost::record::Service service;
  const bool given = reader.ReadText(json, service);
  if (given) CheckService(service);
  FUZZ_CHECK(reader.records_read() == (given ? 1U : 0U) + sink.rejects.size());
  for (const waypost::record::Problem& problem : sink.problems) {
    FUZZ_CHECK(problem.value.size() <= 200);
    FUZZ_CHECK(waypost::record::IsUtf8(problem.value));
  }
  return 0;
}
