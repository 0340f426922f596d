#include "engine/hours/date_window.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace waypost {
namespace {

// What a session says. Bits 0 to 7: certain for documents whose divisions are that number.
constexpr std::uint32_t kYesForAll = 0xFF;
enum : std::uint32_t {
  kPossible = 0x100,       // an occurrence that is in doubt, or a day without times
  kHoldsAllDays = 0x200,   // the statement holds on every asked date
  kMayBeUnlisted = 0x400,  // it may have an occurrence that the date lists do not show
  kOutOfValidity = 0x800,  // the statement does not hold on every asked date
};

// The numbers of divisions, as such bits, that share none with the index.
constexpr std::array<std::uint8_t, kAllDivisions + 1> MakeClearOf() {
  std::array<std::uint8_t, kAllDivisions + 1> clear{};
  for (unsigned holidays = 0; holidays <= kAllDivisions; ++holidays) {
    for (unsigned own = 0; own <= kAllDivisions; ++own) {
      if ((own & holidays) == 0) clear[holidays] |= static_cast<std::uint8_t>(1U << own);
    }
  }
  return clear;
}
constexpr auto kClearOf = MakeClearOf();

// First and last day on which a statement holds.
std::pair<int, int> ValidityOf(const Session& session) {
  return {session.valid_from, session.valid_to == kForEver ? INT32_MAX : int{session.valid_to}};
}

}  // namespace

DateQuestion DateQuestion::On(Date date, const std::optional<MinuteOfDay>& from,
                              const std::optional<MinuteOfDay>& to, TimeMatch match) {
  const DayWindow window = DayWindowOf(from, to);
  return {.kind = Kind::kOn,
          .match = match,
          .has_times = from.has_value() || to.has_value(),
          .first = DayNumber(date),
          .last = DayNumber(date),
          .start = window.start,
          .end = window.end};
}

DateQuestion DateQuestion::OpenAt(const LocalMinute& minute) {
  return {.kind = Kind::kOpenAt,
          .first = DayNumber(minute.date),
          .last = DayNumber(minute.date),
          .start = minute.Running(),
          .end = minute.Running() + 1};
}

DateQuestion DateQuestion::NextDays(const LocalMinute& now, int days) {
  return {.kind = Kind::kNextDays,
          .first = DayNumber(now.date),
          .last = DayNumber(now.date) + days,
          .start = now.NextStart(),
          .end = (days + 1) * kMinutesPerDay};
}

DateJudge::DateJudge(const DateQuestion& question, const Calendar& calendar)
    : question_(question),
      calendar_(calendar),
      is_known_(question.last >= DayNumber(calendar.lists.horizon.first) &&
                question.first <= DayNumber(calendar.lists.horizon.last)),
      is_all_known_(calendar.lists.horizon.Has(question.first) &&
                    calendar.lists.horizon.Has(question.last)),
      memo_(calendar.sessions.size()) {}

// Sessions that start on these days can have a part in the window.
int DateJudge::FirstDay() const {
  if (question_.kind != DateQuestion::Kind::kNextDays) return question_.first - 1;
  return std::max(question_.first, DayNumber(calendar_.lists.horizon.first));
}
int DateJudge::LastDay() const {
  if (question_.kind == DateQuestion::Kind::kNextDays) {
    return std::min(question_.last, DayNumber(calendar_.lists.horizon.last));
  }
  return question_.first + (question_.end - 1) / kMinutesPerDay;
}

Fact DateJudge::UnlessYes(std::uint32_t all, const DocumentHours& hours) const {
  if (question_.match == TimeMatch::kCovers) {
    const Fact covered = CoveredByAll(hours);
    if (covered != Fact::kNo) return covered;
  }
  if ((all & (kPossible | kMayBeUnlisted)) != 0 || !is_all_known_) return Fact::kNotStated;
  const bool is_stated =
      (all & kHoldsAllDays) != 0 || IsStatedThroughout(hours) || IsAllOver(all, hours);
  return is_stated ? Fact::kNo : Fact::kNotStated;
}

// Whether rows have ended and none is left of which nothing is known.
bool DateJudge::IsAllOver(std::uint32_t all, const DocumentHours& hours) {
  return (hours.state & kHasEndedRows) != 0 && (hours.state & kHasUnreadableRows) == 0 &&
         (all & kOutOfValidity) == 0;
}

std::uint32_t DateJudge::FindingsOf(const Session& session) const {
  std::uint32_t findings = 0;
  const auto [valid_from, valid_to] = ValidityOf(session);
  const bool holds = valid_from <= question_.first && question_.last <= valid_to;
  if (holds) findings |= kHoldsAllDays;
  if (!holds && (session.flags & kNotOfTheWeek) == 0) findings |= kOutOfValidity;
  ForEachDay(session, FirstDay(), LastDay(), calendar_.lists, [&](int day) {
    const Part part = PartOf(session, day);
    if (part != Part::kNone) findings |= kPossible;
    if (part == Part::kYes) {
      findings |= kClearOf[DoubtfulIn(session, day, calendar_.holidays).bits()];
    }
    return (findings & kYesForAll) != kYesForAll;
  });
  for (const int day : {FirstDay(), LastDay()}) {
    const bool is_shown = session.IsWeekly() || calendar_.lists.horizon.Has(day);
    if (!is_shown && session.HasTimes() && MeetsWindow(session, day)) findings |= kMayBeUnlisted;
  }
  return findings;
}

DateJudge::Part DateJudge::PartOf(const Session& session, int day) const {
  if (session.HasTimes()) return MatchesAlone(session, day) ? Part::kYes : Part::kNone;
  if (day < question_.first || day > question_.last) return Part::kNone;
  const bool is_sure = question_.kind == DateQuestion::Kind::kOn         ? !question_.has_times
                       : question_.kind == DateQuestion::Kind::kNextDays ? day > question_.first
                                                                         : false;
  return is_sure ? Part::kYes : Part::kPossible;
}

std::optional<Occurrence> DateJudge::Found(const DocumentHours& hours) const {
  if (!is_known_) return std::nullopt;
  const bool by_several = question_.match == TimeMatch::kCovers;
  std::optional<std::pair<bool, Occurrence>> best;  // in doubt, which
  for (SessionId id : hours.sessions) {
    const Session& session = calendar_[id];
    ForEachDay(session, FirstDay(), LastDay(), calendar_.lists, [&](int day) {
      const Part part = PartOf(session, day);
      const bool has_part =
          part != Part::kNone || (by_several && session.HasTimes() && MeetsWindow(session, day));
      if (!has_part) return true;
      const auto doubtful = DoubtfulIn(session, day, calendar_.holidays);
      const bool on_holiday = doubtful.Intersects(hours.divisions());
      const std::pair found{on_holiday || part != Part::kYes,
                            Occurrence{day, session.start, session.length, on_holiday}};
      if (!best || found < *best) best = found;
      return true;
    });
  }
  if (!best) return std::nullopt;
  return best->second;
}

bool DateJudge::MeetsWindow(const Session& session, int day) const {
  const int start = (day - question_.first) * kMinutesPerDay + session.start;
  return start < question_.end && start + session.length > question_.start;
}

bool DateJudge::MatchesAlone(const Session& session, int day) const {
  const int start = (day - question_.first) * kMinutesPerDay + session.start;
  const int end = start + session.length;
  if (question_.kind == DateQuestion::Kind::kNextDays) {
    return start >= question_.start && start < question_.end;
  }
  switch (question_.match) {
    case TimeMatch::kOverlap:
      return MeetsWindow(session, day);
    case TimeMatch::kWithin:
      return start >= question_.start && end <= question_.end;
    case TimeMatch::kCovers:
      return start <= question_.start && end >= question_.end;
  }
  return false;
}

// Several occurrences that touch or overlap cover a window together.
Fact DateJudge::CoveredByAll(const DocumentHours& hours) const {
  if (Covers(hours, false)) return Fact::kYes;
  return Covers(hours, true) ? Fact::kNotStated : Fact::kNo;
}

bool DateJudge::Covers(const DocumentHours& hours, bool with_doubtful) const {
  std::vector<std::pair<int, int>> stretches;
  for (SessionId id : hours.sessions) {
    const Session& session = calendar_[id];
    if (!session.HasTimes()) continue;
    ForEachDay(session, FirstDay(), LastDay(), calendar_.lists, [&](int day) {
      const auto doubtful = DoubtfulIn(session, day, calendar_.holidays);
      if (with_doubtful || !doubtful.Intersects(hours.divisions())) {
        const int start = (day - question_.first) * kMinutesPerDay + session.start;
        stretches.emplace_back(start, start + session.length);
      }
      return true;
    });
  }
  std::sort(stretches.begin(), stretches.end());
  int covered = question_.start;
  for (const auto& [start, end] : stretches) {
    if (start <= covered) covered = std::max(covered, end);
  }
  return covered >= question_.end;
}

// Whether the statements of several sessions hold on every asked date, one after another.
bool DateJudge::IsStatedThroughout(const DocumentHours& hours) const {
  int day = question_.first;
  while (day <= question_.last) {
    int held_to = day - 1;
    for (SessionId id : hours.sessions) {
      const auto [valid_from, valid_to] = ValidityOf(calendar_[id]);
      if (valid_from <= day && valid_to > held_to) held_to = std::min(valid_to, question_.last);
    }
    if (held_to < day) return false;
    day = held_to + 1;
  }
  return true;
}

}  // namespace waypost
