#pragma once

// A whole, undamaged artefact of a version this program reads, and typed views of its sections.
//
//   ASSIGN_OR_RETURN(VerifiedArtefact artefact, VerifiedArtefact::Open("county.waypost"));
//   Column<DocId, LatLng> positions;
//   RETURN_IF_ERROR(artefact.Read(SectionId::kDocPosition, positions, artefact.document_count()));
//
// Opening reads every byte (checksums), unless a mark of having been verified is trusted. What it
// checks and which errors it gives: artefact_layout.h. NotFound when there is no such file.
//
// The `Read` functions check that the section is there, that its version and element size are
// right, for jagged columns that the offsets make sense, and the number of rows when it is given;
// they do not look at the values: that is for `engine/index`. Errors: FailedPrecondition for a
// section that is not there or has another version (written by an older or a newer builder),
// DataLoss for the rest.
//
// Movable; all const functions are safe from any thread. Views are valid while the artefact they
// were read from lives (moving it does not invalidate them).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/core/mapped_file.h"
#include "engine/core/status.h"
#include "engine/format/artefact_layout.h"
#include "engine/format/column.h"
#include "engine/format/jagged_column.h"
#include "engine/format/section_id.h"

namespace waypost {

class VerifiedArtefact {
 public:
  static absl::StatusOr<VerifiedArtefact> Open(const std::string& path,
                                               const VerifyOptions& options = {});
  // An artefact in memory: the bytes are copied into an anonymous file, so that descriptor() works.
  static absl::StatusOr<VerifiedArtefact> FromBytes(std::span<const std::byte> bytes,
                                                    const std::string& name = "(memory)",
                                                    const VerifyOptions& options = {});

  const std::string& name() const { return name_; }
  // Whether it was taken for sound by its mark (VerifyOptions::trust_mark).
  bool was_verified_before() const { return was_verified_before_; }
  const FileHeader& header() const { return layout_.header; }
  const BuildId& build_id() const { return layout_.header.build_id; }
  std::uint32_t document_count() const { return layout_.header.document_count; }
  std::span<const SectionInfo> sections() const { return layout_.sections; }
  // nullopt when there is no such section.
  std::optional<SectionInfo> Find(SectionId id) const;
  // The descriptor of the file, for a library that reads a section on its own at
  // SectionInfo::offset.
  int descriptor() const { return file_.descriptor(); }
  std::span<const std::byte> bytes() const { return file_.bytes(); }

  // A section of elements of type T, a section of bytes, a section of text.
  template <ColumnElement T>
  absl::StatusOr<std::span<const T>> Column(SectionId id) const;
  absl::StatusOr<std::span<const std::byte>> Blob(SectionId id) const;
  absl::StatusOr<std::string_view> Text(SectionId id) const;

  // The same into a view whose type says what is expected. With `rows`, the number of rows must be
  // exactly that.
  template <typename Id, ColumnElement T>
  absl::Status Read(SectionId id, waypost::Column<Id, T>& column,
                    std::optional<std::size_t> rows = {}) const;
  template <typename Id, ColumnElement T, typename Offset>
  absl::Status Read(SectionId offsets, SectionId values, JaggedColumn<Id, T, Offset>& column,
                    std::optional<std::size_t> rows = {}) const;
  template <typename Id, typename Offset>
  absl::Status Read(SectionId offsets, SectionId values, TextColumn<Id, Offset>& column,
                    std::optional<std::size_t> rows = {}) const;

  // DataLoss "artefact <name>: section <id>: <what>; <remedy>". For validators of what is inside.
  absl::Status Damaged(SectionId id, std::string_view what) const;

 private:
  VerifiedArtefact(std::string name, MappedFile file, ArtefactLayout layout);

  absl::StatusOr<std::span<const std::byte>> Elements(SectionId id, std::size_t size) const;
  absl::Status CheckRows(SectionId id, std::size_t found, std::optional<std::size_t> rows) const;
  absl::Status CheckOffsets(SectionId id, std::span<const std::uint32_t> offsets,
                            std::size_t values) const;
  absl::Status CheckOffsets(SectionId id, std::span<const std::uint64_t> offsets,
                            std::size_t values) const;

  std::string name_;
  MappedFile file_;
  ArtefactLayout layout_;
  bool was_verified_before_ = false;
};

template <ColumnElement T>
absl::StatusOr<std::span<const T>> VerifiedArtefact::Column(SectionId id) const {
  ASSIGN_OR_RETURN(const std::span<const std::byte> bytes, Elements(id, sizeof(T)));
  // Sections are aligned to 64 bytes and T is trivially copyable with no padding.
  return std::span(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
}

template <typename Id, ColumnElement T>
absl::Status VerifiedArtefact::Read(SectionId id, waypost::Column<Id, T>& column,
                                    std::optional<std::size_t> rows) const {
  ASSIGN_OR_RETURN(const std::span<const T> values, Column<T>(id));
  RETURN_IF_ERROR(CheckRows(id, values.size(), rows));
  column = waypost::Column<Id, T>(values);
  return absl::OkStatus();
}

template <typename Id, ColumnElement T, typename Offset>
absl::Status VerifiedArtefact::Read(SectionId offsets_id, SectionId values_id,
                                    JaggedColumn<Id, T, Offset>& column,
                                    std::optional<std::size_t> rows) const {
  ASSIGN_OR_RETURN(const std::span<const Offset> offsets, Column<Offset>(offsets_id));
  ASSIGN_OR_RETURN(const std::span<const T> values, Column<T>(values_id));
  RETURN_IF_ERROR(CheckOffsets(offsets_id, offsets, values.size()));
  RETURN_IF_ERROR(CheckRows(offsets_id, offsets.size() - 1, rows));
  column = JaggedColumn<Id, T, Offset>(offsets, values);
  return absl::OkStatus();
}

template <typename Id, typename Offset>
absl::Status VerifiedArtefact::Read(SectionId offsets, SectionId values,
                                    TextColumn<Id, Offset>& column,
                                    std::optional<std::size_t> rows) const {
  JaggedColumn<Id, char, Offset> bytes;
  RETURN_IF_ERROR(Read(offsets, values, bytes, rows));
  column = TextColumn<Id, Offset>(bytes);
  return absl::OkStatus();
}

}  // namespace waypost
