#pragma once

// The part of a random query that asks about days and times.

#include "engine/query/query.h"
#include "tests/oracle/document.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

// Often at the very edges of a session of the witness.
void AddTime(const Document& witness, Random& random, query::Query& query);

}  // namespace waypost::oracle
