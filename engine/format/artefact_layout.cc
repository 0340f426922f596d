#include "engine/format/artefact_layout.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <optional>
#include <string_view>
#include <thread>

#include "engine/core/crc32c.h"

namespace waypost {
namespace {

constexpr std::string_view kRemedy = "; copy the file again or rebuild it with waypost-index";

// Carries the file's name so that every message says where.
class Checker {
 public:
  Checker(const std::string& name, std::span<const std::byte> bytes) : name_(name), bytes_(bytes) {}

  absl::StatusOr<ArtefactLayout> Run(const VerifyOptions& options) {
    ASSIGN_OR_RETURN(ArtefactLayout layout, ReadLayout());
    RETURN_IF_ERROR(CheckContents(layout, options));
    return layout;
  }

  absl::StatusOr<ArtefactLayout> ReadLayout() {
    ArtefactLayout layout;
    RETURN_IF_ERROR(CheckMagic());
    RETURN_IF_ERROR(ReadHeader(layout.header));
    RETURN_IF_ERROR(CheckVersion(layout.header));
    RETURN_IF_ERROR(CheckSize(layout.header));
    RETURN_IF_ERROR(ReadDirectory(layout));
    RETURN_IF_ERROR(CheckPlaces(layout));
    RETURN_IF_ERROR(CheckDuplicates(layout));
    return layout;
  }

 private:
  absl::Status Damage(const std::string& what) const {
    return DataLoss("artefact " + name_ + ": " + what + std::string(kRemedy));
  }

  absl::Status DamageIn(const SectionInfo& section, const std::string& what) const {
    return DamagedSection(name_, section, what);
  }

  absl::Status CheckMagic() const;
  absl::Status ReadHeader(FileHeader& header) const;
  absl::Status CheckVersion(const FileHeader& header) const;
  absl::Status CheckSize(const FileHeader& header) const;
  absl::Status ReadDirectory(ArtefactLayout& layout) const;
  absl::Status CheckEntry(const DirectoryEntry& entry, std::uint64_t at) const;
  absl::Status CheckPlaces(const ArtefactLayout& layout) const;
  absl::Status CheckPadding(std::uint64_t from, std::uint64_t to) const;
  absl::Status CheckDuplicates(const ArtefactLayout& layout) const;
  absl::Status CheckContents(const ArtefactLayout& layout, const VerifyOptions& options) const;

  const std::string& name_;
  std::span<const std::byte> bytes_;
};

absl::Status Checker::CheckMagic() const {
  if (bytes_.empty()) return Damage("the file is empty");
  const std::size_t have = std::min(bytes_.size(), kMagic.size());
  if (std::memcmp(bytes_.data(), kMagic.data(), have) == 0) {
    if (bytes_.size() >= sizeof(FileHeader)) return absl::OkStatus();
    return Damage("the file is cut off after " + std::to_string(bytes_.size()) +
                  " bytes, within its header");
  }
  // "WPT" with anything else changed around it: a transfer that thought the file was text.
  if (have >= 4 && std::memcmp(bytes_.data() + 1, kMagic.data() + 1, 3) == 0) {
    return Damage("the first bytes were changed on the way, as a text-mode transfer does");
  }
  return InvalidArgument("artefact " + name_ +
                         ": this is not a Waypost artefact; give a file that waypost-index wrote");
}

absl::Status Checker::ReadHeader(FileHeader& header) const {
  std::memcpy(&header, bytes_.data(), sizeof(header));
  if (Crc32c(bytes_.first(kHeaderCrcCovers)) != header.header_crc) {
    return Damage("header, bytes 0 to 63: checksum differs");
  }
  if (header.byte_order != kByteOrderMark) return Damage("header, byte 8: wrong byte order mark");
  return absl::OkStatus();
}

absl::Status Checker::CheckVersion(const FileHeader& header) const {
  const std::string found =
      "artefact " + name_ + ": format " + std::to_string(header.format_major) + "." +
      std::to_string(header.format_minor) + ", this program reads " +
      std::to_string(kOldestReadableMajor) + " to " + std::to_string(kFormatMajor);
  if (header.format_major > kFormatMajor) {
    return FailedPrecondition(found +
                              ": the file is too new; upgrade this program, or rebuild the "
                              "file with the waypost-index that came with it");
  }
  if (header.format_major < kOldestReadableMajor) {
    return FailedPrecondition(found +
                              ": the file is too old; rebuild it with this version's "
                              "waypost-index");
  }
  return absl::OkStatus();
}

absl::Status Checker::CheckSize(const FileHeader& header) const {
  if (bytes_.size() < header.file_size) {
    return Damage("the file is cut off after " + std::to_string(bytes_.size()) + " of " +
                  std::to_string(header.file_size) + " bytes");
  }
  if (bytes_.size() > header.file_size) {
    return Damage("the file has " + std::to_string(bytes_.size() - header.file_size) +
                  " bytes after its end");
  }
  const std::uint64_t directory_size = std::uint64_t{header.section_count} * sizeof(DirectoryEntry);
  if (header.directory_offset < sizeof(FileHeader) ||
      header.directory_offset % kSectionAlignment != 0 || directory_size > header.file_size ||
      header.directory_offset != header.file_size - directory_size) {
    return Damage("header, byte 24: the directory is not at the end of the file");
  }
  return absl::OkStatus();
}

absl::Status Checker::ReadDirectory(ArtefactLayout& layout) const {
  const auto directory = bytes_.subspan(layout.header.directory_offset);
  if (Crc32c(directory) != layout.header.directory_crc) {
    return Damage("directory, byte " + std::to_string(layout.header.directory_offset) +
                  ": checksum differs");
  }
  layout.sections.reserve(layout.header.section_count);
  for (std::size_t at = 0; at < directory.size(); at += sizeof(DirectoryEntry)) {
    DirectoryEntry entry;
    std::memcpy(&entry, directory.data() + at, sizeof(entry));
    RETURN_IF_ERROR(CheckEntry(entry, layout.header.directory_offset + at));
    layout.sections.push_back({.id = SectionId(entry.section_id),
                               .version = entry.section_version,
                               .offset = entry.offset,
                               .length = entry.length,
                               .element_size = entry.element_size,
                               .element_count = entry.element_count,
                               .crc = entry.crc});
  }
  return absl::OkStatus();
}

absl::Status Checker::CheckEntry(const DirectoryEntry& entry, std::uint64_t at) const {
  const auto wrong = [&](std::size_t byte, const char* what) {
    return Damage("directory, byte " + std::to_string(at + byte) + ": " + what);
  };
  if (entry.flags != 0) return wrong(offsetof(DirectoryEntry, flags), "unknown flags");
  if (std::ranges::any_of(entry.reserved, [](std::uint8_t byte) { return byte != 0; })) {
    return wrong(offsetof(DirectoryEntry, reserved), "reserved bytes are not zero");
  }
  if (entry.element_size == 0) {
    return wrong(offsetof(DirectoryEntry, element_size), "element size 0");
  }
  // By division: a product of two numbers of the file could overflow.
  if (entry.length % entry.element_size != 0 ||
      entry.length / entry.element_size != entry.element_count) {
    return wrong(offsetof(DirectoryEntry, element_count), "element count and length disagree");
  }
  return absl::OkStatus();
}

// Sections stand in the order of the directory, each on the next multiple of 64, up to the
// directory. So none overlaps another, none is out of bounds, and no byte belongs to nothing.
absl::Status Checker::CheckPlaces(const ArtefactLayout& layout) const {
  const std::uint64_t limit = layout.header.directory_offset;
  std::uint64_t end = sizeof(FileHeader);
  for (const SectionInfo& section : layout.sections) {
    const std::uint64_t start = AlignUp(end);
    if (section.offset != start) {
      return DamageIn(section, "should start at byte " + std::to_string(start));
    }
    if (section.offset > limit || section.length > limit - section.offset) {
      return DamageIn(section, "reaches beyond byte " + std::to_string(limit));
    }
    RETURN_IF_ERROR(CheckPadding(end, start));
    end = section.offset + section.length;
  }
  if (AlignUp(end) != limit) {
    return Damage("byte " + std::to_string(end) + ": bytes that belong to no section");
  }
  return CheckPadding(end, limit);
}

absl::Status Checker::CheckPadding(std::uint64_t from, std::uint64_t to) const {
  for (std::uint64_t at = from; at < to; ++at) {
    if (bytes_[at] != std::byte{0}) {
      return Damage("byte " + std::to_string(at) + ": padding is not zero");
    }
  }
  return absl::OkStatus();
}

absl::Status Checker::CheckDuplicates(const ArtefactLayout& layout) const {
  std::vector<SectionInfo> sorted = layout.sections;
  std::ranges::sort(sorted, {}, [](const SectionInfo& s) { return std::pair(s.id, s.offset); });
  const auto twice = std::ranges::adjacent_find(sorted, {}, &SectionInfo::id);
  if (twice == sorted.end()) return absl::OkStatus();
  return DamageIn(*(twice + 1), "there are two sections with this number");
}

// In pieces, so that what is done with can be let go before the section ends.
std::uint32_t ChecksumOf(std::span<const std::byte> contents, const VerifyOptions& options) {
  constexpr std::size_t kPiece = std::size_t{16} << 20;
  std::uint32_t crc = 0;
  while (!contents.empty()) {
    const auto piece = contents.first(std::min(kPiece, contents.size()));
    crc = Crc32cExtend(crc, piece);
    if (options.done_with) options.done_with(piece);
    contents = contents.subspan(piece.size());
  }
  return crc;
}

absl::Status Checker::CheckContents(const ArtefactLayout& layout,
                                    const VerifyOptions& options) const {
  const std::vector<SectionInfo>& sections = layout.sections;
  std::atomic<std::size_t> next = 0;
  // One flag each, so that the first bad section of the file is reported on any number of threads.
  std::vector<std::uint8_t> bad(sections.size(), 0);
  const auto work = [&] {
    for (std::size_t i = next++; i < sections.size(); i = next++) {
      const auto contents = bytes_.subspan(sections[i].offset, sections[i].length);
      bad[i] = ChecksumOf(contents, options) != sections[i].crc ? 1 : 0;
    }
  };
  {
    std::vector<std::jthread> others;
    const auto wanted =
        std::clamp<std::size_t>(static_cast<std::size_t>(std::max(options.threads, 1)), 1,
                                std::max<std::size_t>(sections.size(), 1));
    for (std::size_t t = 1; t < wanted; ++t) others.emplace_back(work);
    work();
  }
  const auto first = std::ranges::find(bad, 1);
  if (first == bad.end()) return absl::OkStatus();
  return DamageIn(sections[static_cast<std::size_t>(first - bad.begin())], "checksum differs");
}

}  // namespace

absl::Status DamagedSection(std::string_view name, const SectionInfo& section,
                            std::string_view what) {
  std::string message = "artefact ";
  message.append(name).append(": section ").append(NameOf(section.id));
  message += " (" + std::to_string(static_cast<std::uint32_t>(section.id)) + "), byte " +
             std::to_string(section.offset) + ": ";
  return DataLoss(message.append(what).append(kRemedy));
}

absl::StatusOr<ArtefactLayout> VerifyArtefact(const std::string& name,
                                              std::span<const std::byte> bytes,
                                              const VerifyOptions& options) {
  return Checker(name, bytes).Run(options);
}

absl::StatusOr<ArtefactLayout> ReadArtefactLayout(const std::string& name,
                                                  std::span<const std::byte> bytes) {
  return Checker(name, bytes).ReadLayout();
}

}  // namespace waypost
