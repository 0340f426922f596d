#include "tests/oracle/query_dates.h"

#include <algorithm>
#include <array>
#include <vector>

#include "tests/oracle/known_days.h"
#include "tests/oracle/query_time.h"
#include "tests/oracle/rota.h"

namespace waypost::oracle {
namespace {

using query::StatedMinute;
using std::chrono::days;

KnownDays KnownTo(const Draft& draft) { return KnownDaysOf(draft.world.directory.as_of); }

// What the witness has on in these weeks.
std::vector<Start> StartsOfWitness(const Draft& draft) {
  const Rota rota(draft.witness, KnownTo(draft), {});
  const Date today = draft.world.now.date;
  std::vector<Start> starts;
  for (Date day = today - days(2); day <= today + days(21); day += days(1)) {
    for (const Start& start : rota.StartsOn(day)) starts.push_back(start);
  }
  return starts;
}

Date DateAtEdge(Draft& draft) {
  const KnownDays known = KnownTo(draft);
  const Date edge = draft.random.Chance(50) ? known.first : known.last;
  return edge + days(draft.random.Within(-1, 1));
}

Date RandomDate(Draft& draft) {
  const auto& holidays = draft.world.directory.gazetteer.bank_holidays;
  switch (draft.random.Weighted({60, 25, 15})) {
    case 0:
      return draft.world.now.date + days(draft.random.Within(-3, 30));
    case 1:
      return draft.random.Pick(holidays).date;
    default:
      return DateAtEdge(draft);
  }
}

// At a minute that opens or closes the session, next to it, or inside.
StatedMinute MinuteOf(const Start& start, Random& random) {
  const Times times = start.times.value_or(Times{600, 60});
  const int inside = times.opens + times.length / 2;
  const int closes = times.opens + times.length;
  const int minute = random.Pick(
      std::array<int, 7>{times.opens - 1, times.opens, inside, inside, inside, closes - 1, closes});
  const int whole_days = (minute + kMinutesPerDay) / kMinutesPerDay - 1;
  return {start.day + days(whole_days), MinuteOfDay(minute - whole_days * kMinutesPerDay)};
}

// About one of the hours that clocks leave out or show twice, most often early in the second pass.
StatedMinute MinuteAtChange(Random& random) {
  constexpr Date kMarch = std::chrono::year(2027) / 3 / 28;
  constexpr Date kOctober = std::chrono::year(2026) / 10 / 25;
  if (random.Chance(60)) return {kOctober, MinuteOfDay(random.Within(60, 90)), 0};
  StatedMinute minute{random.Chance(30) ? kMarch : kOctober, MinuteOfDay(random.Within(30, 150))};
  if (random.Chance(60)) minute.offset_minutes = random.Chance(50) ? 0 : 60;
  return minute;
}

StatedMinute RandomMinuteOf(Draft& draft) {
  const std::vector<Start> starts = StartsOfWitness(draft);
  StatedMinute minute;
  switch (draft.random.Weighted({70, 20, 10})) {
    case 0:
      if (!starts.empty()) {
        minute = MinuteOf(draft.random.Pick(starts), draft.random);
        break;
      }
      [[fallthrough]];
    case 1:
      minute = {RandomDate(draft), MinuteOfDay(draft.random.Within(0, kMinutesPerDay - 1))};
      break;
    default:
      return MinuteAtChange(draft.random);
  }
  if (draft.random.Chance(10)) {
    minute.offset_minutes = draft.random.Pick(std::array<int, 4>{0, 60, -300, 330});
  }
  return minute;
}

// From the first opening of the day to its last closing: whether all sessions together cover that.
void AskForWholeOf(const std::vector<Start>& starts, query::Query& query) {
  int opens = kMinutesPerDay;
  int closes = 0;
  for (const Start& start : starts) {
    if (start.day != *query.on || !start.times) continue;
    opens = std::min(opens, start.times->opens);
    closes = std::max(closes, start.times->opens + start.times->length);
  }
  if (opens >= closes || closes - opens >= kMinutesPerDay) return;
  query.from = MinuteOfDay(opens);
  query.to = MinuteOfDay(closes % kMinutesPerDay);
  query.time_match = query::TimeMatch::kCovers;
}

}  // namespace

void AddOn(Draft& draft) {
  const std::vector<Start> starts = StartsOfWitness(draft);
  const bool on_session = !starts.empty() && draft.random.Chance(60);
  draft.query.on = on_session ? draft.random.Pick(starts).day : RandomDate(draft);
  // After midnight.
  if (on_session && draft.random.Chance(20)) draft.query.on = *draft.query.on + days(1);
  if (draft.random.Chance(50)) AddWindow(draft.witness, draft.random, draft.query);
  AddTimeMatch(draft.random, draft.query);
  if (draft.random.Chance(15)) AskForWholeOf(starts, draft.query);
}

void AddOpenAt(Draft& draft) {
  draft.query.open_at.emplace();
  if (draft.random.Chance(80)) draft.query.open_at->minute = RandomMinuteOf(draft);
}

void AddNextDays(Draft& draft) {
  draft.query.next_days = draft.random.Pick(std::array<int, 10>{0, 0, 1, 1, 2, 3, 7, 30, 120, 366});
}

void AddAt(Draft& draft) {
  draft.query.at = {draft.world.now.date + days(draft.random.Within(-1, 20)),
                    MinuteOfDay(draft.random.Within(0, kMinutesPerDay - 1))};
  if (draft.random.Chance(50)) draft.query.at = RandomMinuteOf(draft);
  // Of an index that nobody has built anew for long.
  if (draft.random.Chance(5)) {
    draft.query.at->date = KnownTo(draft).last - days(draft.random.Within(-2, 60));
  }
}

}  // namespace waypost::oracle
