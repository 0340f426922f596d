#include "index_builder/sources/mapped_opening.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "index_builder/record/field_values.h"
#include "index_builder/record/lenient_time.h"
#include "index_builder/record/schedule_fields.h"
#include "index_builder/sources/mapped_values.h"
#include "index_builder/sources/opening_text.h"
#include "index_builder/sources/recurrence_text.h"

namespace waypost::sources {
namespace {

using record::Schedule;

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kDays = {{
    {"monday", "MO"},
    {"tuesday", "TU"},
    {"wednesday", "WE"},
    {"thursday", "TH"},
    {"friday", "FR"},
    {"saturday", "SA"},
    {"sunday", "SU"},
}};

void Append(std::vector<Schedule> rows, std::vector<Schedule>& schedules) {
  for (Schedule& row : rows) schedules.push_back(std::move(row));
}

// "closed" states that there is no opening, not that there is one at an unknown time.
bool SaysClosed(std::string_view openings) {
  const auto read = record::ReadOpenings(openings);
  return read && read->empty();
}

std::vector<Schedule> ReadDays(const MappedValues& values, const record::FieldReport& report) {
  std::vector<Schedule> rows;
  for (const auto& [key, byday] : kDays) {
    const std::string openings = values[key];
    if (openings.empty() || SaysClosed(openings)) continue;
    record::ScheduleFields fields;
    fields.freq = "WEEKLY";
    fields.byday = byday;
    fields.opens_at = openings;
    Append(record::ReadSchedule(report, fields), rows);
  }
  return rows;
}

// The rule and what stands in columns of its own beside it; a column overrides nothing in the rule.
std::vector<Schedule> ReadRule(const MappedValues& values, const record::FieldReport& report) {
  const std::string rule = values["rule"], start = values["start"], end = values["end"],
                    exceptions = values["exceptions"], day = values["day"], opens = values["opens"],
                    closes = values["closes"], valid_from = values["valid_from"],
                    valid_to = values["valid_to"];
  record::ScheduleFields fields;
  if (!rule.empty()) {
    const std::optional<record::ScheduleFields> split = SplitRecurrence(rule);
    if (!split) {
      report.Report(record::ProblemKind::kUnreadableSchedule, "schedule", "rule", rule,
                    "kept as text; states no time");
      Schedule row;
      row.unreadable = true;
      row.as_published = record::TextLine(report, "schedule", "rule",
                                          rule + " " + day + " " + opens + " " + closes);
      return {row};
    }
    fields = *split;
  }
  fields.weekday = day;
  fields.dtstart = start;
  if (fields.until.empty()) fields.until = end;
  fields.except = exceptions;
  fields.opens_at = opens;
  fields.closes_at = closes;
  fields.valid_from = valid_from;
  fields.valid_to = valid_to;
  return record::ReadSchedule(report, fields);
}

std::vector<Schedule> ReadForm(const MappedOpening& opening, const MappedValues& values,
                               const record::FieldReport& report) {
  switch (opening.form) {
    case OpeningForm::kDays:
      return ReadDays(values, report);
    case OpeningForm::kText:
      return ReadOpeningText(report, values["text"]);
    case OpeningForm::kRule:
      return ReadRule(values, report);
  }
  return {};
}

}  // namespace

void AddMappedOpening(const MappedOpening& opening, const CsvRow& row,
                      const record::FieldReport& report, std::vector<Schedule>& schedules) {
  const MappedValues values(opening.section, row, report);
  std::vector<Schedule> rows = ReadForm(opening, values, report);
  if (rows.empty()) return;
  const std::string description =
      record::TextBlock(report, "schedule", "description", values["description"]);
  const std::string notes = record::TextBlock(report, "schedule", "notes", values["notes"]);
  for (Schedule& schedule : rows) {
    schedule.description = description;
    schedule.notes = notes;
  }
  Append(std::move(rows), schedules);
}

}  // namespace waypost::sources
