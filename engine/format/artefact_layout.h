#pragma once

// Checks that bytes are a whole and undamaged artefact, and lists its sections.
//
// Checked, in this order, so that each kind of wrong file gets its own error:
//   1. it begins with the magic      else InvalidArgument: not a Waypost artefact (or text-mode
//   damage)
//   2. header checksum, byte order   else DataLoss
//   3. format version                else FailedPrecondition: too new, or too old
//   4. size, directory and its checksum, every section's place (in order, aligned, nothing between,
//      zero padding), no id twice    else DataLoss
//   5. checksum of every section     else DataLoss
// Every byte of the file is covered by one of these. Sections with unknown ids are checked like the
// others and left alone. Structure inside sections is for `engine/index` to validate.
//
// `artefact_reader` (reader.h) is what programs use; this is its first half, on any bytes.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/status.h"
#include "engine/format/header.h"
#include "engine/format/section_id.h"

namespace waypost {

struct SectionInfo {
  SectionId id{};
  std::uint16_t version = 0;
  std::uint64_t offset = 0;  // from the start of the file
  std::uint64_t length = 0;
  std::uint32_t element_size = 0;
  std::uint64_t element_count = 0;
  std::uint32_t crc = 0;
};

// DataLoss "artefact <name>: section <name> (<number>), byte <offset>: <what>; <remedy>".
absl::Status DamagedSection(std::string_view name, const SectionInfo& section,
                            std::string_view what);

struct ArtefactLayout {
  FileHeader header{};
  std::vector<SectionInfo> sections;  // in the order of the file
};

struct VerifyOptions {
  // Checksums are computed on this many threads (about 6 GB/s each, when the file is in memory).
  int threads = 1;
  // Whether a file that has a mark of having been verified before is taken for sound
  // (verified_mark.h): then header, directory and places are checked, not the contents.
  bool trust_mark = false;
  // Called, from any of the threads, with bytes whose checksum is taken: they are not read again
  // here.
  std::function<void(std::span<const std::byte>)> done_with = {};
};

// `name` is what messages call the file. REQUIRES: nothing of `bytes`; any bytes are safe.
absl::StatusOr<ArtefactLayout> VerifyArtefact(const std::string& name,
                                              std::span<const std::byte> bytes,
                                              const VerifyOptions& options = {});

// The same without reading the contents of the sections.
absl::StatusOr<ArtefactLayout> ReadArtefactLayout(const std::string& name,
                                                  std::span<const std::byte> bytes);

}  // namespace waypost
