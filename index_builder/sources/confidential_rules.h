#pragma once

// Which services of a source are confidential, by configuration: their places are never shown.

#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "index_builder/record/record.h"
#include "index_builder/sources/toml_table.h"

namespace waypost::sources {

struct ConfidentialRules {
  bool all = false;                    // the whole source
  std::vector<std::string> ids;        // publisher's service ids
  std::vector<record::TermRef> terms;  // services that carry one of these terms
  // Name of a published member ("is_refuge") that says yes, or says something other than yes or no;
  // it is looked for among the members that have no place of their own in a record
  // (Service::extras).
  std::string flag;
  // Whether services of refuge kinds are confidential without being named here; false switches the
  // builder's own rule off for this source.
  bool refuges = true;

  // True when the rules or the record itself (`service.confidential`) make it confidential. The
  // rule about refuge kinds is not applied here: it needs the taxonomy. O(rules * terms).
  bool Holds(const record::Service& service) const;
};

// Reads the key `confidential` of `source`: true, false, or a table with the keys all, ids,
// service_types (term ids in any spelling), flag, refuges.
absl::StatusOr<ConfidentialRules> ReadConfidentialRules(const TomlTable& source);

}  // namespace waypost::sources
