#pragma once

// Writes an artefact section by section, in bounded memory.
//
//   ASSIGN_OR_RETURN(ArtefactWriter writer, ArtefactWriter::ToFile("county.waypost"));
//   writer.SetDocumentCount(documents.size());
//   RETURN_IF_ERROR(writer.AddColumn(SectionId::kDocPosition, positions));
//   RETURN_IF_ERROR(writer.AddJagged(SectionId::kDocTermOffsets, SectionId::kDocTerms, rows));
//   RETURN_IF_ERROR(writer.BeginSection(SectionId::kRecords, 1));
//   for (...) RETURN_IF_ERROR(writer.Append(bytes));
//   RETURN_IF_ERROR(writer.EndSection());
//   RETURN_IF_ERROR(writer.Finish());
//
// The file appears under its name only in `Finish`, whole (AtomicFile). The same calls with the
// same bytes give the same file. The first error sticks: every later call returns it, so a caller
// may look only at what `Finish` says.
//
// Not safe for use from several threads. Errors: InvalidArgument for a file that cannot be written;
// Internal for a failing disk and for calls that break the rules (a section twice, none begun,
// ...).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <ranges>
#include <span>
#include <string>
#include <vector>

#include "engine/core/status.h"
#include "engine/format/column.h"
#include "engine/format/header.h"
#include "engine/format/section_id.h"

namespace waypost {

class ArtefactWriter {
 public:
  static absl::StatusOr<ArtefactWriter> ToFile(const std::string& path);
  // For tests and for artefacts that live only in memory; see FinishToBytes.
  static ArtefactWriter ToMemory();

  ArtefactWriter(ArtefactWriter&&) noexcept;
  ArtefactWriter& operator=(ArtefactWriter&&) noexcept;
  ~ArtefactWriter();

  void SetDocumentCount(std::uint32_t count);

  // A whole section. `bytes.size()` is a multiple of `element_size`.
  absl::Status AddSection(SectionId id, std::uint32_t element_size,
                          std::span<const std::byte> bytes);

  // A section in pieces, which need not end at element boundaries.
  absl::Status BeginSection(SectionId id, std::uint32_t element_size);
  absl::Status Append(std::span<const std::byte> bytes);
  absl::Status EndSection();

  // A column from any contiguous range of elements.
  template <std::ranges::contiguous_range R>
  requires ColumnElement<std::ranges::range_value_t<R>> absl::Status AddColumn(SectionId id,
                                                                               const R& values) {
    const std::span view(std::ranges::data(values), std::ranges::size(values));
    return AddSection(id, sizeof(std::ranges::range_value_t<R>), std::as_bytes(view));
  }

  // A jagged column: two sections. `rows` is JaggedRows or TextRows.
  template <typename Rows>
  absl::Status AddJagged(SectionId offsets, SectionId values, const Rows& rows) {
    RETURN_IF_ERROR(CheckRows(offsets, rows.offsets().back(), rows.values().size()));
    RETURN_IF_ERROR(AddColumn(offsets, rows.offsets()));
    return AddColumn(values, rows.values());
  }

  // Looks at a whole artefact before it appears, under the path given.
  using Check = std::function<absl::Status(const std::string& path)>;

  // Writes directory and header; with ToFile, makes the file appear, unless `check` has something
  // against it: then its error is returned and an older file stays. The writer accepts nothing
  // afterwards.
  absl::Status Finish(const Check& check = {});
  // Finish for a writer made by ToMemory; returns the artefact.
  absl::StatusOr<std::vector<std::byte>> FinishToBytes();

  // REQUIRES: Finish or FinishToBytes returned OK.
  const BuildId& build_id() const;

 private:
  class Sink;
  struct Open;

  explicit ArtefactWriter(std::unique_ptr<Sink> sink);
  absl::Status CheckRows(SectionId id, std::uint64_t last_offset, std::uint64_t values);
  absl::Status Keep(absl::Status status);
  absl::Status Pad();

  std::unique_ptr<Sink> sink_;
  std::unique_ptr<Open> open_;
  absl::Status status_;
  std::vector<DirectoryEntry> directory_;
  std::uint32_t document_count_ = 0;
  BuildId build_id_{};
};

}  // namespace waypost
