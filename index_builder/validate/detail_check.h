#pragma once

// A service at its own address, /services/{id}, beside its row of the list.

#include <optional>
#include <string>

#include "index_builder/fetch/polite_client.h"
#include "index_builder/sources/reference/json_document.h"
#include "index_builder/validate/record_check.h"

namespace waypost::validate {

// The full record of `id`; nullopt, told, when there is none or it is another one's.
// Errors: Internal when answers cannot be kept.
absl::StatusOr<std::optional<sources::JsonDocument>> ReadDetail(const fetch::Url& list,
                                                                const std::string& id,
                                                                fetch::PoliteClient& client,
                                                                FindingList& findings);

// Tells which plain fields have another value in the full record. O(fields of the row).
void CompareWithRow(sources::JsonElement row, sources::JsonElement detail, RecordCheck& check);

// Asks for a service that does not exist.
absl::Status CheckUnknownId(const fetch::Url& list, fetch::PoliteClient& client,
                            FindingList& findings);

}  // namespace waypost::validate
