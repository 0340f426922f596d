#pragma once

// The vocabularies of a world: about thirty service types on three levels, needs and circumstances
// that map to them, and one local list.

#include "index_builder/record/vocabulary.h"
#include "tests/oracle/random.h"

namespace waypost::oracle {

record::Taxonomy MakeTaxonomy(Random& random);

}  // namespace waypost::oracle
