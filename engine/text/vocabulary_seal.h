#pragma once

// The 16 bytes behind the Xapian database in a vocabulary: "WPVOCAB1", the CRC-32C of the database
// and its size modulo 2^32, both little-endian.
//
// Xapian trusts what it reads so far that a few changed bytes in its header end the process (6 of
// 3,000 random changes did). The seal is checked before Xapian sees a byte; it is there for a
// section that was changed together with its checksum in the artefact.

#include <cstddef>
#include <span>
#include <string>

#include "engine/core/status.h"

namespace waypost::text {

inline constexpr std::size_t kSealBytes = 16;

// The seal of a database.
std::string SealOf(std::span<const std::byte> database);

// Checks that `sealed` ends with the seal of what comes before. Errors: DataLoss.
absl::Status CheckSeal(std::span<const std::byte> sealed);

}  // namespace waypost::text
