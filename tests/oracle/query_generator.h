#pragma once

// Random questions about a world, tuned so that most of them have some but not all services as
// answer: a filter's value is mostly taken from one document of the world, the witness of the
// query.

#include "engine/query/query.h"
#include "tests/oracle/world.h"

namespace waypost::oracle {

class QueryGenerator {
 public:
  // `world` must outlive the object and have a service.
  QueryGenerator(const World& world, Random& random) : world_(world), random_(random) {}

  query::Query Next();

 private:
  const World& world_;
  Random& random_;
};

}  // namespace waypost::oracle
