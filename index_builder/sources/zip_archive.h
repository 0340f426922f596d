#pragma once

// Zip archives through libzip; the only file pair that knows it. Used by input_members and
// input_stream.

#include <string>
#include <vector>

#include "engine/core/status.h"

namespace waypost::sources {

// Every name in the archive as stored (not filtered, not sorted).
// InvalidArgument when the archive is damaged or cut short.
absl::StatusOr<std::vector<std::string>> ListZipNames(const std::string& path);

}  // namespace waypost::sources
