#include "tests/oracle/query_time.h"

#include <array>

namespace waypost::oracle {
namespace {

// A minute near the start or the end of a session, wrapped into the day.
int EdgeOf(const record::Schedule& row, Random& random) {
  const int edge = random.Chance(50) ? row.opens_at->value() : row.closes_at->value();
  return (edge + random.Pick(std::array<int, 5>{-1, 0, 0, 1, 60}) + kMinutesPerDay) %
         kMinutesPerDay;
}

int RandomMinute(const Document& witness, Random& random) {
  for (const record::Schedule* row : SchedulesOf(witness)) {
    if (row->opens_at && row->closes_at && random.Chance(50)) return EdgeOf(*row, random);
  }
  return random.Within(0, 95) * 15;
}

}  // namespace

void AddWindow(const Document& witness, Random& random, query::Query& query) {
  if (random.Chance(80)) query.from = MinuteOfDay(RandomMinute(witness, random));
  if (random.Chance(80)) query.to = MinuteOfDay(RandomMinute(witness, random));
  if (random.Chance(10)) query.to = MinuteOfDay(kMinutesPerDay);
  if (random.Chance(2) && query.from) query.to = query.from;
  // An empty window is an error; rarely worth asking.
  const MinuteOfDay from = query.from.value_or(MinuteOfDay(0));
  const MinuteOfDay to = query.to.value_or(MinuteOfDay(kMinutesPerDay));
  if (from == to && !random.Chance(20))
    query.to = MinuteOfDay((from.value() + 30) % kMinutesPerDay);
}

void AddTimeMatch(Random& random, query::Query& query) {
  switch (random.Weighted({60, 20, 20})) {
    case 1:
      query.time_match = query::TimeMatch::kWithin;
      break;
    case 2:
      query.time_match = query::TimeMatch::kCovers;
      break;
    default:
      break;
  }
}

void AddTime(const Document& witness, Random& random, query::Query& query) {
  const bool with_days = random.Chance(75);
  if (with_days) {
    for (int i = random.Chance(30) ? 2 : 1; i > 0; --i) {
      query.days.Add(static_cast<Weekday>(random.Within(0, 6)));
    }
  }
  if (!with_days || random.Chance(60)) AddWindow(witness, random, query);
  AddTimeMatch(random, query);
}

}  // namespace waypost::oracle
