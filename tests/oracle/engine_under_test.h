#pragma once

// What the differential test asks of an engine.

#include "engine/core/status.h"
#include "engine/query/query.h"
#include "index_builder/record/directory.h"
#include "tests/oracle/answer.h"

namespace waypost::oracle {

class EngineUnderTest {
 public:
  virtual ~EngineUnderTest() = default;

  // Makes an index of a complete directory (see scan.h; it must not be prepared again) and answers
  // from it from now on. `directory` may be gone afterwards.
  virtual absl::Status Load(const record::Directory& directory) = 0;

  // `now` is the clock; `query.at` overrides it. Any error will do for a query that has none.
  virtual absl::StatusOr<Answer> Run(const query::Query& query, query::LocalMinute now) = 0;
};

}  // namespace waypost::oracle
