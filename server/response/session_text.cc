#include "server/response/session_text.h"

#include <string_view>
#include <vector>

#include "engine/hours/english.h"
#include "engine/hours/next_session.h"

namespace waypost::server {
namespace {

// Whether a reader would have to work out when it is next: "Every second Tuesday", but neither a
// weekday, be it that some days are left out, nor a date.
bool ImpliesItsDates(const Index& index, const Session& session) {
  if (session.IsWeekly() || (session.flags & kNamesItsDates) != 0) return false;
  const std::string_view rule = index.rules().rule[session.dates];
  const bool is_every_week = (rule.starts_with("FREQ=WEEKLY") || rule.starts_with("FREQ=DAILY")) &&
                             rule.find("INTERVAL=") == std::string_view::npos;
  return !is_every_week;
}

}  // namespace

std::string SessionLine(const Index& index, DocId doc, const LocalMinute& now) {
  std::string line(index.documents().session_line[doc]);
  const DocumentHours hours = index.documents().HoursOf(doc);
  std::vector<SessionId> implied;
  for (SessionId id : hours.sessions) {
    if (ImpliesItsDates(index, index.calendar()[id])) implied.push_back(id);
  }
  if (line.empty() || implied.empty()) return line;
  const auto next = NextSession({implied, hours.state}, index.calendar(), now);
  if (!next) return line;
  line += line.find("; ") != std::string::npos ? "; next " : ", next ";
  line += DescribeDate(DateOfDayNumber(next->day), now.date);
  return next->bank_holiday ? line + " (a bank holiday: check first)" : line;
}

std::string OccurrenceText(const Occurrence& occurrence) {
  SessionPattern pattern{.kind = PatternKind::kSingleDate};
  pattern.date = DateOfDayNumber(occurrence.day);
  if (occurrence.start != kNoTimes) {
    pattern.start = MinuteOfDay(occurrence.start);
    pattern.length = occurrence.length;
  }
  return DescribeSession(pattern);
}

std::string OccurrenceWords(const Occurrence& occurrence, Date today) {
  std::string words = DescribeDay(DateOfDayNumber(occurrence.day), today);
  if (occurrence.start == kNoTimes) return words;
  return words + ", " + DescribeTimes(MinuteOfDay(occurrence.start), occurrence.length);
}

std::string OccurrenceStart(const Occurrence& occurrence, const absl::TimeZone& zone) {
  if (occurrence.start == kNoTimes) return FormatIsoDate(DateOfDayNumber(occurrence.day));
  return FormatInZone(MomentOf(occurrence.day, occurrence.start, zone), zone);
}

void WriteOccurrence(const Occurrence& occurrence, const absl::TimeZone& zone, JsonText& json) {
  json.Text("start", OccurrenceStart(occurrence, zone));
  if (occurrence.start == kNoTimes) {
    json.Null("end");
  } else {
    const int end = occurrence.start + occurrence.length;
    json.Text("end", FormatInZone(MomentOf(occurrence.day, end, zone), zone));
  }
  json.Bool("bank_holiday", occurrence.bank_holiday);
}

}  // namespace waypost::server
