#pragma once

// Validates records in a file: a saved page, a list, one record, lines of records (NDJSON), plain
// or packed, or a folder or an archive of such. Filters cannot be asked.

#include <string>

#include "index_builder/validate/validation.h"

namespace waypost::validate {

// Errors: NotFound when there is no such file; InvalidArgument when it holds no services at all, or
// cannot be read as JSON.
absl::StatusOr<Validation> ValidateFile(const std::string& path, const ValidationOptions& options);

}  // namespace waypost::validate
