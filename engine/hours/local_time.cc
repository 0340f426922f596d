#include "engine/hours/local_time.h"

#include "absl/time/civil_time.h"
#include "engine/core/absl_text.h"
#include "engine/hours/clock_text.h"

namespace waypost {
namespace {

const absl::CivilDay kEpoch(1970, 1, 1);

absl::Time TimeOf(Moment moment) {
  return absl::FromUnixSeconds(moment.time_since_epoch().count());
}
Moment MomentOfTime(absl::Time time) {
  return Moment(std::chrono::seconds(absl::ToUnixSeconds(time)));
}

absl::CivilMinute CivilOf(int day, int minute) { return absl::CivilMinute(kEpoch + day) + minute; }

MinuteOfDay TimeOfDay(const absl::CivilMinute& minute) {
  return MinuteOfDay(minute.hour() * 60 + minute.minute());
}

Date DateOf(const absl::CivilMinute& minute) {
  return Date(std::chrono::days(absl::CivilDay(minute) - kEpoch));
}

}  // namespace

absl::StatusOr<absl::TimeZone> LoadTimeZone(std::string_view name) {
  absl::TimeZone zone;
  if (absl::LoadTimeZone(ToAbsl(name), &zone)) return zone;
  return NotFound("time zone " + std::string(name) +
                  ": not in this machine's time-zone database; install the package tzdata");
}

LocalMinute ToLocal(Moment moment, const absl::TimeZone& zone) {
  const absl::Time instant = TimeOf(moment);
  const absl::CivilMinute minute = absl::ToCivilMinute(instant, zone);
  LocalMinute local{.date = DateOf(minute), .time = TimeOfDay(minute)};
  const absl::TimeZone::TimeInfo passes = zone.At(absl::CivilSecond(minute));
  if (passes.kind == absl::TimeZone::TimeInfo::REPEATED && instant >= passes.trans) {
    // What the clocks would show at the change, had they not been put back.
    const absl::Duration put_back = passes.post - passes.pre;
    local.second_pass = {.ends = TimeOfDay(absl::ToCivilMinute(passes.trans + put_back, zone)),
                         .offset_minutes = zone.At(instant).offset / 60};
  }
  return local;
}

absl::StatusOr<LocalMinute> ToLocal(const StatedMinute& stated, const absl::TimeZone& zone) {
  const absl::CivilMinute minute = CivilOf(DayNumber(stated.date), stated.time.value());
  if (stated.offset_minutes) {
    const absl::Time instant =
        absl::FromCivil(minute - *stated.offset_minutes, absl::UTCTimeZone());
    return ToLocal(MomentOfTime(instant), zone);
  }
  const absl::TimeZone::TimeInfo passes = zone.At(absl::CivilSecond(minute));
  if (passes.kind == absl::TimeZone::TimeInfo::SKIPPED) {
    const LocalMinute next = ToLocal(MomentOfTime(passes.trans), zone);
    return NotFound("clocks leave out " + ClockText(stated.time) + " on " +
                    FormatIsoDate(stated.date) + "; the next minute that they show is " +
                    FormatIsoDate(next.date) + "T" + ClockText(next.time));
  }
  return LocalMinute{.date = DateOf(minute), .time = TimeOfDay(minute)};
}

Moment MomentOf(int day, int minute, const absl::TimeZone& zone) {
  const absl::TimeZone::TimeInfo passes = zone.At(absl::CivilSecond(CivilOf(day, minute)));
  const bool is_left_out = passes.kind == absl::TimeZone::TimeInfo::SKIPPED;
  return MomentOfTime(is_left_out ? passes.trans : passes.pre);
}

std::string FormatInZone(Moment moment, const absl::TimeZone& zone) {
  return absl::FormatTime("%Y-%m-%d%ET%H:%M:%S%Ez", TimeOf(moment), zone);
}

std::vector<ClockChange> ClockChanges(Moment first, Moment last, const absl::TimeZone& zone) {
  std::vector<ClockChange> changes;
  absl::Time at = TimeOf(first) - absl::Nanoseconds(1);
  absl::TimeZone::CivilTransition transition;
  while (zone.NextTransition(at, &transition)) {
    at = zone.At(transition.to).trans;
    if (at >= TimeOf(last)) break;
    const absl::TimeZone::CivilInfo before = zone.At(at - absl::Seconds(1));
    const absl::TimeZone::CivilInfo after = zone.At(at);
    if (before.offset == after.offset) continue;
    changes.push_back({.moment = MomentOfTime(at),
                       .offset_before = before.offset,
                       .offset_after = after.offset,
                       .name = after.zone_abbr});
  }
  return changes;
}

}  // namespace waypost
