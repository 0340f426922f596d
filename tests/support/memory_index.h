#pragma once

// An index in memory, made of a directory in one line.

#include <memory>

#include "engine/core/status.h"
#include "engine/index/index.h"
#include "index_builder/record/directory.h"

namespace waypost {

// Of a directory that is complete already.
absl::StatusOr<std::shared_ptr<const Index>> IndexOfComplete(const record::Directory& directory);

// Of a directory as sources give it: completed first.
absl::StatusOr<std::shared_ptr<const Index>> IndexOf(record::Directory directory);

}  // namespace waypost
