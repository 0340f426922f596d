#pragma once

// Hours of documents, from the rows of their service and of their location together.
//
//   ServiceHours hours(as_of, sink);
//   for (const prepare::Document& document : documents) Write(hours.Of(document));
//
// Rows of a service are expanded once, however many locations it has, and what is wrong with a row
// is told once: a service's when its first document comes, a location's at that location. Keeps the
// hours of every service asked about; borrows the services and the sink. Not for several threads.

#include <cstddef>
#include <span>
#include <unordered_map>

#include "index_builder/prepare/document_order.h"
#include "index_builder/prepare/schedule_expansion.h"
#include "index_builder/record/problem.h"

namespace waypost::sections {

class ServiceHours {
 public:
  ServiceHours(Date as_of, record::ProblemSink& sink)
      : options_{.as_of = as_of, .horizon = HorizonOf(as_of)}, sink_(sink) {}

  prepare::ExpandedHours Of(const prepare::Document& document);

 private:
  prepare::ExpandedHours Expand(const record::Service& service,
                                std::span<const record::Schedule> rows, record::ProblemSink& sink);
  const prepare::ExpandedHours& OfService(const record::Service& service);

  const prepare::ExpansionOptions options_;
  record::ProblemSink& sink_;
  std::unordered_map<const record::Service*, prepare::ExpandedHours> of_service_;
};

}  // namespace waypost::sections
