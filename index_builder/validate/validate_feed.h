#pragma once

// Validates a feed at an address: its pages, its records and its filters.

#include "index_builder/validate/validation.h"

namespace waypost::validate {

// Findings are in the outcome, whatever they are.
// Errors: Unavailable, FailedPrecondition or InvalidArgument when there is no feed to be read at
// the address; Internal when answers cannot be kept.
absl::StatusOr<Validation> ValidateFeed(const fetch::Url& url, const ValidationOptions& options,
                                        fetch::PoliteClient& client);

}  // namespace waypost::validate
