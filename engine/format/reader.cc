#include "engine/format/reader.h"

#include <algorithm>
#include <utility>

#include "engine/format/verified_mark.h"

namespace waypost {
namespace {

// The first row whose end lies before its start; the number of rows when there is none.
template <typename Offset>
std::size_t FirstDescent(std::span<const Offset> offsets) {
  const auto at = std::ranges::adjacent_find(offsets, std::ranges::greater());
  return static_cast<std::size_t>(at - offsets.begin());
}

}  // namespace

VerifiedArtefact::VerifiedArtefact(std::string name, MappedFile file, ArtefactLayout layout)
    : name_(std::move(name)), file_(std::move(file)), layout_(std::move(layout)) {}

absl::StatusOr<VerifiedArtefact> VerifiedArtefact::Open(const std::string& path,
                                                        const VerifyOptions& options) {
  ASSIGN_OR_RETURN(MappedFile file, MappedFile::Open(path));
  if (options.trust_mark) {
    ASSIGN_OR_RETURN(ArtefactLayout layout, ReadArtefactLayout(path, file.bytes()));
    if (HasVerifiedMark(path, file.descriptor(), layout.header.build_id)) {
      VerifiedArtefact artefact(path, std::move(file), std::move(layout));
      artefact.was_verified_before_ = true;
      return artefact;
    }
  }
  VerifyOptions releasing = options;
  releasing.done_with = [&](std::span<const std::byte> part) {
    if (options.done_with) options.done_with(part);
    file.Release(part);
  };
  ASSIGN_OR_RETURN(ArtefactLayout layout, VerifyArtefact(path, file.bytes(), releasing));
  return VerifiedArtefact(path, std::move(file), std::move(layout));
}

absl::StatusOr<VerifiedArtefact> VerifiedArtefact::FromBytes(std::span<const std::byte> bytes,
                                                             const std::string& name,
                                                             const VerifyOptions& options) {
  ASSIGN_OR_RETURN(MappedFile file, MappedFile::OfBytes(bytes));
  ASSIGN_OR_RETURN(ArtefactLayout layout, VerifyArtefact(name, file.bytes(), options));
  return VerifiedArtefact(name, std::move(file), std::move(layout));
}

std::optional<SectionInfo> VerifiedArtefact::Find(SectionId id) const {
  const auto found = std::ranges::find(layout_.sections, id, &SectionInfo::id);
  if (found == layout_.sections.end()) return std::nullopt;
  return *found;
}

absl::Status VerifiedArtefact::Damaged(SectionId id, std::string_view what) const {
  return DamagedSection(name_, Find(id).value_or(SectionInfo{.id = id}), what);
}

absl::StatusOr<std::span<const std::byte>> VerifiedArtefact::Elements(SectionId id,
                                                                      std::size_t size) const {
  const std::optional<SectionInfo> section = Find(id);
  if (!section) {
    return FailedPrecondition("artefact " + name_ + ": has no section " + std::string(NameOf(id)) +
                              " (" + std::to_string(static_cast<std::uint32_t>(id)) +
                              "); rebuild it with this version's waypost-index");
  }
  if (section->version != LayoutVersionOf(id)) {
    return FailedPrecondition("artefact " + name_ + ": section " + std::string(NameOf(id)) +
                              " has layout version " + std::to_string(section->version) +
                              ", this program reads " + std::to_string(LayoutVersionOf(id)) + "; " +
                              (section->version > LayoutVersionOf(id)
                                   ? "upgrade this program"
                                   : "rebuild it with this version's waypost-index"));
  }
  if (section->element_size != size) {
    return Damaged(id, "elements of " + std::to_string(section->element_size) + " bytes where " +
                           std::to_string(size) + " are expected");
  }
  return bytes().subspan(section->offset, section->length);
}

absl::StatusOr<std::span<const std::byte>> VerifiedArtefact::Blob(SectionId id) const {
  return Elements(id, 1);
}

absl::StatusOr<std::string_view> VerifiedArtefact::Text(SectionId id) const {
  ASSIGN_OR_RETURN(const std::span<const char> text, Column<char>(id));
  return std::string_view(text.data(), text.size());
}

absl::Status VerifiedArtefact::CheckRows(SectionId id, std::size_t found,
                                         std::optional<std::size_t> rows) const {
  if (!rows || found == *rows) return absl::OkStatus();
  return Damaged(id, "has " + std::to_string(found) + " rows where " + std::to_string(*rows) +
                         " are expected");
}

namespace {

template <typename Offset>
std::string FaultOf(std::span<const Offset> offsets, std::size_t values) {
  if (offsets.empty()) return "has no offsets";
  if (offsets.front() != 0) return "the first offset is not 0";
  if (offsets.back() != values) {
    return "the last offset is " + std::to_string(offsets.back()) + " but there are " +
           std::to_string(values) + " values";
  }
  const std::size_t row = FirstDescent(offsets);
  if (row < offsets.size()) return "row " + std::to_string(row) + " ends before it starts";
  return {};
}

}  // namespace

absl::Status VerifiedArtefact::CheckOffsets(SectionId id, std::span<const std::uint32_t> offsets,
                                            std::size_t values) const {
  if (was_verified_before_) return absl::OkStatus();
  const std::string fault = FaultOf(offsets, values);
  return fault.empty() ? absl::OkStatus() : Damaged(id, fault);
}

absl::Status VerifiedArtefact::CheckOffsets(SectionId id, std::span<const std::uint64_t> offsets,
                                            std::size_t values) const {
  if (was_verified_before_) return absl::OkStatus();
  const std::string fault = FaultOf(offsets, values);
  return fault.empty() ? absl::OkStatus() : Damaged(id, fault);
}

}  // namespace waypost
