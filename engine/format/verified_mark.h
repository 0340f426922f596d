#pragma once

// A note beside an artefact, "county.waypost.verified", that every byte of it was read and found
// sound: whoever opens the file again need not read it all.
//
//   RETURN_IF_ERROR(WriteVerifiedMark("county.waypost", build_id));   // it was read whole
//   if (HasVerifiedMark(path, file.descriptor(), build_id)) ...
//
// The note names the file's device, inode, size, time of last change and build id, and what was
// checked. It holds only while all of them are the same: a copied, replaced or rewritten file is
// read whole again. It does not see bytes that rot on the disk, nor whoever writes a false note:
// those who can may as well write the artefact. A missing or unreadable note counts for nothing.

#include <string>

#include "engine/core/status.h"
#include "engine/format/header.h"

namespace waypost {

// Errors: those of AtomicFile; InvalidArgument when there is no such artefact.
absl::Status WriteVerifiedMark(const std::string& artefact, const BuildId& build_id);

// Whether the note beside `artefact` holds for the file open as `descriptor`.
bool HasVerifiedMark(const std::string& artefact, int descriptor, const BuildId& build_id);

}  // namespace waypost
