#pragma once

// Checks of the structure of an index that checksums cannot make: that every id points at
// something, every list ascends, every enumeration has one of its values. After it, queries read
// without checks.

#include "engine/core/status.h"

namespace waypost {

class Index;

// DataLoss naming the section and the row. O(size of the index), sequential.
absl::Status Validate(const Index& index);

}  // namespace waypost
