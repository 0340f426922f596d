#include "server/response/session_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "engine/core/ascii.h"
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

// Days and months keep their capital, "First Friday of the month" takes an article.
std::string PartAfterOn(std::string_view part) {
  constexpr std::string_view kOn = "On ";
  if (part.starts_with(kOn)) return std::string(part.substr(kOn.size()));
  const bool is_counted = part.find(" of the month") != part.npos ||
                          part.find(" of every ") != part.npos ||
                          part.find(" months,") != part.npos;
  std::string said(is_counted ? "the " : "");
  said += part;
  const bool is_phrase = is_counted || part.starts_with("Every ") || part.starts_with("One day");
  const std::size_t first = is_counted ? 4 : 0;
  if (is_phrase && first < said.size()) said[first] = ToLower(said[first]);
  return said;
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
  if (!next->bank_holiday) return line;
  return line.append(" (").append(HolidayWords(index, doc, next->day)).append(": check first)");
}

std::string AfterOn(std::string_view line) {
  constexpr std::string_view kBetween = "; ";
  std::string said;
  while (true) {
    const std::size_t end = std::min(line.find(kBetween), line.size());
    said += PartAfterOn(line.substr(0, end));
    if (end == line.size()) return said;
    said += kBetween;
    line.remove_prefix(end + kBetween.size());
  }
}

std::string_view HolidayWords(const Index& index, DocId doc, int day) {
  const EnumSet<HolidayDivision> maybe_in = index.documents().HoursOf(doc).divisions();
  const bool is_everywhere = index.calendar().holidays.On(day).Contains(maybe_in);
  return is_everywhere ? "a bank holiday" : "a bank holiday in part of the UK";
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
