#pragma once

// The parts of a random query that ask about a place.

#include "engine/query/query.h"
#include "tests/oracle/document.h"
#include "tests/oracle/world.h"

namespace waypost::oracle {

// `near` in every spelling, mostly with `within`, sometimes with `area=ignore`. The radius often
// ends exactly at the witness.
void AddNear(const World& world, const Document& witness, Random& random, query::Query& query);

// A box, often with a corner at the witness.
void AddBox(const Document& witness, Random& random, query::Query& query);

void AddAuthorities(const World& world, Random& random, query::Query& query);

}  // namespace waypost::oracle
