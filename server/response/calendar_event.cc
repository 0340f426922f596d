#include "server/response/calendar_event.h"

#include <algorithm>
#include <chrono>

#include "engine/hours/occurrence.h"

namespace waypost::server {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

std::vector<int> DaysNearChanges(const Horizon& horizon, const absl::TimeZone& zone) {
  std::vector<int> days;
  const Moment last = horizon.last + std::chrono::days(2);
  for (const ClockChange& change : ClockChanges(horizon.first, last, zone)) {
    const int day = DayNumber(ToLocal(change.moment, zone).date);
    for (const int near : {day - 1, day, day + 1}) days.push_back(near);
  }
  return days;
}

}  // namespace

EventWriter::EventWriter(const Index& index, const absl::TimeZone& zone)
    : index_(index),
      zone_(zone),
      stamp_(IcsUtc(index.as_of())),
      days_near_changes_(DaysNearChanges(index.calendar().lists.horizon, zone)) {}

void EventWriter::Write(const Session& session, const CalendarSeries& series,
                        const EventTexts& texts, IcsText& ics) const {
  ics.Begin("VEVENT");
  WriteDates(session, series, ics);
  WriteTexts(texts, ics);
  ics.End("VEVENT");
  if (!series.Recurs()) return;
  for (const int day : days_near_changes_) {
    if (FollowsTheClock(session, day) || !index_.calendar().lists.horizon.Has(day) ||
        !StartsOn(session, day, index_.calendar().lists)) {
      continue;
    }
    ics.Begin("VEVENT").Line("RECURRENCE-ID" + Parameters(session), StartText(session, day));
    WriteTimes(session, day, ics);
    WriteTexts(texts, ics);
    ics.End("VEVENT");
  }
}

void EventWriter::WriteDates(const Session& session, const CalendarSeries& series,
                             IcsText& ics) const {
  if (!series.Recurs() || FollowsTheClock(session, series.first)) {
    WriteTimes(session, series.first, ics);
  } else {
    // All others take their length from the first, which is not as long as they are.
    ics.Line("DTSTART" + Parameters(session), StartText(session, series.first));
    ics.Line("DURATION", "PT" + std::to_string(session.length) + "M");
  }
  if (series.Recurs()) WriteRule(session, series, ics);
}

void EventWriter::WriteTimes(const Session& session, int day, IcsText& ics) const {
  const std::string parameters = Parameters(session);
  if (!session.HasTimes()) {
    ics.Line("DTSTART" + parameters, IcsDate(day));
    return;
  }
  const std::string start = ShownText(MomentOf(day, session.start, zone_));
  const std::string end = ShownText(MomentOf(day, session.start + session.length, zone_));
  ics.Line("DTSTART" + parameters, start);
  // They are the same where the clocks leave out all of it; an end must be later than its start.
  if (end != start) ics.Line("DTEND" + parameters, end);
}

void EventWriter::WriteRule(const Session& session, const CalendarSeries& series,
                            IcsText& ics) const {
  std::string rule = series.rule;
  if (series.last && !session.HasTimes()) rule += ";UNTIL=" + IcsDate(*series.last);
  if (series.last && session.HasTimes()) {
    rule += ";UNTIL=" + IcsUtc(MomentOf(*series.last + 1, 0, zone_) - seconds(1));
  }
  ics.Line("RRULE", rule);
  std::string starts;
  for (const int day : series.left_out) {
    starts.append(starts.empty() ? "" : ",").append(StartText(session, day));
  }
  if (!starts.empty()) ics.Line("EXDATE" + Parameters(session), starts);
}

void EventWriter::WriteTexts(const EventTexts& texts, IcsText& ics) const {
  ics.Line("UID", texts.uid).Line("DTSTAMP", stamp_);
  ics.Text("SUMMARY", texts.summary).Text("LOCATION", texts.location);
  if (!texts.url.empty()) ics.Line("URL", IcsUri(texts.url));
  ics.Text("DESCRIPTION", texts.description);
  // It is there for whoever comes; nobody's time is taken by it.
  ics.Line("TRANSP", "TRANSPARENT");
}

// Whether the clock shows the times of that day's session, and it is as long as they say.
bool EventWriter::FollowsTheClock(const Session& session, int day) const {
  if (!session.HasTimes()) return true;
  const Moment start = MomentOf(day, session.start, zone_);
  const Moment end = MomentOf(day, session.start + session.length, zone_);
  return end - start == minutes(session.length) && ShownText(start) == StartText(session, day) &&
         ShownText(end) == IcsLocal(day, session.start + session.length);
}

std::string EventWriter::Parameters(const Session& session) const {
  return session.HasTimes() ? ";TZID=" + index_.time_zone() : ";VALUE=DATE";
}

std::string EventWriter::StartText(const Session& session, int day) const {
  return session.HasTimes() ? IcsLocal(day, session.start) : IcsDate(day);
}

std::string EventWriter::ShownText(Moment moment) const {
  const LocalMinute local = ToLocal(moment, zone_);
  return IcsLocal(DayNumber(local.date), local.time.value());
}

}  // namespace waypost::server
