#pragma once

// The two fixed structures of an artefact: the header at byte 0 and the entries of the directory at
// its end. FORMAT.md describes them in prose; the static_asserts below pin every offset.
//
// All numbers are little-endian. Waypost runs only on little-endian machines (asserted here), so
// the structures are copied to and from the file as they stand.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace waypost {

static_assert(std::endian::native == std::endian::little, "artefacts are read in place");

// What a reader of this program understands. A new major version moves or changes bytes that an old
// reader looks at; a new minor version only adds sections, which old readers check and ignore.
inline constexpr std::uint16_t kFormatMajor = 1;
inline constexpr std::uint16_t kFormatMinor = 0;
inline constexpr std::uint16_t kOldestReadableMajor = 1;

// The habit of PNG: a byte with the high bit (lost by 7-bit transfers), the name, a CR LF pair and
// a lone LF (changed by text-mode transfers either way), and a Ctrl-Z (ends `type` on Windows).
using Magic = std::array<unsigned char, 8>;
inline constexpr Magic kMagic = {0x89, 'W', 'P', 'T', '\r', '\n', 0x1A, '\n'};

inline constexpr std::uint32_t kByteOrderMark = 0x01020304;

// Sections, and the directory, start at multiples of this: a cache line, and enough for any
// element.
inline constexpr std::size_t kSectionAlignment = 64;

using BuildId = std::array<std::uint8_t, 16>;

// Bytes 0 to 63. The places of magic, byte order, major, minor and header_crc never change, in no
// major version, so that every reader can tell "too new" from "damaged".
struct FileHeader {
  Magic magic;
  std::uint32_t byte_order;
  std::uint16_t format_major;
  std::uint16_t format_minor;
  std::uint64_t file_size;         // of the whole file
  std::uint64_t directory_offset;  // the directory is the last thing in the file
  BuildId build_id;                // hash of the contents: same contents, same id
  std::uint32_t section_count;
  std::uint32_t document_count;
  std::uint32_t directory_crc;  // CRC32C of all entries
  std::uint32_t header_crc;     // CRC32C of bytes 0 to 59
};

// One per section, 64 bytes, in the order of the sections in the file.
struct DirectoryEntry {
  std::uint32_t section_id;
  std::uint16_t section_version;          // of the section's own layout
  std::uint16_t flags;                    // none defined: zero
  std::uint64_t offset;                   // from the start of the file, a multiple of 64
  std::uint64_t length;                   // in bytes, without the padding that follows
  std::uint64_t element_count;            // element_count * element_size == length
  std::uint32_t element_size;             // 1 for a blob
  std::uint32_t crc;                      // CRC32C of the section's `length` bytes
  std::array<std::uint8_t, 24> reserved;  // zero
};

static_assert(sizeof(FileHeader) == 64);
static_assert(offsetof(FileHeader, magic) == 0);
static_assert(offsetof(FileHeader, byte_order) == 8);
static_assert(offsetof(FileHeader, format_major) == 12);
static_assert(offsetof(FileHeader, format_minor) == 14);
static_assert(offsetof(FileHeader, file_size) == 16);
static_assert(offsetof(FileHeader, directory_offset) == 24);
static_assert(offsetof(FileHeader, build_id) == 32);
static_assert(offsetof(FileHeader, section_count) == 48);
static_assert(offsetof(FileHeader, document_count) == 52);
static_assert(offsetof(FileHeader, directory_crc) == 56);
static_assert(offsetof(FileHeader, header_crc) == 60);
static_assert(std::has_unique_object_representations_v<FileHeader>);

static_assert(sizeof(DirectoryEntry) == 64);
static_assert(offsetof(DirectoryEntry, section_id) == 0);
static_assert(offsetof(DirectoryEntry, section_version) == 4);
static_assert(offsetof(DirectoryEntry, flags) == 6);
static_assert(offsetof(DirectoryEntry, offset) == 8);
static_assert(offsetof(DirectoryEntry, length) == 16);
static_assert(offsetof(DirectoryEntry, element_count) == 24);
static_assert(offsetof(DirectoryEntry, element_size) == 32);
static_assert(offsetof(DirectoryEntry, crc) == 36);
static_assert(offsetof(DirectoryEntry, reserved) == 40);
static_assert(std::has_unique_object_representations_v<DirectoryEntry>);

// The number of bytes of the header that header_crc covers.
inline constexpr std::size_t kHeaderCrcCovers = offsetof(FileHeader, header_crc);

constexpr std::uint64_t AlignUp(std::uint64_t offset) {
  return (offset + kSectionAlignment - 1) / kSectionAlignment * kSectionAlignment;
}

}  // namespace waypost
