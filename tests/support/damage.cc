#include "tests/support/damage.h"

#include <algorithm>
#include <cstring>

#include "engine/core/crc32c.h"

namespace waypost::testing {
namespace {

std::size_t PlaceOfEntry(const Bytes& artefact, std::size_t index) {
  return HeaderOf(artefact).directory_offset + index * sizeof(DirectoryEntry);
}

// The number of entries that really fit into the file.
std::size_t EntriesIn(const Bytes& artefact) {
  const FileHeader header = HeaderOf(artefact);
  if (header.directory_offset > artefact.size()) return 0;
  return std::min<std::size_t>(
      header.section_count, (artefact.size() - header.directory_offset) / sizeof(DirectoryEntry));
}

bool IsInside(const Bytes& artefact, const DirectoryEntry& entry) {
  return entry.offset <= artefact.size() && entry.length <= artefact.size() - entry.offset;
}

}  // namespace

void FlipBit(Bytes& artefact, std::size_t byte, int bit) {
  artefact.at(byte) ^= std::byte{1} << bit;
}

FileHeader HeaderOf(const Bytes& artefact) {
  FileHeader header{};
  std::memcpy(&header, artefact.data(), std::min(sizeof(header), artefact.size()));
  return header;
}

void SetHeader(Bytes& artefact, const FileHeader& header) {
  std::memcpy(artefact.data(), &header, std::min(sizeof(header), artefact.size()));
}

DirectoryEntry EntryOf(const Bytes& artefact, std::size_t index) {
  DirectoryEntry entry{};
  if (index < EntriesIn(artefact)) {
    std::memcpy(&entry, artefact.data() + PlaceOfEntry(artefact, index), sizeof(entry));
  }
  return entry;
}

void SetEntry(Bytes& artefact, std::size_t index, const DirectoryEntry& entry) {
  if (index >= EntriesIn(artefact)) return;
  std::memcpy(artefact.data() + PlaceOfEntry(artefact, index), &entry, sizeof(entry));
}

std::span<std::byte> SectionBytes(Bytes& artefact, SectionId id) {
  for (std::size_t i = 0; i < EntriesIn(artefact); ++i) {
    const DirectoryEntry entry = EntryOf(artefact, i);
    if (SectionId(entry.section_id) != id || !IsInside(artefact, entry)) continue;
    return std::span(artefact).subspan(entry.offset, entry.length);
  }
  return {};
}

void MendChecksums(Bytes& artefact) {
  if (artefact.size() < sizeof(FileHeader)) return;
  const std::span<const std::byte> bytes(artefact);
  const std::size_t entries = EntriesIn(artefact);
  for (std::size_t i = 0; i < entries; ++i) {
    DirectoryEntry entry = EntryOf(artefact, i);
    if (!IsInside(artefact, entry)) continue;
    entry.crc = Crc32c(bytes.subspan(entry.offset, entry.length));
    SetEntry(artefact, i, entry);
  }
  FileHeader header = HeaderOf(artefact);
  if (header.directory_offset <= artefact.size()) {
    header.directory_crc =
        Crc32c(bytes.subspan(header.directory_offset, entries * sizeof(DirectoryEntry)));
  }
  SetHeader(artefact, header);
  header.header_crc = Crc32c(bytes.first(kHeaderCrcCovers));
  SetHeader(artefact, header);
}

}  // namespace waypost::testing
