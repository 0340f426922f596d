#pragma once

// Events of calendar files: a session of a document as VEVENT (RFC 5545, section 3.6.1).
//
//   const EventWriter writer(index, zone);
//   writer.Write(session, series, {.uid = ..., .summary = "Memory Café"}, ics);
//
// Times are those of the clocks there, with the time zone's name. What RFC 5545 repeats keeps its
// exact length, a session its times on the clock: where the clocks change during one, or leave its
// start or end out, that one is told by itself as well (RECURRENCE-ID), as far as the horizon goes.
//
// Borrows the index. Safe from any thread.

#include <string>
#include <vector>

#include "engine/hours/local_time.h"
#include "engine/index/index.h"
#include "server/response/calendar_series.h"
#include "server/response/ics_text.h"

namespace waypost::server {

// What an event says beside its times; what is "" is left out.
struct EventTexts {
  std::string uid;
  std::string summary, location, url, description;
};

class EventWriter {
 public:
  EventWriter(const Index& index, const absl::TimeZone& zone);

  void Write(const Session& session, const CalendarSeries& series, const EventTexts& texts,
             IcsText& ics) const;

 private:
  void WriteDates(const Session& session, const CalendarSeries& series, IcsText& ics) const;
  void WriteTimes(const Session& session, int day, IcsText& ics) const;
  void WriteRule(const Session& session, const CalendarSeries& series, IcsText& ics) const;
  void WriteTexts(const EventTexts& texts, IcsText& ics) const;
  bool FollowsTheClock(const Session& session, int day) const;
  std::string Parameters(const Session& session) const;
  std::string StartText(const Session& session, int day) const;
  std::string ShownText(Moment moment) const;

  const Index& index_;
  absl::TimeZone zone_;
  std::string stamp_;
  std::vector<int> days_near_changes_;  // sessions of these days may meet a change of the clocks
};

}  // namespace waypost::server
