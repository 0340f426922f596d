#pragma once

// How much a service states about itself, 0 to 100 (QUERY.md, "Relevance").

#include "index_builder/record/record.h"

namespace waypost::oracle {

int RichnessOf(const record::Service& service);

}  // namespace waypost::oracle
