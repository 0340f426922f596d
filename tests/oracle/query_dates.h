#pragma once

// The parts of a random query that ask for dates and minutes: near today, on bank holidays, at the
// edges of what is known, and at the very minutes of a session of the witness.

#include "tests/oracle/query_draft.h"

namespace waypost::oracle {

// With a window of that date as often as without.
void AddOn(Draft& draft);
void AddOpenAt(Draft& draft);
void AddNextDays(Draft& draft);
void AddAt(Draft& draft);

}  // namespace waypost::oracle
