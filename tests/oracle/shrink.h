#pragma once

// Makes a failing case small: drops services, parts of the query, locations, and rows of what is
// left, while it still fails.

#include <functional>

#include "engine/query/query.h"
#include "index_builder/record/directory.h"

namespace waypost::oracle {

struct Case {
  record::Directory directory;
  query::Query query;
  query::LocalMinute now;
};

// The smallest case found for which `fails` is true. REQUIRES: fails(found).
Case Shrink(Case found, const std::function<bool(const Case&)>& fails);

}  // namespace waypost::oracle
