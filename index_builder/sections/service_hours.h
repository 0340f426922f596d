#pragma once

// Hours of the documents of one service, from its own rows and those of each location together.
//
//   const ServiceHours hours(service, options, sink);
//   for (const record::ServiceAtLocation& at : service.locations) Write(hours.At(&at));
//
// Rows of the service are expanded once, however many locations it has, and what is wrong with a
// row is told once: a service's when the object is made, a location's at that location. Borrows
// the service and the sink.

#include "index_builder/prepare/schedule_expansion.h"
#include "index_builder/record/problem.h"
#include "index_builder/record/record.h"

namespace waypost::sections {

class ServiceHours {
 public:
  ServiceHours(const record::Service& service, const prepare::ExpansionOptions& options,
               record::ProblemSink& sink);

  // `at` may be null: a service without location.
  prepare::ExpandedHours At(const record::ServiceAtLocation* at) const;

 private:
  prepare::ExpandedHours Expand(prepare::StatedRows rows, record::ProblemSink& sink) const;

  const record::Service& service_;
  const prepare::ExpansionOptions options_;
  record::ProblemSink& sink_;
  const prepare::ExpandedHours everywhere_;
};

}  // namespace waypost::sections
