#pragma once

// waypost-index verify and describe.

#include <string>

#include "engine/core/status.h"

namespace waypost::builder {

// Reads every byte and checks the structure; prints one line.
absl::Status Verify(const std::string& path);

// Prints what an artefact holds: manifest, sources, sections with their sizes.
absl::Status Describe(const std::string& path, bool as_json);

}  // namespace waypost::builder
