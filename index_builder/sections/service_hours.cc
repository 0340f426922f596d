#include "index_builder/sections/service_hours.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace waypost::sections {
namespace {

// Rows of a service hold at all its locations; a record of thousands of both must not multiply.
constexpr std::size_t kMaxRows = 1000;

// For rows that were expanded, and reported, before.
class NoSink : public record::ProblemSink {
 public:
  void Report(record::Problem) override {}
  void Reject(record::Problem, std::string_view) override {}
};

template <typename Row>
std::vector<Row> Joined(const std::vector<Row>& first, const std::vector<Row>& second) {
  std::vector<Row> rows = first;
  rows.insert(rows.end(), second.begin(), second.end());
  return rows;
}

}  // namespace

ServiceHours::ServiceHours(const record::Service& service, const prepare::ExpansionOptions& options,
                           record::ProblemSink& sink)
    : service_(service),
      options_(options),
      sink_(sink),
      everywhere_(Expand({service.schedules, service.holiday_schedules}, sink)) {}

prepare::ExpandedHours ServiceHours::At(const record::ServiceAtLocation* at) const {
  if (at == nullptr || (at->schedules.empty() && at->holiday_schedules.empty())) return everywhere_;
  const prepare::StatedRows own{at->schedules, at->holiday_schedules};
  if (service_.schedules.empty() && service_.holiday_schedules.empty()) return Expand(own, sink_);
  // What is wrong with the rows of the location is told once, and so was that of the service.
  Expand(own, sink_);
  NoSink told;
  const std::vector<record::Schedule> schedules = Joined(service_.schedules, at->schedules);
  const std::vector<record::HolidaySchedule> holidays =
      Joined(service_.holiday_schedules, at->holiday_schedules);
  return Expand({schedules, holidays}, told);
}

prepare::ExpandedHours ServiceHours::Expand(prepare::StatedRows rows,
                                            record::ProblemSink& sink) const {
  const std::size_t stated = std::max(rows.schedules.size(), rows.holidays.size());
  rows.schedules = rows.schedules.first(std::min(rows.schedules.size(), kMaxRows));
  rows.holidays = rows.holidays.first(std::min(rows.holidays.size(), kMaxRows));
  prepare::ExpandedHours hours = prepare::ExpandSchedules(
      rows, options_, {.source = service_.source, .entity = "schedule", .id = service_.id}, sink);
  if (stated > kMaxRows) {
    hours.state |= kHasUnreadableRows;
    sink.Report({.kind = record::ProblemKind::kUnreadableSchedule,
                 .source = service_.source,
                 .entity = "schedule",
                 .id = service_.id,
                 .value = std::to_string(stated) + " rows",
                 .outcome = "only the first " + std::to_string(kMaxRows) + " are searched"});
  }
  return hours;
}

}  // namespace waypost::sections
