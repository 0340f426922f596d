#pragma once

// Reads the rule of one schedule row: which days it means, or why that is not known.

#include <optional>
#include <string>
#include <variant>

#include "engine/core/date.h"
#include "index_builder/prepare/recurrence.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/schedule.h"

namespace waypost::prepare {

// A row without a rule: it happens on one date.
struct SingleDate {
  Date date;
};

// The row states no time.
struct NotUnderstood {
  // False when there is nothing to report: a text without times, or a row that its reader reported.
  bool report = true;
  record::ProblemKind kind = record::ProblemKind::kUnreadableSchedule;
  std::string field;   // "dtstart"
  std::string reason;  // "every 2 weeks, but no start date says which"
};

using RuleReading = std::variant<Recurrence, SingleDate, NotUnderstood>;

// The table in schedule_expansion.h says what is read as what.
RuleReading ReadRule(const record::Schedule& row);

// The rule as RFC 5545 writes it, for reports: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU".
std::string RuleText(const record::Schedule& row);

// The days of a rule for a calendar file, without its bounds: "FREQ=MONTHLY;BYDAY=1TH". From any of
// its occurrences on it gives the others after that. "" where the rule alone cannot.
std::string CalendarRule(const Recurrence& rule);

}  // namespace waypost::prepare
