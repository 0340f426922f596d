#include "server/response/session_text.h"

#include <algorithm>

#include "engine/hours/english.h"

namespace waypost::server {
namespace {

// Whether some session happens on dates that its rule only implies.
bool FollowsARule(const Index& index, DocId doc) {
  const auto sessions = index.documents().sessions[doc];
  return std::any_of(sessions.begin(), sessions.end(), [&](SessionId id) {
    const Session& session = index.calendar()[id];
    return !session.IsWeekly() && (session.flags & kNamesItsDates) == 0;
  });
}

}  // namespace

std::string SessionLine(const Index& index, DocId doc, const std::optional<Occurrence>& next,
                        const LocalMinute& now) {
  std::string line(index.documents().session_line[doc]);
  if (line.empty() || !next || !FollowsARule(index, doc)) return line;
  const bool has_several = line.find("; ") != std::string::npos;
  const Date date = DateOfDayNumber(next->day);
  return line + (has_several ? "; next " : ", next ") + DescribeDate(date, now.date);
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

void WriteOccurrence(const Occurrence& occurrence, const absl::TimeZone& zone, JsonText& json) {
  if (occurrence.start == kNoTimes) {
    json.Text("start", FormatIsoDate(DateOfDayNumber(occurrence.day))).Null("end");
  } else {
    const int end = occurrence.start + occurrence.length;
    json.Text("start", FormatInZone(MomentOf(occurrence.day, occurrence.start, zone), zone));
    json.Text("end", FormatInZone(MomentOf(occurrence.day, end, zone), zone));
  }
  json.Bool("bank_holiday", occurrence.bank_holiday);
}

}  // namespace waypost::server
