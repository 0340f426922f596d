#pragma once

// A query with its names looked up in a directory, and everything else that the facts need.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/status.h"
#include "engine/query/query.h"
#include "index_builder/record/directory.h"
#include "tests/oracle/asked_words.h"
#include "tests/oracle/atlas.h"
#include "tests/oracle/corpus.h"
#include "tests/oracle/document.h"
#include "tests/oracle/expression.h"
#include "tests/oracle/known_days.h"
#include "tests/oracle/scan_faults.h"
#include "tests/oracle/terms.h"
#include "tests/oracle/time_facts.h"

namespace waypost::oracle {

struct Question {
  const record::Directory& directory;
  const query::Query& query;
  query::LocalMinute now;
  Date today;
  KnownDays known;
  ScanFaults faults;
  Atlas atlas;
  Terms terms;
  std::optional<query::LocalMinute> open_at;   // the minute that is meant
  std::optional<Spot> spot;                    // P
  AskedWords words;                            // of `q`
  std::optional<Expression> expression;        // of `q` with operators; then what it is scored by
  std::vector<AskedWord> names_of_needs;       // without a stem: only what stands for it scores
  std::optional<Corpus> corpus;                // when there are words, or needs
  std::vector<std::vector<StatedArea>> areas;  // of each service of the directory
  std::vector<const NamedArea*> authorities;   // into `atlas`
  std::vector<Term> service_types;
  std::vector<Term> taxonomy_terms;
  std::vector<Term> excluded_terms;
  std::vector<Term> types_of_needs;  // the service types that serve any asked need
  std::vector<Term> types_of_circumstances;
  std::vector<Term> types_of_personas;  // those that serve any need or circumstance of an asked one

  bool AsksWords() const;
  const std::vector<StatedArea>& AreasOf(const Document& document) const;
  // The order in force.
  query::Sort SortInForce() const;
  // `day`, `from`, `to` and `time_match` as asked; of a single date all but `day`.
  AskedTime Time() const;
};

// Looks the names of `query` up. `directory` and `query` must outlive the result.
// Errors: InvalidArgument for a name that means nothing here and for what cannot be asked.
absl::StatusOr<std::unique_ptr<const Question>> Understand(const record::Directory& directory,
                                                           const query::Query& query,
                                                           query::LocalMinute now,
                                                           ScanFaults faults);

}  // namespace waypost::oracle
