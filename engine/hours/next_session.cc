#include "engine/hours/next_session.h"

#include <algorithm>

namespace waypost {
namespace {

// A session's occurrence that is running or comes next, and where it stands.
struct Upcoming {
  std::uint32_t key = kNoNextSession;
  int day = 0;
};

std::uint32_t KeyOfStart(int day, int start, const LocalMinute& now) {
  const int minutes = (day - DayNumber(now.date)) * kMinutesPerDay + start - now.NextStart();
  return kNotRunning + static_cast<std::uint32_t>(std::max(0, minutes));
}

// An occurrence of yesterday or today that has begun and not ended.
Upcoming RunningOf(const Session& session, const LocalMinute& now, const DateLists& lists) {
  Upcoming running;
  const int today = DayNumber(now.date);
  for (const int day : {today - 1, today}) {
    const int start = (day - today) * kMinutesPerDay + session.start;
    const int left = start + session.length - now.Running();
    if (start > now.Running() || left <= 0 || !StartsOn(session, day, lists)) continue;
    const auto key = static_cast<std::uint32_t>(left);
    if (key < running.key) running = {key, day};
  }
  return running;
}

Upcoming UpcomingOf(const Session& session, const LocalMinute& now, const DateLists& lists) {
  const int today = DayNumber(now.date);
  if (!lists.horizon.Has(today)) return {};
  if (session.HasTimes()) {
    if (const Upcoming running = RunningOf(session, now, lists); running.key != kNoNextSession) {
      return running;
    }
  }
  const bool is_over_today = session.HasTimes() && session.start < now.NextStart();
  const int last = DayNumber(lists.horizon.last);
  const auto day = NextDay(session, is_over_today ? today + 1 : today, last, lists);
  if (!day) return {};
  return {KeyOfStart(*day, session.HasTimes() ? session.start : 0, now), *day};
}

}  // namespace

std::optional<Occurrence> NextSession(const DocumentHours& hours, const Calendar& calendar,
                                      const LocalMinute& now) {
  std::optional<Occurrence> best;
  std::uint32_t best_key = kNoNextSession;
  for (SessionId id : hours.sessions) {
    const Session& session = calendar[id];
    const Upcoming upcoming = UpcomingOf(session, now, calendar.lists);
    if (upcoming.key == kNoNextSession) continue;
    const auto doubtful = DoubtfulIn(session, upcoming.day, calendar.holidays);
    const Occurrence found{upcoming.day, session.start, session.length,
                           doubtful.Intersects(hours.divisions())};
    if (upcoming.key < best_key || (upcoming.key == best_key && found < *best)) {
      best = found;
      best_key = upcoming.key;
    }
  }
  return best;
}

SoonestJudge::SoonestJudge(const Calendar& calendar, const LocalMinute& now)
    : calendar_(calendar), now_(now), memo_(calendar.sessions.size()) {}

std::uint32_t SoonestJudge::KeyOf(const Session& session) const {
  return UpcomingOf(session, now_, calendar_.lists).key;
}

}  // namespace waypost
