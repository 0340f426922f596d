// Prints the sessions of schedule rows, for dateutil_check.py: a row a line on standard input, its
// sessions (or why it has none) a line on standard output, as "2026-11-24T22:00+240" or, without
// times, "2026-11-24".
//
// A line is 15 columns divided by tabs, empty where nothing is stated: freq, interval, count,
// until, byday, bymonthday, byweekno, byyearday, wkst, dtstart, except, opens_at, closes_at (as
// minutes), first day and last day of the horizon. Lists have commas: "2TU,-1FR".

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "engine/hours/clock_text.h"
#include "engine/hours/occurrence.h"
#include "index_builder/prepare/schedule_expansion.h"
#include "index_builder/prepare/session_pool.h"
#include "index_builder/record/collecting_sink.h"

namespace waypost::prepare {
namespace {

constexpr std::size_t kColumns = 15;

std::vector<std::string> Split(const std::string& text, char divider) {
  std::vector<std::string> parts(1);
  for (char c : text) {
    if (c == divider) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<std::string> ListOf(const std::string& text) {
  return text.empty() ? std::vector<std::string>{} : Split(text, ',');
}
std::optional<int> NumberOf(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::atoi(text.c_str());
}
std::vector<int> NumbersOf(const std::string& text) {
  std::vector<int> numbers;
  for (const std::string& part : ListOf(text)) numbers.push_back(std::atoi(part.c_str()));
  return numbers;
}

record::Schedule RowOf(const std::vector<std::string>& columns) {
  record::Schedule row{
      .freq = columns[0], .interval = NumberOf(columns[1]), .count = NumberOf(columns[2])};
  row.until = ParseIsoDate(columns[3]);
  for (const std::string& day : ListOf(columns[4])) {
    const std::size_t name = day.size() - 2;
    row.byday.push_back(
        {NumberOf(day.substr(0, name)).value_or(0), *ParseWeekday(day.substr(name))});
  }
  row.bymonthday = NumbersOf(columns[5]);
  row.byweekno = NumbersOf(columns[6]);
  row.byyearday = NumbersOf(columns[7]);
  row.wkst = ParseWeekday(columns[8]);
  row.dtstart = ParseIsoDate(columns[9]);
  for (const std::string& date : ListOf(columns[10])) row.except.push_back(*ParseIsoDate(date));
  if (const auto opens = NumberOf(columns[11])) row.opens_at = MinuteOfDay(*opens);
  if (const auto closes = NumberOf(columns[12])) row.closes_at = MinuteOfDay(*closes);
  return row;
}

std::string TextOf(const Occurrence& occurrence) {
  const std::string day = FormatIsoDate(DateOfDayNumber(occurrence.day));
  if (occurrence.start == kNoTimes) return day;
  return day + "T" + ClockText(MinuteOfDay(occurrence.start)) + "+" +
         std::to_string(occurrence.length);
}

// The row's sessions as a document that has it shows them.
std::string SessionsOf(const record::Schedule& row, const Horizon& horizon) {
  record::CollectingSink sink;
  const std::vector<record::Schedule> rows = {row};
  const ExpandedHours hours = ExpandSchedules({rows}, {horizon.first, horizon}, {}, sink);
  std::string text;
  for (const record::Problem& problem : sink.problems) {
    text += std::string(NameOf(problem.kind)) + " ";
  }
  SessionPool pool(horizon);
  const std::vector<SessionId> ids = pool.Add(hours);
  const auto most = static_cast<std::size_t>(horizon.days());
  for (const Occurrence& occurrence :
       OccurrencesBetween({ids, hours.state}, pool.calendar(), DayNumber(horizon.first),
                          DayNumber(horizon.last), most)) {
    text += TextOf(occurrence) + " ";
  }
  return text;
}

}  // namespace
}  // namespace waypost::prepare

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const auto columns = waypost::prepare::Split(line, '\t');
    if (columns.size() != waypost::prepare::kColumns) {
      std::cerr << "schedule_dates: a line needs 15 columns: " << line << "\n";
      return 1;
    }
    const auto first = waypost::ParseIsoDate(columns[13]);
    const auto last = waypost::ParseIsoDate(columns[14]);
    if (!first || !last) {
      std::cerr << "schedule_dates: no horizon: " << line << "\n";
      return 1;
    }
    std::cout << waypost::prepare::SessionsOf(waypost::prepare::RowOf(columns), {*first, *last})
              << "\n";
  }
  return 0;
}
