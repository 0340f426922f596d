#pragma once

// Tells a ProblemSink about one service's values without repeating whose they are.
//
//   FieldReport report(sink, "bristol", "service-17");
//   report.Report(ProblemKind::kUnreadableTime, "schedule", "opens_at", "elevenish", "left out");
//
// The texts read here come from outside: `value` is cut to 200 bytes on a character boundary and
// made valid UTF-8. Borrows the sink; the ids are copied. Not for several threads.

#include <string>
#include <string_view>

#include "index_builder/record/problem.h"

namespace waypost::record {

inline constexpr std::size_t kMaxProblemValue = 200;

// `value` as valid UTF-8 of at most kMaxProblemValue bytes, cut on a character boundary.
std::string ProblemValue(std::string_view value);

class FieldReport {
 public:
  FieldReport(ProblemSink& sink, std::string_view source, std::string_view service_id)
      : sink_(sink), source_(source), service_id_(service_id) {}

  void Report(ProblemKind kind, std::string_view entity, std::string_view field,
              std::string_view value, std::string_view outcome) const;
  void Reject(ProblemKind kind, std::string_view entity, std::string_view field,
              std::string_view value, std::string_view outcome, std::string_view raw) const;

  const std::string& source() const { return source_; }
  const std::string& service_id() const { return service_id_; }
  void set_service_id(std::string_view id) { service_id_ = id; }

 private:
  Problem Make(ProblemKind kind, std::string_view entity, std::string_view field,
               std::string_view value, std::string_view outcome) const;

  ProblemSink& sink_;
  std::string source_;
  std::string service_id_;
};

}  // namespace waypost::record
