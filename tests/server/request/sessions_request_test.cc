#include "server/request/sessions_request.h"

#include <gtest/gtest.h>

#include "engine/query/request_error.h"

namespace waypost::server {
namespace {

using Parameters = std::vector<std::pair<std::string, std::string>>;

constexpr Date kToday = std::chrono::year(2026) / 11 / 21;

absl::StatusOr<SessionsRequest> Read(Parameters parameters) {
  return ReadSessionsRequest({.parameters = std::move(parameters)}, kToday);
}

query::RequestErrorParts ErrorOf(Parameters parameters) {
  return query::RequestErrorOf(Read(std::move(parameters)).status())
      .value_or(query::RequestErrorParts());
}

TEST(ReadSessionsRequest, WithoutDaysTheNextFourWeeks) {
  const auto asked = Read({});
  ASSERT_TRUE(asked.ok()) << asked.status();
  EXPECT_EQ(asked->from, kToday);
  EXPECT_EQ(FormatIsoDate(asked->to), "2026-12-19");
  EXPECT_TRUE(asked->counts_from_today);
}

TEST(ReadSessionsRequest, TakesBothDays) {
  const auto asked = Read({{"to", "2026-12-24"}, {"from", "2026-12-24"}});
  ASSERT_TRUE(asked.ok()) << asked.status();
  EXPECT_EQ(asked->from, asked->to);
  EXPECT_FALSE(asked->counts_from_today);
}

TEST(ReadSessionsRequest, WithoutLastDayFourWeeks) {
  const auto asked = Read({{"from", "2027-01-01"}});
  ASSERT_TRUE(asked.ok()) << asked.status();
  EXPECT_EQ(FormatIsoDate(asked->to), "2027-01-29");
}

TEST(ReadSessionsRequest, WhatIsNoDateIsAnErrorAboutIt) {
  for (const char* name : {"from", "to"}) {
    for (const char* value : {"", "tomorrow", "2026-02-29", "20261124", "2026-11-24T10:00"}) {
      const auto error = ErrorOf({{name, value}});
      EXPECT_EQ(error.code, "bad_value") << value;
      EXPECT_EQ(error.parameter, name) << value;
    }
  }
}

TEST(ReadSessionsRequest, TheDaysMustBeInOrderAndNotTooMany) {
  EXPECT_EQ(ErrorOf({{"from", "2026-12-02"}, {"to", "2026-12-01"}}).parameter, "to");
  EXPECT_EQ(ErrorOf({{"to", "2026-11-20"}}).parameter, "to");
  EXPECT_TRUE(Read({{"from", "2026-12-01"}, {"to", "2027-12-02"}}).ok());
  EXPECT_EQ(ErrorOf({{"from", "2026-12-01"}, {"to", "2027-12-03"}}).parameter, "to");
}

TEST(ReadSessionsRequest, OtherParametersAndRepeatsAreErrors) {
  EXPECT_EQ(ErrorOf({{"frm", "2026-12-01"}}).nearest, "from");
  EXPECT_EQ(ErrorOf({{"to", "2026-12-01"}, {"to", "2026-12-02"}}).code, "repeated_parameter");
}

}  // namespace
}  // namespace waypost::server
