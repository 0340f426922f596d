// Prints the days of schedule rows, for dateutil_check.py: a row a line on standard input, its days
// (or why it has none) a line on standard output.
//
// A line is 13 columns divided by tabs, empty where nothing is stated: freq, interval, count,
// until, byday, bymonthday, byweekno, byyearday, wkst, dtstart, except, first day and last day of
// the horizon. Lists have commas: "2TU,-1FR".

#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "index_builder/prepare/recurrence.h"
#include "index_builder/prepare/schedule_expansion.h"
#include "index_builder/prepare/schedule_rule.h"
#include "index_builder/record/collecting_sink.h"

namespace waypost::prepare {
namespace {

constexpr std::size_t kColumns = 13;

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
  return row;
}

// The row's days as ExpandSchedules finds them: those of dated sessions, or those of weekly
// sessions between their bounds.
std::string DaysOf(const record::Schedule& row, const Horizon& horizon) {
  record::CollectingSink sink;
  const std::vector<record::Schedule> rows = {row};
  const ExpandedHours hours = ExpandSchedules(rows, {horizon.first, horizon}, {}, sink);
  std::string text;
  for (const record::Problem& problem : sink.problems) {
    text += std::string(NameOf(problem.kind)) + " ";
  }
  for (Date day = horizon.first; day <= horizon.last; day += std::chrono::days(1)) {
    bool happens = false;
    for (const WeeklySession& session : hours.weekly) {
      happens |= DayNumber(day) >= session.first_day && DayNumber(day) <= session.last_day &&
                 (session.days >> WeekdayIndex(day) & 1) != 0;
    }
    for (const DatedRow& dated : hours.dated) {
      for (Date date : dated.dates) happens |= date == day;
    }
    if (happens) text += FormatIsoDate(day) + " ";
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
      std::cerr << "schedule_dates: a line needs 13 columns: " << line << "\n";
      return 1;
    }
    const auto first = waypost::ParseIsoDate(columns[11]);
    const auto last = waypost::ParseIsoDate(columns[12]);
    if (!first || !last) {
      std::cerr << "schedule_dates: no horizon: " << line << "\n";
      return 1;
    }
    std::cout << waypost::prepare::DaysOf(waypost::prepare::RowOf(columns), {*first, *last})
              << "\n";
  }
  return 0;
}
