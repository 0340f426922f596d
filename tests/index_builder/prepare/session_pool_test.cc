#include "index_builder/prepare/session_pool.h"

#include <gtest/gtest.h>

#include <vector>

namespace waypost::prepare {
namespace {

using std::chrono::days;
using Ids = std::vector<SessionId>;

const Date kFirst = *ParseIsoDate("2026-11-19");
const Horizon kHorizon{kFirst, kFirst + days(402)};

Session Weekly(std::uint8_t weekdays) { return {.start = 600, .length = 60, .days = weekdays}; }

DatedRow Dated(std::vector<Date> dates, std::string rule) {
  return {.session = Weekly(1), .dates = std::move(dates), .rule = std::move(rule)};
}

TEST(SessionPool, KeepsEqualSessionsAndListsOnceInOrderOfFirstAppearance) {
  SessionPool pool(kHorizon);
  const ExpandedHours one{.weekly = {Weekly(1), Weekly(2)},
                          .dated = {Dated({kFirst, kFirst + days(14)}, "FREQ=WEEKLY;INTERVAL=2")}};
  const ExpandedHours other{
      .weekly = {Weekly(2), Weekly(2)},
      .dated = {Dated({kFirst, kFirst + days(14)}, ""), Dated({kFirst + days(402)}, "")}};
  EXPECT_EQ(pool.Add(one), Ids({SessionId(0), SessionId(1), SessionId(2)}));
  EXPECT_EQ(pool.Add(other), Ids({SessionId(1), SessionId(3), SessionId(4)}));
  EXPECT_EQ(pool.Add(one), Ids({SessionId(0), SessionId(1), SessionId(2)}));
  EXPECT_EQ(pool.columns().sessions.size(), 5U);
  const Calendar calendar = pool.calendar();
  EXPECT_EQ(calendar.lists.size(), 3U);
  EXPECT_EQ(calendar.lists[calendar[SessionId(4)].dates].front(), 402);
  EXPECT_EQ(pool.columns().rules.row(0), "FREQ=WEEKLY;INTERVAL=2");
}

TEST(SessionPool, BringsTheListsOfAnotherAlong) {
  SessionPool from(kHorizon);
  from.Add({.dated = {Dated({kFirst}, "a")}});
  DatedRow row = Dated({kFirst + days(7)}, "FREQ=WEEKLY");
  row.closures = {kFirst};
  const SessionId id = from.Add({.dated = {row}}).front();
  SessionPool pool(kHorizon);
  EXPECT_EQ(pool.Add(from, id), SessionId(0));
  EXPECT_EQ(pool.Add(from, id), SessionId(0));
  EXPECT_EQ(pool.columns().date_lists.row(0).front(), 7);
  EXPECT_EQ(pool.columns().rules.row(0), "FREQ=WEEKLY");
  EXPECT_EQ(pool.columns().closures.row(0).size(), 1U);
}

}  // namespace
}  // namespace waypost::prepare
