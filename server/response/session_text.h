#pragma once

// When a document is on, as text and as JSON: `sessions` and `next_session` of an item, the rows of
// /api/services/{id}/sessions.

#include <string>
#include <string_view>

#include "engine/hours/local_time.h"
#include "engine/hours/occurrence.h"
#include "engine/index/index.h"
#include "server/response/json_text.h"

namespace waypost::server {

// The stored line; where it tells of dates that a reader would have to work out ("Every second
// Tuesday"), with the next one: "Every second Tuesday, 10am to 12pm, next 24 November". Empty when
// nothing is stated.
std::string SessionLine(const Index& index, DocId doc, const LocalMinute& now);

// "every second Tuesday; the first Friday of the month": such a line as it stands after "is on".
std::string AfterOn(std::string_view line);

// "a bank holiday", where that day is one wherever the document may be, else "a bank holiday in
// part of the UK". REQUIRES: it is one somewhere.
std::string_view HolidayWords(const Index& index, DocId doc, int day);

// "24 November 2026 10am to 12pm".
std::string OccurrenceText(const Occurrence& occurrence);

// "Tuesday 24 November, 10am to 12pm", with the year when it is not that of `today`.
std::string OccurrenceWords(const Occurrence& occurrence, Date today);

// "2026-11-24T10:00:00+00:00": by the clocks there; a date for a day without times.
std::string OccurrenceStart(const Occurrence& occurrence, const absl::TimeZone& zone);

// Members `start`, `end`, `bank_holiday`. Times are those of the clocks there, with their offset:
// "2026-11-24T10:00:00+00:00"; a day without times is a date without an end.
void WriteOccurrence(const Occurrence& occurrence, const absl::TimeZone& zone, JsonText& json);

}  // namespace waypost::server
