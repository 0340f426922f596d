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

prepare::ExpandedHours ServiceHours::Of(const prepare::Document& document) {
  const std::vector<record::Schedule>& own = document.service->schedules;
  const prepare::ExpandedHours& everywhere = OfService(*document.service);
  if (document.at == nullptr || document.at->schedules.empty()) return everywhere;
  prepare::ExpandedHours here = Expand(*document.service, document.at->schedules, sink_);
  if (own.empty()) return here;
  std::vector<record::Schedule> rows = own;
  rows.insert(rows.end(), document.at->schedules.begin(), document.at->schedules.end());
  NoSink told;
  return Expand(*document.service, rows, told);
}

prepare::ExpandedHours ServiceHours::Expand(const record::Service& service,
                                            std::span<const record::Schedule> rows,
                                            record::ProblemSink& sink) {
  prepare::ExpandedHours hours =
      prepare::ExpandSchedules(rows.first(std::min(rows.size(), kMaxRows)), options_,
                               {.source = service.source, .id = service.id}, sink);
  if (rows.size() > kMaxRows) {
    hours.state |= kHasUnreadableRows;
    sink.Report({.kind = record::ProblemKind::kUnreadableSchedule,
                 .source = service.source,
                 .entity = "schedule",
                 .id = service.id,
                 .value = std::to_string(rows.size()) + " rows",
                 .outcome = "only the first " + std::to_string(kMaxRows) + " are searched"});
  }
  return hours;
}

const prepare::ExpandedHours& ServiceHours::OfService(const record::Service& service) {
  const auto [at, is_new] = of_service_.try_emplace(&service);
  if (is_new) at->second = Expand(service, service.schedules, sink_);
  return at->second;
}

}  // namespace waypost::sections
