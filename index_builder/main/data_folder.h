#pragma once

// Where the project's own data stand: places, taxonomies, bank holidays.

#include <string>

#include "engine/core/status.h"

namespace waypost::builder {

// `given` if it is not empty; else the folder `data` in the nearest folder above the program that
// has one with `places` in it (a build tree inside the repository), else `share/waypost` beside the
// program's folder (an installation). NotFound when there is none.
absl::StatusOr<std::string> FindDataFolder(const std::string& given);

}  // namespace waypost::builder
