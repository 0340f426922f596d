#include "engine/hours/date_window.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/engine/hours/hours_columns.h"
#include "tests/engine/hours/slow_date_window.h"

namespace waypost {
namespace {

using std::chrono::days;

Date Day(const char* text) { return *ParseIsoDate(text); }

const Date kAsOf = Day("2026-11-21");  // a Saturday
const Horizon kHorizon = HorizonOf(kAsOf);
constexpr auto kEngland = HolidayDivision::kEnglandAndWales;
constexpr auto kScotland = HolidayDivision::kScotland;
const HolidayTable kHolidays = {{Day("2026-12-25"), {kEngland, kScotland}},
                                {Day("2027-01-01"), {kEngland, kScotland}},
                                {Day("2027-01-04"), {kScotland}}};

constexpr int At(int hour, int minute = 0) { return hour * 60 + minute; }

PlainHours Weekly(Weekday day, int start, int length) {
  PlainRow row;
  row.weekdays = {day};
  row.start = start;
  row.length = length;
  return {.rows = {row}};
}

PlainHours EveryNight() {  // 20:00 to 08:00
  PlainHours hours = Weekly(Weekday::kMonday, At(20), At(12));
  for (int day = 1; day < 7; ++day) hours.rows[0].weekdays.push_back(static_cast<Weekday>(day));
  return hours;
}

Fact Ask(const PlainDateQuestion& question, const PlainHours& hours) {
  const HoursColumns columns(hours, kHorizon, ColumnOf(kHolidays));
  const Fact fact = DateJudge(question.Asked(), columns.calendar()).Matches(columns.hours());
  EXPECT_EQ(fact, SlowMatchesDate(question, hours, kHorizon, kHolidays)) << "the slow one differs";
  return fact;
}
Fact OpenAt(const char* date, int minute, const PlainHours& hours) {
  return Ask({.open_at = LocalMinute{Day(date), MinuteOfDay(minute)}}, hours);
}
Fact On(const char* date, const PlainHours& hours) { return Ask({.on = Day(date)}, hours); }
Fact InDays(int ahead, const char* date, int minute, const PlainHours& hours) {
  return Ask({.next_days = ahead, .now = {Day(date), MinuteOfDay(minute)}}, hours);
}

TEST(DateJudge, AShelterIsOpenAtNight) {
  EXPECT_EQ(OpenAt("2026-11-24", At(23), EveryNight()), Fact::kYes);
  EXPECT_EQ(OpenAt("2026-11-24", At(3), EveryNight()), Fact::kYes);
  EXPECT_EQ(OpenAt("2026-11-24", At(9), EveryNight()), Fact::kNo);
}

TEST(DateJudge, TheClosingMinuteIsClosedAndTheOpeningMinuteOpen) {
  const PlainHours tuesday = Weekly(Weekday::kTuesday, At(10), 120);
  EXPECT_EQ(OpenAt("2026-11-24", At(9, 59), tuesday), Fact::kNo);
  EXPECT_EQ(OpenAt("2026-11-24", At(10), tuesday), Fact::kYes);
  EXPECT_EQ(OpenAt("2026-11-24", At(11, 59), tuesday), Fact::kYes);
  EXPECT_EQ(OpenAt("2026-11-24", At(12), tuesday), Fact::kNo);
}

TEST(DateJudge, ABankHolidayLeavesASilentRowInDoubt) {
  PlainHours friday = Weekly(Weekday::kFriday, At(10), 120);
  EXPECT_EQ(On("2026-12-25", friday), Fact::kNotStated);
  EXPECT_EQ(On("2026-12-18", friday), Fact::kYes);
  PlainHours monday = Weekly(Weekday::kMonday, At(10), 120);
  EXPECT_EQ(On("2027-01-04", monday), Fact::kYes);  // in England
  monday.divisions = {kScotland};
  EXPECT_EQ(On("2027-01-04", monday), Fact::kNotStated);
  monday.divisions = EnumSet<HolidayDivision>::FromBits(kAllDivisions);  // nobody knows where
  EXPECT_EQ(On("2027-01-04", monday), Fact::kNotStated);
  EXPECT_EQ(On("2026-12-25", monday), Fact::kNo);  // no session of that day in any case
}

TEST(DateJudge, ADateThatIsNamedIsNoSilence) {
  PlainRow named;
  named.is_weekly = false;
  named.names_its_dates = true;
  named.dates = {Day("2026-12-25")};
  named.start = At(12);
  named.length = 120;
  EXPECT_EQ(On("2026-12-25", {.rows = {named}}), Fact::kYes);
}

TEST(DateJudge, TheNightBeforeABankHolidayIsItsOwnSession) {
  // Christmas morning belongs to Christmas Eve, the evening does not.
  EXPECT_EQ(OpenAt("2026-12-25", At(3), EveryNight()), Fact::kYes);
  EXPECT_EQ(OpenAt("2026-12-25", At(21), EveryNight()), Fact::kNotStated);
}

TEST(DateJudge, ADayWithoutTimesAnswersForTheDay) {
  PlainHours tuesday = Weekly(Weekday::kTuesday, 0, 0);
  tuesday.rows[0].start.reset();
  EXPECT_EQ(On("2026-11-24", tuesday), Fact::kYes);
  EXPECT_EQ(On("2026-11-25", tuesday), Fact::kNo);
  EXPECT_EQ(OpenAt("2026-11-24", At(10), tuesday), Fact::kNotStated);
  EXPECT_EQ(Ask({.on = Day("2026-11-24"), .from = MinuteOfDay(At(10))}, tuesday), Fact::kNotStated);
  EXPECT_EQ(InDays(0, "2026-11-24", At(10), tuesday), Fact::kNotStated);
  EXPECT_EQ(InDays(1, "2026-11-23", At(10), tuesday), Fact::kYes);
}

TEST(DateJudge, TheNextDaysStartNow) {
  const PlainHours tuesday = Weekly(Weekday::kTuesday, At(10), 120);
  EXPECT_EQ(InDays(0, "2026-11-24", At(10), tuesday), Fact::kYes);
  EXPECT_EQ(InDays(0, "2026-11-24", At(10, 1), tuesday), Fact::kNo);  // it has begun
  EXPECT_EQ(InDays(6, "2026-11-24", At(10, 1), tuesday), Fact::kNo);
  EXPECT_EQ(InDays(7, "2026-11-24", At(10, 1), tuesday), Fact::kYes);
}

TEST(DateJudge, InformationThatHasExpiredIsNotANo) {
  PlainHours tuesday = Weekly(Weekday::kTuesday, At(10), 120);
  tuesday.rows[0].valid_to = Day("2026-11-20");
  EXPECT_EQ(On("2026-11-24", tuesday), Fact::kNotStated);
  // One statement after the other holds throughout.
  PlainHours both = Weekly(Weekday::kSunday, At(10), 120);
  both.rows[0].valid_to = Day("2026-11-27");
  both.rows.push_back(both.rows[0]);
  both.rows[1].valid_from = Day("2026-11-28");
  both.rows[1].valid_to.reset();
  EXPECT_EQ(InDays(4, "2026-11-24", 0, both), Fact::kNo);
  both.rows[1].valid_from = Day("2026-11-29");
  both.rows[1].weekdays = {Weekday::kMonday};
  EXPECT_EQ(InDays(4, "2026-11-24", 0, both), Fact::kNotStated);
}

TEST(DateJudge, UntilIsTheLastDay) {
  PlainHours tuesday = Weekly(Weekday::kTuesday, At(10), 120);
  tuesday.rows[0].counts_by_date = true;
  tuesday.rows[0].last = Day("2026-11-24");
  EXPECT_EQ(On("2026-11-24", tuesday), Fact::kYes);
  EXPECT_EQ(On("2026-12-01", tuesday), Fact::kNo);
}

TEST(DateJudge, NothingIsKnownOutsideTheHorizon) {
  const PlainHours tuesday = Weekly(Weekday::kTuesday, At(10), 120);
  EXPECT_EQ(Ask({.on = kHorizon.first}, tuesday), Fact::kNo);
  EXPECT_EQ(Ask({.on = kHorizon.first - days(1)}, tuesday), Fact::kNotStated);
  EXPECT_EQ(Ask({.on = kHorizon.last}, tuesday), Fact::kNo);
  EXPECT_EQ(Ask({.on = kHorizon.last + days(2)}, tuesday), Fact::kNotStated);
}

TEST(DateJudge, TheSecondPassOfAnHourIsAfterTheFirst) {
  // 25 October 2026: 01:00 to 02:00 is shown twice.
  const Horizon horizon = HorizonOf(Day("2026-10-20"));
  const auto ask = [&](int start, int length, std::optional<SecondPass> pass) {
    const PlainHours hours = Weekly(Weekday::kSunday, start, length);
    const HoursColumns columns(hours, horizon);
    const LocalMinute minute{Day("2026-10-25"), MinuteOfDay(At(1, 15)), pass};
    return DateJudge(DateQuestion::OpenAt(minute), columns.calendar()).Matches(columns.hours());
  };
  const SecondPass second{MinuteOfDay(At(2)), 0};
  EXPECT_EQ(ask(At(1, 30), 60, std::nullopt), Fact::kNo);
  EXPECT_EQ(ask(At(1, 30), 60, second), Fact::kYes);
  EXPECT_EQ(ask(At(0, 30), 60, std::nullopt), Fact::kYes);  // ends at 01:30, the first one
  EXPECT_EQ(ask(At(0, 30), 60, second), Fact::kNo);
}

}  // namespace
}  // namespace waypost
