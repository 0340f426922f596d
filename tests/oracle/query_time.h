#pragma once

// The part of a random query that asks about days and times.

#include "engine/query/query.h"
#include "tests/oracle/document.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

// Often at the very edges of a session of the witness.
void AddTime(const Document& witness, Random& random, query::Query& query);

// Its parts: `from` and `to`; `time_match`.
void AddWindow(const Document& witness, Random& random, query::Query& query);
void AddTimeMatch(Random& random, query::Query& query);

}  // namespace waypost::oracle
