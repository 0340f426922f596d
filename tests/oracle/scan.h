#pragma once

// The oracle: answers a query by looking at every record, one after another.
//
// It is written from QUERY.md alone and shares with the engine only the query, the records, the
// value types of engine/core and of local time, and the haversine. It reads no index, no column and
// no expanded hours; what it does is meant to be seen to be right, not to be fast (about a
// millisecond for a hundred documents).
//
//   ASSIGN_OR_RETURN(Answer answer, Scan(directory, query, now));
//
// The directory is one that `prepare/` has completed: repeats removed, public ids set, positions
// found, unsound ages removed, confidential places made coarse. Its time zone is that of the United
// Kingdom.

#include <memory>
#include <vector>

#include "engine/core/status.h"
#include "engine/query/query.h"
#include "index_builder/record/directory.h"
#include "tests/oracle/answer.h"
#include "tests/oracle/filters.h"
#include "tests/oracle/order.h"
#include "tests/oracle/question.h"

namespace waypost::oracle {

// Errors: InvalidArgument for names that mean nothing in the directory and for what cannot be
// asked.
absl::StatusOr<Answer> Scan(const record::Directory& directory, const query::Query& query,
                            query::LocalMinute now);

// The same with mistakes built in, for tests of the tests.
absl::StatusOr<Answer> ScanWithFaults(const record::Directory& directory, const query::Query& query,
                                      query::LocalMinute now, ScanFaults faults);

// A document with everything the scan found out about it.
struct ExaminedDocument {
  Document document;
  std::vector<Fact> facts;  // parallel to Examination::filters
  bool matches = false;
  bool certain = false;
};

struct Result {
  const ExaminedDocument* best = nullptr;
  Rank rank;
};

struct Examination {
  std::unique_ptr<const Question> question;
  std::vector<Filter> filters;
  std::vector<std::vector<ExaminedDocument>> services;  // of each service, its documents
  std::vector<Result> results;                          // one per matching service, in order
};

// Points into `directory` and `query`, which must outlive the result.
absl::StatusOr<Examination> Examine(const record::Directory& directory, const query::Query& query,
                                    query::LocalMinute now, ScanFaults faults = {});

}  // namespace waypost::oracle
