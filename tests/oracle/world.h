#pragma once

// Small random directories that hold every awkward fact that real feeds hold, and more of them.
//
// A world is complete as `prepare/` leaves a directory: public ids are set, every position that can
// be found is found, confidential places are coarse. Answering from it needs no further
// preparation.
//
//   World world = MakeWorld(seed, 17);   // the same for the same two numbers, everywhere

#include <cstdint>

#include "engine/query/query.h"
#include "index_builder/record/directory.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

struct World {
  record::Directory directory;
  query::LocalMinute now;  // the clock
};

// `number` tells worlds of one seed apart. Between 8 and about 90 services, 15 to 250 documents, or
// `times` as many.
World MakeWorld(std::uint64_t seed, std::uint64_t number, int times = 1);

}  // namespace waypost::oracle
