#include "index_builder/sources/opening_text.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "engine/core/ascii.h"
#include "index_builder/record/field_values.h"
#include "index_builder/record/folded_words.h"
#include "index_builder/record/lenient_time.h"
#include "index_builder/record/lenient_words.h"
#include "index_builder/record/schedule_fields.h"

namespace waypost::sources {
namespace {

using record::Trim;

// "Tuesday" is one word; "noon" and "pm" are none that name a day.
bool NamesDays(std::string_view word) {
  constexpr std::array<std::string_view, 3> kSeveralDays = {"weekdays", "weekends", "daily"};
  for (const std::string_view several : kSeveralDays) {
    if (record::EqualsIgnoringCase(word, several)) return true;
  }
  return word.size() >= 2 && record::ReadWeekday(word).has_value();
}

std::size_t LettersAt(std::string_view text, std::size_t position) {
  std::size_t end = position;
  while (end < text.size() && IsLetter(text[end])) ++end;
  return end - position;
}

// Cuts where a day follows something with a digit in it: "Tue 9-10am, Fri 9-10am" has two parts.
std::vector<std::string_view> PartsOf(std::string_view line) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  bool digit_seen = false;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t letters = LettersAt(line, i);
    const bool word_starts = letters > 0 && (i == 0 || !IsLetter(line[i - 1]));
    if (word_starts && digit_seen && NamesDays(line.substr(i, letters))) {
      parts.push_back(line.substr(begin, i - begin));
      begin = i;
      digit_seen = false;
    }
    digit_seen = digit_seen || IsDigit(line[i]);
    i += letters > 0 ? letters : 1;
  }
  parts.push_back(line.substr(begin));
  return parts;
}

// "Mon-Fri: 9am-5pm" into "Mon-Fri" and "9am-5pm"; the times begin at the first digit, or at the
// first of the few words that times are written with.
std::pair<std::string_view, std::string_view> DaysAndTimes(std::string_view part) {
  constexpr std::array<std::string_view, 6> kTimeWords = {"noon",   "midday", "midnight",
                                                          "closed", "all",    "open"};
  for (std::size_t i = 0; i < part.size();) {
    const std::size_t letters = LettersAt(part, i);
    bool times_begin = IsDigit(part[i]);
    for (const std::string_view word : kTimeWords) {
      times_begin = times_begin || record::EqualsIgnoringCase(part.substr(i, letters), word);
    }
    if (times_begin) return {part.substr(0, i), part.substr(i)};
    i += letters > 0 ? letters : 1;
  }
  return {part, {}};
}

// Without separators at the ends that only join one part to another.
std::string_view TrimJoints(std::string_view text) {
  for (;;) {
    text = Trim(text);
    if (text.empty()) return text;
    constexpr std::string_view kJoints = ",;:/&";
    if (kJoints.find(text.back()) != kJoints.npos) {
      text.remove_suffix(1);
    } else if (kJoints.find(text.front()) != kJoints.npos) {
      text.remove_prefix(1);
    } else if (text.size() > 4 &&
               record::EqualsIgnoringCase(text.substr(text.size() - 4), " and")) {
      text.remove_suffix(4);
    } else {
      return text;
    }
  }
}

// True when rows were added (or the part says "closed", which adds none).
bool ReadPart(const record::FieldReport& report, std::string_view part,
              std::vector<record::Schedule>& rows) {
  const auto [days_text, times_text] = DaysAndTimes(part);
  const std::string_view days = TrimJoints(days_text);
  const std::string_view times = TrimJoints(times_text);
  const auto byday = record::ReadByDay(days);
  const auto openings = record::ReadOpenings(times);
  if (!byday || byday->empty() || !openings) return false;
  if (openings->empty()) return true;  // "closed"
  record::ScheduleFields fields;
  fields.freq = "WEEKLY";
  fields.byday = days;
  fields.opens_at = times;
  for (record::Schedule& row : record::ReadSchedule(report, fields)) rows.push_back(std::move(row));
  return true;
}

void KeepAsText(const record::FieldReport& report, std::string_view part,
                std::vector<record::Schedule>& rows) {
  report.Report(record::ProblemKind::kUnreadableSchedule, "schedule", "opening", part,
                "kept as text; states no time");
  record::Schedule row;
  row.unreadable = true;
  row.as_published = record::TextLine(report, "schedule", "opening", part);
  rows.push_back(std::move(row));
}

}  // namespace

std::vector<record::Schedule> ReadOpeningText(const record::FieldReport& report,
                                              std::string_view text) {
  std::vector<record::Schedule> rows;
  while (!text.empty()) {
    const std::size_t line_end = text.find_first_of("\r\n");
    const std::string_view line = Trim(text.substr(0, line_end));
    text.remove_prefix(line_end == text.npos ? text.size() : line_end + 1);
    if (line.empty()) continue;
    std::vector<record::Schedule> line_rows;
    bool readable = true;
    for (const std::string_view part : PartsOf(line)) {
      readable = readable && ReadPart(report, part, line_rows);
    }
    if (!readable) {
      line_rows.clear();
      KeepAsText(report, line, line_rows);
    }
    for (record::Schedule& row : line_rows) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace waypost::sources
