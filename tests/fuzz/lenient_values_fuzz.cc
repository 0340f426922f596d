// Every lenient reader over the same text: what they read must be in range, and canonical term ids
// must come back as the terms they were made of.

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "index_builder/record/collecting_sink.h"
#include "index_builder/record/contact_value.h"
#include "index_builder/record/lenient_date.h"
#include "index_builder/record/lenient_number.h"
#include "index_builder/record/lenient_time.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/record/schedule_fields.h"
#include "index_builder/record/term_ref.h"
#include "tests/fuzz/fuzz_check.h"

namespace {

using namespace waypost;          // NOLINT: a fuzz target is a program of its own
using namespace waypost::record;  // NOLINT

void CheckNumbers(std::string_view text) {
  for (const std::optional<double> number : {ReadNumber(text), ReadAmount(text), ReadAge(text)}) {
    FUZZ_CHECK(!number || std::isfinite(*number));
  }
  const std::optional<std::int64_t> integer = ReadInteger(text);
  FUZZ_CHECK(!integer || ReadNumber(text) == static_cast<double>(*integer));
  ReadBool(text);
}

void CheckDates(std::string_view text) {
  const std::optional<Date> date = ReadDate(text);
  if (date) {
    const std::chrono::year_month_day day(*date);
    FUZZ_CHECK(day.ok() && static_cast<int>(day.year()) >= 1000 &&
               static_cast<int>(day.year()) <= 9999);
    // What was read is written in the standard way and then reads as itself.
    FUZZ_CHECK(ReadDate(FormatIsoDate(*date)) == date);
  }
  const std::optional<Moment> moment = ReadMoment(text);
  FUZZ_CHECK(!moment || date);
  if (moment) {
    const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(*moment));
    FUZZ_CHECK(static_cast<int>(day.year()) >= 1000 && static_cast<int>(day.year()) <= 9999);
  }
  FUZZ_CHECK(!IsNoDate(text) || !date);
}

void CheckTimes(std::string_view text) {
  const auto opens = ReadClockTime(text, ClockRole::kOpening);
  FUZZ_CHECK(!opens || (opens->minute.value() >= 0 && opens->minute.value() < 1440));
  const auto closes = ReadClockTime(text, ClockRole::kClosing);
  FUZZ_CHECK(!closes || (closes->minute.value() > 0 && closes->minute.value() <= 1440));
  const auto openings = ReadOpenings(text);
  if (!openings) return;
  for (const Opening& opening : *openings) {
    FUZZ_CHECK(opening.opens.value() >= 0 && opening.opens.value() < 1440);
    FUZZ_CHECK(opening.closes.value() > 0 && opening.closes.value() <= 1440);
    FUZZ_CHECK(opening.opens != opening.closes);
  }
}

void CheckWords(std::string_view text) {
  ReadStatus(text);
  ReadAccess(text);
  ReadAttending(text);
  ReadWeekday(text);
  ReadLanguage(text);
  for (const AccessibilityStatement& statement : ReadAccessibilityText(text)) {
    FUZZ_CHECK(statement.feature.has_value() == (statement.fact != Fact::kNotStated));
  }
  const auto days = ReadByDay(text);
  if (!days) return;
  for (const ByDay& day : *days) FUZZ_CHECK(day.ordinal >= -5 && day.ordinal <= 5);
}

void CheckTerms(std::string_view first, std::string_view second) {
  for (const TermRef& term :
       {ReadTermRef({.id = first, .vocabulary = second}), ReadTermRef({.id = first}),
        ReadTermRef({.name = second, .uri = first})}) {
    if (term.code.empty()) continue;
    const std::optional<TermRef> back = ParseCanonicalTermId(CanonicalTermId(term));
    FUZZ_CHECK(back && back->vocabulary == term.vocabulary && back->code == term.code);
  }
}

void CheckSchedules(std::string_view first, std::string_view second) {
  CollectingSink sink;
  const FieldReport report(sink, "fuzz", "1");
  ScheduleFields fields;
  fields.byday = fields.bymonthday = fields.opens_at = first;
  fields.freq = fields.closes_at = fields.except = second;
  for (const Schedule& row : ReadSchedule(report, fields)) {
    FUZZ_CHECK(!row.unreadable || (!row.opens_at && !sink.problems.empty()));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(static_cast<const char*>(static_cast<const void*>(data)), size);
  CheckNumbers(text);
  CheckDates(text);
  CheckTimes(text);
  CheckWords(text);
  if (const std::optional<ContactValue> url = ReadUrl(text)) {
    FUZZ_CHECK(url->value.find("://") != std::string::npos);
    const std::optional<ContactValue> again = ReadUrl(url->value);
    FUZZ_CHECK(again && again->value == url->value);
  }
  if (const std::optional<ContactValue> email = ReadEmail(text)) {
    FUZZ_CHECK(email->value.find('@') != std::string::npos);
  }
  const std::size_t bar = text.find('|');
  const std::string_view second = bar == std::string_view::npos ? text : text.substr(bar + 1);
  CheckTerms(text.substr(0, bar), second);
  CheckSchedules(text.substr(0, bar), second);
  return 0;
}
