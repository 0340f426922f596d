// Bank holidays as text: ascending, one entry for a day of a division.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/sources/reference/bank_holidays.h"
#include "tests/fuzz/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waypost;  // NOLINT: a fuzz target is a program of its own
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  record::CollectingSink sink;
  const auto holidays = sources::ParseBankHolidays("fuzz.json", text, sink);
  if (!holidays.ok()) return 0;
  for (std::size_t i = 1; i < holidays->size(); ++i) {
    const record::BankHoliday& a = (*holidays)[i - 1];
    const record::BankHoliday& b = (*holidays)[i];
    FUZZ_CHECK(std::tie(a.division, a.date) < std::tie(b.division, b.date));
  }
  return 0;
}
