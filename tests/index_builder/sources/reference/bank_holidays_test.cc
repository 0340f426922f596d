#include "index_builder/sources/reference/bank_holidays.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "engine/core/date.h"
#include "index_builder/record/collecting_sink.h"

namespace waypost::sources {
namespace {

using testing::HasSubstr;

TEST(ParseBankHolidays, ReadsTheLayoutOfGovUk) {
  record::CollectingSink sink;
  const auto holidays = ParseBankHolidays("bank-holidays.json", R"({
    "scotland": {"division": "scotland", "events": [
      {"title": "St Andrew's Day", "date": "2026-11-30", "notes": "", "bunting": true},
      {"title": "2nd January", "date": "2026-01-02"}]},
    "england-and-wales": {"events": [
      {"title": "Good Friday", "date": "2026-04-03"},
      {"title": "again", "date": "2026-04-03"},
      {"title": "never", "date": "2026-02-30"}]},
    "atlantis": {"events": [{"title": "Flood", "date": "2026-01-01"}]}})",
                                          sink);
  ASSERT_TRUE(holidays.ok()) << MessageOf(holidays.status());
  ASSERT_EQ(holidays->size(), 3u);
  EXPECT_EQ((*holidays)[0].division, "england-and-wales");
  EXPECT_EQ((*holidays)[0].title, "Good Friday");
  EXPECT_EQ(FormatIsoDate((*holidays)[1].date), "2026-01-02");
  EXPECT_EQ((*holidays)[2].title, "St Andrew's Day");
  ASSERT_EQ(sink.problems.size(), 1u);
  EXPECT_EQ(sink.problems[0].kind, record::ProblemKind::kUnreadableDate);
  EXPECT_EQ(sink.problems[0].value, "2026-02-30");
}

TEST(ParseBankHolidays, RefusesOtherFiles) {
  record::CollectingSink sink;
  for (const char* text : {"{}", "[]", "7", "{\"scotland\": null}"}) {
    const auto holidays = ParseBankHolidays("x.json", text, sink);
    ASSERT_FALSE(holidays.ok()) << text;
    EXPECT_THAT(MessageOf(holidays.status()), HasSubstr("x.json: line 1")) << text;
  }
  const auto broken = ParseBankHolidays("x.json", "{\n\"scotland\": {\n", sink);
  EXPECT_THAT(MessageOf(broken.status()), HasSubstr("x.json: line 3"));
}

}  // namespace
}  // namespace waypost::sources
