#include "engine/hours/time_window.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "tests/engine/hours/hours_columns.h"
#include "tests/engine/hours/slow_time_window.h"

namespace waypost {
namespace {

using std::chrono::days;

Date Day(const char* text) { return *ParseIsoDate(text); }

const Date kToday = Day("2026-11-21");  // a Saturday
const Horizon kHorizon = HorizonOf(kToday);
constexpr Weekday kMo = Weekday::kMonday, kTu = Weekday::kTuesday, kWe = Weekday::kWednesday,
                  kFr = Weekday::kFriday, kSa = Weekday::kSaturday, kSu = Weekday::kSunday;

constexpr int At(int hour, int minute = 0) { return hour * 60 + minute; }

PlainRow Weekly(std::vector<Weekday> weekdays, int start, int length) {
  PlainRow row;
  row.weekdays = std::move(weekdays);
  row.start = start;
  row.length = length;
  return row;
}
PlainRow WithoutTimes(std::vector<Weekday> weekdays) {
  PlainRow row;
  row.weekdays = std::move(weekdays);
  return row;
}
PlainRow Dated(std::vector<Date> dates, int start, int length) {
  PlainRow row;
  row.is_weekly = false;
  row.dates = std::move(dates);
  row.start = start;
  row.length = length;
  return row;
}

// One question to one document; -1 as a time is "not asked".
struct Question {
  EnumSet<Weekday> days;
  int from = -1;
  int to = -1;
  TimeMatch match = TimeMatch::kOverlap;
};
TimeFilter FilterOf(const Question& question, Date today) {
  TimeFilter filter{.days = question.days, .match = question.match, .today = today};
  if (question.from >= 0) filter.from = MinuteOfDay(question.from);
  if (question.to >= 0) filter.to = MinuteOfDay(question.to);
  return filter;
}
Fact Ask(const Question& question, const PlainHours& hours, Date today = kToday) {
  const HoursColumns columns(hours, kHorizon);
  const TimeFilter filter = FilterOf(question, today);
  DayJudge judge(TimeFilterPlan(filter, kHorizon), columns.calendar());
  const Fact fact = judge.Matches(columns.hours());
  EXPECT_EQ(fact, SlowMatchesDay(filter, hours, kHorizon)) << "the slow version disagrees";
  return fact;
}

constexpr Fact kYes = Fact::kYes, kNo = Fact::kNo, kNotStated = Fact::kNotStated;

TEST(DayJudge, OverlapNeedsAMinute) {
  const PlainHours tuesdays = {{Weekly({kTu}, At(10), 120)}};
  EXPECT_EQ(Ask({{kTu}}, tuesdays), kYes);
  EXPECT_EQ(Ask({{kMo}}, tuesdays), kNo);
  EXPECT_EQ(Ask({{kMo, kTu}}, tuesdays), kYes);
  EXPECT_EQ(Ask({{kTu}, At(11, 59), At(13)}, tuesdays), kYes);
  EXPECT_EQ(Ask({{kTu}, At(12), At(13)}, tuesdays), kNo);
  EXPECT_EQ(Ask({{kTu}, At(9), At(10)}, tuesdays), kNo);
  EXPECT_EQ(Ask({{kTu}, At(9), At(10, 1)}, tuesdays), kYes);
  EXPECT_EQ(Ask({{}, At(11), -1}, tuesdays), kYes);
  EXPECT_EQ(Ask({{}, -1, At(10)}, tuesdays), kNo);
}

TEST(DayJudge, WithinHoldsTheWholeSession) {
  const PlainHours tuesdays = {{Weekly({kTu}, At(10), 120)}};
  EXPECT_EQ(Ask({{kTu}, At(10), At(12), TimeMatch::kWithin}, tuesdays), kYes);
  EXPECT_EQ(Ask({{kTu}, At(10, 1), At(12), TimeMatch::kWithin}, tuesdays), kNo);
  EXPECT_EQ(Ask({{kTu}, At(10), At(11, 59), TimeMatch::kWithin}, tuesdays), kNo);
  EXPECT_EQ(Ask({{kTu}, -1, -1, TimeMatch::kWithin}, tuesdays), kYes);
}

TEST(DayJudge, CoversByTheUnionOfTouchingSessions) {
  const PlainHours two = {{Weekly({kTu}, At(9), 180), Weekly({kTu}, At(12), 300)}};
  EXPECT_EQ(Ask({{kTu}, At(10), At(16), TimeMatch::kCovers}, two), kYes);
  EXPECT_EQ(Ask({{kTu}, At(9), At(17), TimeMatch::kCovers}, two), kYes);
  EXPECT_EQ(Ask({{kTu}, At(9), At(17, 1), TimeMatch::kCovers}, two), kNo);
  const PlainHours with_a_gap = {{Weekly({kTu}, At(9), 179), Weekly({kTu}, At(12), 300)}};
  EXPECT_EQ(Ask({{kTu}, At(10), At(16), TimeMatch::kCovers}, with_a_gap), kNo);
}

TEST(DayJudge, SessionsRunOnPastMidnightByTheClock) {
  const PlainHours sundays = {{Weekly({kSu}, At(22), 240)}};  // to Monday 02:00
  EXPECT_EQ(Ask({{kMo}}, sundays), kYes);
  EXPECT_EQ(Ask({{kMo}, At(1), At(3)}, sundays), kYes);
  EXPECT_EQ(Ask({{kMo}, At(2), At(3)}, sundays), kNo);
  EXPECT_EQ(Ask({{kSu}, At(23)}, sundays), kYes);
  EXPECT_EQ(Ask({{kSa}}, sundays), kNo);
  // Neither day holds the whole session; a window over midnight does.
  EXPECT_EQ(Ask({{kSu}, -1, -1, TimeMatch::kWithin}, sundays), kNo);
  EXPECT_EQ(Ask({{kSu}, At(22), At(2), TimeMatch::kWithin}, sundays), kYes);
  EXPECT_EQ(Ask({{kSu}, At(22), At(2), TimeMatch::kCovers}, sundays), kYes);
  EXPECT_EQ(Ask({{kSu}, At(22), At(2, 1), TimeMatch::kCovers}, sundays), kNo);
}

TEST(DayJudge, WindowsRunOnPastMidnight) {
  const PlainHours early_mondays = {{Weekly({kMo}, At(0, 30), 60)}};
  EXPECT_EQ(Ask({{kSu}, At(22), At(2)}, early_mondays), kYes);
  EXPECT_EQ(Ask({{kSu}, At(22), At(2), TimeMatch::kWithin}, early_mondays), kYes);
  EXPECT_EQ(Ask({{kSu}, At(22), At(0, 30)}, early_mondays), kNo);
  EXPECT_EQ(Ask({{kMo}, At(22), At(2)}, early_mondays), kNo);
}

TEST(DayJudge, ShelterIsOpenAtNightAndClosedInTheMorning) {
  const PlainHours shelter = {
      {Weekly({kMo, kTu, kWe, Weekday::kThursday, kFr, kSa, kSu}, At(20), 720)}};
  EXPECT_EQ(Ask({{kMo}, At(23), At(23, 1)}, shelter), kYes);
  EXPECT_EQ(Ask({{kMo}, At(3), At(3, 1)}, shelter), kYes);
  EXPECT_EQ(Ask({{kMo}, At(9), At(9, 1)}, shelter), kNo);
  EXPECT_EQ(Ask({{kMo}, At(20), At(8), TimeMatch::kCovers}, shelter), kYes);
  EXPECT_EQ(Ask({{kMo}, At(20), At(8), TimeMatch::kWithin}, shelter), kYes);
}

TEST(DayJudge, TheWholeDayIsFromMidnightToMidnight) {
  const PlainHours always = {{Weekly({kMo, kTu}, 0, 1440)}};
  EXPECT_EQ(Ask({{kMo}, 0, At(24), TimeMatch::kCovers}, always), kYes);
  EXPECT_EQ(Ask({{kMo}, -1, -1, TimeMatch::kCovers}, always), kYes);
  EXPECT_EQ(Ask({{kMo}, At(12), At(11), TimeMatch::kCovers}, always), kYes);
  EXPECT_EQ(Ask({{kTu}, At(12), At(11), TimeMatch::kCovers}, always), kNo);
}

// A window to 23:59 is one to midnight, as a session's end is.
TEST(DayJudge, AWindowToOneMinuteToMidnightEndsAtMidnight) {
  const PlainHours late = {{Weekly({kFr}, At(20), 240)}};
  EXPECT_EQ(Ask({{kFr}, At(18), At(23, 59), TimeMatch::kWithin}, late), kYes);
  EXPECT_EQ(Ask({{kFr}, At(18), At(23, 58), TimeMatch::kWithin}, late), kNo);
}

TEST(DayJudge, ADayWithoutTimesIsYesForTheDayAndNotStatedForATime) {
  const PlainHours mondays = {{WithoutTimes({kMo})}};
  EXPECT_EQ(Ask({{kMo}}, mondays), kYes);
  EXPECT_EQ(Ask({{kMo}, -1, -1, TimeMatch::kWithin}, mondays), kYes);
  EXPECT_EQ(Ask({{kMo}, -1, -1, TimeMatch::kCovers}, mondays), kYes);
  EXPECT_EQ(Ask({{kMo}, At(9), At(10)}, mondays), kNotStated);
  EXPECT_EQ(Ask({{}, At(9), At(10)}, mondays), kNotStated);
  EXPECT_EQ(Ask({{kTu}}, mondays), kNo);
  EXPECT_EQ(Ask({{kTu}, At(9), At(10)}, mondays), kNo);
  const PlainHours both = {{WithoutTimes({kMo}), Weekly({kMo}, At(9), 60)}};
  EXPECT_EQ(Ask({{kMo}, At(9), At(10)}, both), kYes);
  EXPECT_EQ(Ask({{kMo}, At(10), At(11)}, both), kNotStated);
}

TEST(DayJudge, ADatedSessionCountsForFiftySixDays) {
  const auto on = [](int ahead) { return PlainHours{{Dated({kToday + days(ahead)}, At(10), 60)}}; };
  EXPECT_EQ(Ask({{kSa}}, on(0)), kYes);
  EXPECT_EQ(Ask({{kFr}}, on(55)), kYes);  // Friday 15 January
  EXPECT_EQ(Ask({{kSa}}, on(56)), kNo);
  EXPECT_EQ(Ask({{kFr}}, on(-1)), kNo);
  EXPECT_EQ(Ask({{kSa}, At(10, 59), At(12)}, on(0)), kYes);
  EXPECT_EQ(Ask({{kSa}, At(11), At(12)}, on(0)), kNo);
}

TEST(DayJudge, DatedAndWeeklySessionsJoinInOneWeek) {
  const PlainHours both = {{Weekly({kTu}, At(9), 180), Dated({Day("2026-12-08")}, At(12), 120)}};
  EXPECT_EQ(Ask({{kTu}, At(10), At(14), TimeMatch::kCovers}, both), kYes);
}

TEST(DayJudge, ExpiredInformationIsNotANo) {
  PlainHours hours = {{Weekly({kTu}, At(10), 60)}};
  hours.rows[0].valid_to = kToday - days(1);
  EXPECT_EQ(Ask({{kTu}}, hours), kNotStated);
  EXPECT_EQ(Ask({{kMo}}, hours), kNotStated);
  hours.rows[0].valid_to = kToday;
  EXPECT_EQ(Ask({{kTu}}, hours), kYes);
  EXPECT_EQ(Ask({{kMo}}, hours), kNo);
  hours.rows[0].valid_to.reset();
  hours.rows[0].valid_from = kToday + days(56);
  EXPECT_EQ(Ask({{kTu}}, hours), kNotStated);
  hours.rows[0].valid_from = kToday + days(55);
  EXPECT_EQ(Ask({{kTu}}, hours), kYes);
  // Beside a row that counts, an expired one is of no account.
  hours.rows[0].valid_to = kToday - days(1);
  hours.rows.push_back(Weekly({kWe}, At(10), 60));
  EXPECT_EQ(Ask({{kTu}}, hours), kNo);
}

TEST(DayJudge, NothingStatedIsNotStated) {
  EXPECT_EQ(Ask({{kTu}}, {}), kNotStated);
  EXPECT_EQ(Ask({{kTu}}, {.rows = {}, .has_unreadable_rows = true}), kNotStated);
  EXPECT_EQ(Ask({{kTu}}, {{Weekly({kMo}, 600, 60)}, true}), kNo);
  EXPECT_EQ(Ask({{kSa}}, {{Dated({kToday - days(2)}, 600, 60)}, true}), kNotStated);
  EXPECT_EQ(Ask({{kSa}}, {{Dated({kToday - days(2)}, 600, 60)}, false}), kNo);
}

TEST(DayJudge, AWeeklyRowThatStartsOrEndsCountsByItsDates) {
  PlainHours hours = {{Weekly({kMo, kFr}, At(10), 60)}};
  hours.rows[0].first = kToday + days(55);  // Friday 15 January: no Monday before day 56
  EXPECT_EQ(Ask({{kMo}}, hours), kYes);     // a plain weekly row counts for all its weekdays
  hours.rows[0].counts_by_date = true;
  EXPECT_EQ(Ask({{kMo}}, hours), kNo);
  EXPECT_EQ(Ask({{kFr}}, hours), kYes);
  hours.rows[0].first.reset();
  hours.rows[0].last = kToday + days(2);  // Monday 23 November, the last one
  EXPECT_EQ(Ask({{kMo}}, hours), kYes);
  EXPECT_EQ(Ask({{kFr}}, hours), kNo);
  hours.rows[0].last = kToday - days(1);
  EXPECT_EQ(Ask({{kMo}}, hours), kNo);
}

TEST(DayJudge, PastTheHorizonDatedSessionsAreNotKnown) {
  PlainHours hours = {{Dated({kToday}, At(10), 60)}};
  const Date late = kHorizon.last - days(54);
  EXPECT_EQ(Ask({{kSa}}, hours, late), kNo);
  hours.rows[0].goes_on_past_horizon = true;
  EXPECT_EQ(Ask({{kSa}}, hours, late), kNotStated);
  EXPECT_EQ(Ask({{kSa}}, hours, late - days(1)), kNo);
  EXPECT_EQ(Ask({{kSu}}, hours, kHorizon.first - days(1)), kNotStated);
  EXPECT_EQ(Ask({{kSa}}, hours, kHorizon.first - days(1)), kYes);
}

TEST(DayJudge, TellsEveryDayWhateverIsAsked) {
  const PlainHours hours = {{Weekly({kSu}, At(22), 240), WithoutTimes({kTu})}};
  const HoursColumns columns(hours, kHorizon);
  const TimeFilterPlan plan(FilterOf({{kFr}, At(0), At(23)}, kToday), kHorizon);
  const DayFacts facts = DayJudge(plan, columns.calendar()).FactsOf(columns.hours());
  EXPECT_EQ(facts.Of(kSu), kYes);
  EXPECT_EQ(facts.Of(kMo), kYes);
  EXPECT_EQ(facts.Of(kTu), kNotStated);
  EXPECT_EQ(facts.Of(kFr), kNo);
  EXPECT_EQ(facts.OfAny({kTu, kFr}), kNotStated);
  EXPECT_EQ(facts.OfAny({kTu, kMo}), kYes);
}

}  // namespace
}  // namespace waypost
