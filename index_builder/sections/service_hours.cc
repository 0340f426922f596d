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

}  // namespace

ServiceHours::ServiceHours(const record::Service& service, const prepare::ExpansionOptions& options,
                           record::ProblemSink& sink)
    : service_(service),
      options_(options),
      sink_(sink),
      everywhere_(Expand(service.schedules, sink)) {}

prepare::ExpandedHours ServiceHours::At(const record::ServiceAtLocation* at) const {
  if (at == nullptr || at->schedules.empty()) return everywhere_;
  prepare::ExpandedHours here = Expand(at->schedules, sink_);
  if (service_.schedules.empty()) return here;
  std::vector<record::Schedule> rows = service_.schedules;
  rows.insert(rows.end(), at->schedules.begin(), at->schedules.end());
  NoSink told;
  return Expand(rows, told);
}

prepare::ExpandedHours ServiceHours::Expand(std::span<const record::Schedule> rows,
                                            record::ProblemSink& sink) const {
  prepare::ExpandedHours hours =
      prepare::ExpandSchedules(rows.first(std::min(rows.size(), kMaxRows)), options_,
                               {.source = service_.source, .id = service_.id}, sink);
  if (rows.size() > kMaxRows) {
    hours.state |= kHasUnreadableRows;
    sink.Report({.kind = record::ProblemKind::kUnreadableSchedule,
                 .source = service_.source,
                 .entity = "schedule",
                 .id = service_.id,
                 .value = std::to_string(rows.size()) + " rows",
                 .outcome = "only the first " + std::to_string(kMaxRows) + " are searched"});
  }
  return hours;
}

}  // namespace waypost::sections
