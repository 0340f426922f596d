#pragma once

// A random query while it is being made.

#include "engine/query/query.h"
#include "tests/oracle/document.h"
#include "tests/oracle/world.h"

namespace waypost::oracle {

struct Draft {
  const World& world;
  Random& random;
  Document witness;  // what most values are taken from, so that something is found
  query::Query query;

  const record::Service& service() const { return *witness.service; }
  // Take the value from the witness?
  bool FromWitness() { return random.Chance(75); }
};

}  // namespace waypost::oracle
