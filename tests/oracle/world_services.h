#pragma once

// The services of a world.

#include "index_builder/record/directory.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

// Adds services of the directory's sources. REQUIRES: sources, gazetteer, taxonomy and as-of date
// are set. `today` is about when the world is asked.
void AddServices(record::Directory& directory, Date today, int times, Random& random);

}  // namespace waypost::oracle
