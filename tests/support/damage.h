#pragma once

// Ways to harm an artefact, with or without mending its checksums afterwards. With them mended,
// what must notice is not the checksum but the validation of structure.
//
//   std::vector<std::byte> bytes = ...;
//   SectionBytes(bytes, SectionId::kDocAges)[3] ^= std::byte{1};
//   MendChecksums(bytes);
//   EXPECT_FALSE(Open(bytes).ok());

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/format/header.h"
#include "engine/format/section_id.h"

namespace waypost::testing {

using Bytes = std::vector<std::byte>;

void FlipBit(Bytes& artefact, std::size_t byte, int bit);

// REQUIRES for the following four: the artefact's header and directory are whole.
FileHeader HeaderOf(const Bytes& artefact);
void SetHeader(Bytes& artefact, const FileHeader& header);
DirectoryEntry EntryOf(const Bytes& artefact, std::size_t index);
void SetEntry(Bytes& artefact, std::size_t index, const DirectoryEntry& entry);

// The contents of a section, to be changed; empty when there is none such.
std::span<std::byte> SectionBytes(Bytes& artefact, SectionId id);

// Recomputes the checksums of sections, directory and header, as far as their places make sense.
void MendChecksums(Bytes& artefact);

}  // namespace waypost::testing
