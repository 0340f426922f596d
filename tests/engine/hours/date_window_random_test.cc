// DateJudge, NextSession and OccurrencesBetween against their definitions, on random documents.

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "engine/hours/date_window.h"
#include "engine/hours/next_session.h"
#include "tests/engine/hours/hours_columns.h"
#include "tests/engine/hours/random_hours.h"
#include "tests/engine/hours/slow_date_window.h"

namespace waypost {
namespace {

using std::chrono::days;

const Date kAsOf = *ParseIsoDate("2026-11-21");
const Horizon kHorizon = HorizonOf(kAsOf);
constexpr int kCases = 30000;

class CaseMaker : public RandomHours {
 public:
  CaseMaker() : RandomHours(kAsOf) {}

  LocalMinute Now() {
    LocalMinute now{.date = AnyDate(), .time = MinuteOfDay(AnyMinute())};
    if (OneIn(20)) now.second_pass = {.ends = MinuteOfDay(120), .offset_minutes = 0};
    return now;
  }

  PlainDateQuestion Question() {
    PlainDateQuestion question{.now = Now()};
    switch (Between(0, 2)) {
      case 0:
        question.open_at = Now();
        break;
      case 1:
        question.next_days = OneIn(5) ? Between(0, 366) : Between(0, 10);
        break;
      default:
        AskOn(question);
    }
    return question;
  }

  HolidayTable Holidays() {
    HolidayTable holidays;
    for (int left = Between(0, 30); left > 0; --left) {
      holidays[kAsOf + days(Between(-2, 30))] =
          EnumSet<HolidayDivision>::FromBits(static_cast<std::uint32_t>(Between(1, kAllDivisions)));
    }
    return holidays;
  }

 private:
  // Mostly near, often at the edges of what is known.
  Date AnyDate() {
    if (OneIn(12)) return kHorizon.first + days(Between(-1, 1));
    if (OneIn(12)) return kHorizon.last + days(Between(-1, 1));
    return kAsOf + days(OneIn(6) ? Between(-10, 410) : Between(-2, 30));
  }
  void AskOn(PlainDateQuestion& question) {
    question.on = AnyDate();
    question.match = static_cast<TimeMatch>(Between(0, 2));
    if (!OneIn(3)) question.from = MinuteOfDay(AnyMinute());
    if (!OneIn(3)) question.to = MinuteOfDay(OneIn(8) ? 1440 : AnyMinute());
    if (question.match == TimeMatch::kCovers && question.from && OneIn(2)) {
      question.to = MinuteOfDay((question.from->value() + Between(1, 120)) % 1440);
    }
  }
};

TEST(DateJudge, EqualsTheDayByDayDefinition) {
  CaseMaker maker;
  std::map<std::string, int> seen;
  for (int i = 0; i < kCases; ++i) {
    const PlainHours hours = maker.Hours();
    const PlainDateQuestion question = maker.Question();
    const HolidayTable holidays = maker.Holidays();
    const HoursColumns columns(hours, kHorizon, ColumnOf(holidays));
    DateJudge judge(question.Asked(), columns.calendar());
    const Fact fast = judge.Matches(columns.hours());
    ASSERT_EQ(fast, SlowMatchesDate(question, hours, kHorizon, holidays)) << "case " << i;
    const std::string kind = question.on ? "on" : question.open_at ? "open_at" : "next_days";
    ++seen[kind + (fast == Fact::kYes ? " yes" : fast == Fact::kNo ? " no" : " not stated")];
    const auto found = judge.Found(columns.hours());
    if (found && found->bank_holiday && fast != Fact::kYes) ++seen["holiday in doubt"];
    const bool is_union = question.on && question.match == TimeMatch::kCovers;
    ASSERT_TRUE(fast != Fact::kYes || found || is_union) << "case " << i;
    ASSERT_TRUE(fast != Fact::kYes || is_union || !found->bank_holiday) << "case " << i;
  }
  for (const char* kind : {"on", "open_at", "next_days"}) {
    for (const char* fact : {" yes", " no", " not stated"}) {
      EXPECT_GE(seen[std::string(kind) + fact] * 100, 2 * kCases) << kind << fact;
    }
  }
  EXPECT_GE(seen["holiday in doubt"] * 100, 1 * kCases);
}

TEST(NextSession, EqualsTheDayByDayDefinition) {
  CaseMaker maker;
  int running = 0;
  for (int i = 0; i < kCases / 10; ++i) {
    const PlainHours hours = maker.Hours();
    const HoursColumns columns(hours, kHorizon);
    const LocalMinute now = maker.Now();
    const auto next = NextSession(columns.hours(), columns.calendar(), now);
    ASSERT_EQ(next, SlowNextSession(hours, now, kHorizon)) << "case " << i;
    SoonestJudge judge(columns.calendar(), now);
    const std::uint32_t key = judge.KeyOf(columns.hours());
    ASSERT_EQ(key == kNoNextSession, !next);
    running += key < kNotRunning ? 1 : 0;
  }
  EXPECT_GE(running, kCases / 200);
}

TEST(OccurrencesBetween, EqualsTheDayByDayDefinition) {
  CaseMaker maker;
  for (int i = 0; i < kCases / 10; ++i) {
    const PlainHours hours = maker.Hours();
    const HolidayTable holidays = maker.Holidays();
    const HoursColumns columns(hours, kHorizon, ColumnOf(holidays));
    const Date first = kAsOf + days(maker.Between(-2, 20));
    const Date last = first + days(maker.Between(0, 60));
    const auto slow = SlowOccurrencesBetween(hours, first, last, holidays);
    const auto all = OccurrencesBetween(columns.hours(), columns.calendar(), DayNumber(first),
                                        DayNumber(last), 10000);
    ASSERT_EQ(all, slow) << "case " << i;
    const auto some = OccurrencesBetween(columns.hours(), columns.calendar(), DayNumber(first),
                                         DayNumber(last), 5);
    ASSERT_TRUE(std::equal(some.begin(), some.end(), slow.begin())) << "case " << i;
    ASSERT_EQ(some.size(), std::min<std::size_t>(5, slow.size()));
  }
}

}  // namespace
}  // namespace waypost
