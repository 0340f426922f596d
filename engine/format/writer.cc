#include "engine/format/writer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/core/atomic_file.h"
#include "engine/core/crc32c.h"
#include "engine/format/content_hash.h"

namespace waypost {

// Where the bytes go: a file that appears at the end, or memory.
class ArtefactWriter::Sink {
 public:
  Sink() = default;
  explicit Sink(AtomicFile file) : file_(std::move(file)) {}

  absl::Status Append(std::span<const std::byte> bytes) {
    if (file_) return file_->Append(bytes);
    memory_.insert(memory_.end(), bytes.begin(), bytes.end());
    return absl::OkStatus();
  }
  absl::Status WriteAtStart(std::span<const std::byte> bytes) {
    if (file_) return file_->WriteAt(0, bytes);
    std::copy(bytes.begin(), bytes.end(), memory_.begin());
    return absl::OkStatus();
  }
  std::uint64_t size() const { return file_ ? file_->size() : memory_.size(); }
  absl::Status Commit(const Check& check) {
    if (!file_) return absl::OkStatus();
    if (check) RETURN_IF_ERROR(check(file_->temporary_path()));
    return file_->Commit();
  }
  bool in_memory() const { return !file_; }
  std::vector<std::byte> TakeMemory() { return std::move(memory_); }

 private:
  std::optional<AtomicFile> file_;
  std::vector<std::byte> memory_;
};

// What is known about the contents so far. The section being written is the last of the directory
// while `in_section`.
struct ArtefactWriter::Open {
  ContentHash hash;
  bool in_section = false;
};

namespace {

template <typename T>
std::span<const std::byte> BytesOf(const T& value) {
  return std::as_bytes(std::span(&value, 1));
}

std::string Named(SectionId id) {
  return "section " + std::string(NameOf(id)) + " (" +
         std::to_string(static_cast<std::uint32_t>(id)) + ")";
}

}  // namespace

ArtefactWriter::ArtefactWriter(std::unique_ptr<Sink> sink)
    : sink_(std::move(sink)), open_(std::make_unique<Open>()) {
  // The header's place; its checksums are known last.
  status_ = sink_->Append(BytesOf(FileHeader{}));
}
ArtefactWriter::ArtefactWriter(ArtefactWriter&&) noexcept = default;
ArtefactWriter& ArtefactWriter::operator=(ArtefactWriter&&) noexcept = default;
ArtefactWriter::~ArtefactWriter() = default;

absl::StatusOr<ArtefactWriter> ArtefactWriter::ToFile(const std::string& path) {
  ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  return ArtefactWriter(std::make_unique<Sink>(std::move(file)));
}

ArtefactWriter ArtefactWriter::ToMemory() { return ArtefactWriter(std::make_unique<Sink>()); }

void ArtefactWriter::SetDocumentCount(std::uint32_t count) { document_count_ = count; }

const BuildId& ArtefactWriter::build_id() const { return build_id_; }

absl::Status ArtefactWriter::Keep(absl::Status status) {
  if (status_.ok()) status_ = std::move(status);
  return status_;
}

absl::Status ArtefactWriter::Pad() {
  static constexpr std::array<std::byte, kSectionAlignment> kZeros{};
  return sink_->Append(std::span(kZeros).first(AlignUp(sink_->size()) - sink_->size()));
}

absl::Status ArtefactWriter::AddSection(SectionId id, std::uint32_t element_size,
                                        std::span<const std::byte> bytes) {
  RETURN_IF_ERROR(BeginSection(id, element_size));
  RETURN_IF_ERROR(Append(bytes));
  return EndSection();
}

absl::Status ArtefactWriter::BeginSection(SectionId id, std::uint32_t element_size) {
  RETURN_IF_ERROR(status_);
  if (!open_) return Keep(Internal("artefact writer: already finished"));
  if (open_->in_section) return Keep(Internal("artefact writer: a section is still open"));
  if (element_size == 0) return Keep(Internal("artefact writer: element size 0"));
  const auto number = static_cast<std::uint32_t>(id);
  if (std::ranges::count(directory_, number, &DirectoryEntry::section_id) != 0) {
    return Keep(Internal("artefact writer: " + Named(id) + " twice"));
  }
  RETURN_IF_ERROR(Keep(Pad()));
  DirectoryEntry entry{};
  entry.section_id = number;
  entry.section_version = LayoutVersionOf(id);
  entry.offset = sink_->size();
  entry.element_size = element_size;
  directory_.push_back(entry);
  open_->in_section = true;
  return absl::OkStatus();
}

absl::Status ArtefactWriter::Append(std::span<const std::byte> bytes) {
  RETURN_IF_ERROR(status_);
  if (!open_ || !open_->in_section) return Keep(Internal("artefact writer: no section is open"));
  DirectoryEntry& entry = directory_.back();
  entry.crc = Crc32cExtend(entry.crc, bytes);
  entry.length += bytes.size();
  open_->hash.Add(bytes);
  return Keep(sink_->Append(bytes));
}

absl::Status ArtefactWriter::EndSection() {
  RETURN_IF_ERROR(status_);
  if (!open_ || !open_->in_section) return Keep(Internal("artefact writer: no section is open"));
  DirectoryEntry& entry = directory_.back();
  if (entry.length % entry.element_size != 0) {
    return Keep(Internal("artefact writer: " + Named(SectionId(entry.section_id)) +
                         " ends inside an element"));
  }
  entry.element_count = entry.length / entry.element_size;
  open_->in_section = false;
  return absl::OkStatus();
}

absl::Status ArtefactWriter::CheckRows(SectionId id, std::uint64_t last_offset,
                                       std::uint64_t values) {
  RETURN_IF_ERROR(status_);
  if (last_offset == values) return absl::OkStatus();
  return Keep(Internal("artefact writer: " + Named(id) + ": offsets end at " +
                       std::to_string(last_offset) + " but there are " + std::to_string(values) +
                       " values; end the last row, or use 64-bit offsets"));
}

absl::Status ArtefactWriter::Finish(const Check& check) {
  RETURN_IF_ERROR(status_);
  if (!open_) return Keep(Internal("artefact writer: already finished"));
  if (open_->in_section) return Keep(Internal("artefact writer: a section is still open"));
  RETURN_IF_ERROR(Keep(Pad()));
  const auto entries = std::as_bytes(std::span(directory_));
  // The directory says where one section's bytes end and the next one's begin.
  open_->hash.Add(entries);
  open_->hash.AddNumber(document_count_);
  build_id_ = open_->hash.Finish();

  FileHeader header{};
  header.magic = kMagic;
  header.byte_order = kByteOrderMark;
  header.format_major = kFormatMajor;
  header.format_minor = kFormatMinor;
  header.directory_offset = sink_->size();
  header.file_size = header.directory_offset + entries.size();
  header.build_id = build_id_;
  header.section_count = static_cast<std::uint32_t>(directory_.size());
  header.document_count = document_count_;
  header.directory_crc = Crc32c(entries);
  header.header_crc = Crc32c(BytesOf(header).first(kHeaderCrcCovers));

  RETURN_IF_ERROR(Keep(sink_->Append(entries)));
  RETURN_IF_ERROR(Keep(sink_->WriteAtStart(BytesOf(header))));
  RETURN_IF_ERROR(Keep(sink_->Commit(check)));
  open_.reset();
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::byte>> ArtefactWriter::FinishToBytes() {
  if (!sink_->in_memory()) return Internal("artefact writer: FinishToBytes on a file");
  RETURN_IF_ERROR(Finish());
  return sink_->TakeMemory();
}

}  // namespace waypost
