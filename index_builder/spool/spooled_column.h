#pragma once

// A column, or a jagged column, of any length while it is built: values go to a scratch file and
// from there to the artefact.
//
//   SpooledColumn<std::uint32_t> ranks(folder);
//   for (...) ranks.Add(rank);
//   RETURN_IF_ERROR(ranks.Write(SectionId::kDocNameRank, writer));
//
//   SpooledTexts cards(folder);
//   for (...) cards.AddRow(card);
//   RETURN_IF_ERROR(cards.Write(SectionId::kDocCardOffsets, SectionId::kDocCards, writer));
//
// A failing disk is told by Write, once, so that adding stays plain. Not for several threads.

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

#include "engine/format/column.h"
#include "engine/format/writer.h"
#include "index_builder/spool/scratch_file.h"

namespace waypost::spool {

template <ColumnElement T>
class SpooledColumn {
 public:
  explicit SpooledColumn(const ScratchFolder& folder) : file_(folder) {}

  void Add(const T& value) { AddAll(std::span(&value, 1)); }
  void AddAll(std::span<const T> values) {
    if (status_.ok()) status_ = file_.Append(std::as_bytes(values));
    size_ += values.size();
  }
  std::uint64_t size() const { return size_; }
  // Of what was added so far: for who would go on for long.
  const absl::Status& status() const { return status_; }

  absl::Status Write(SectionId section, ArtefactWriter& writer) const {
    RETURN_IF_ERROR(status_);
    RETURN_IF_ERROR(writer.BeginSection(section, sizeof(T)));
    RETURN_IF_ERROR(
        file_.ForEachPiece([&](std::span<const std::byte> piece) { return writer.Append(piece); }));
    return writer.EndSection();
  }

 private:
  ScratchFile file_;
  absl::Status status_;
  std::uint64_t size_ = 0;
};

template <ColumnElement T, typename Offset = std::uint32_t>
class SpooledRows {
 public:
  explicit SpooledRows(const ScratchFolder& folder) : offsets_(folder), values_(folder) {
    offsets_.Add(0);
  }

  void Add(const T& value) { values_.Add(value); }
  void EndRow() { offsets_.Add(static_cast<Offset>(values_.size())); }
  void AddRow(std::span<const T> row) {
    values_.AddAll(row);
    EndRow();
  }

  absl::Status Write(SectionId offsets, SectionId values, ArtefactWriter& writer) const {
    if (values_.size() > std::numeric_limits<Offset>::max()) {
      return InvalidArgument("more of " + std::string(NameOf(values)) +
                             " than an artefact can hold; split the sources");
    }
    RETURN_IF_ERROR(offsets_.Write(offsets, writer));
    return values_.Write(values, writer);
  }

 private:
  SpooledColumn<Offset> offsets_;
  SpooledColumn<T> values_;
};

template <typename Offset = std::uint32_t>
class BasicSpooledTexts {
 public:
  explicit BasicSpooledTexts(const ScratchFolder& folder) : rows_(folder) {}

  void AddRow(std::string_view text) { rows_.AddRow({text.data(), text.size()}); }
  absl::Status Write(SectionId offsets, SectionId values, ArtefactWriter& writer) const {
    return rows_.Write(offsets, values, writer);
  }

 private:
  SpooledRows<char, Offset> rows_;
};

using SpooledTexts = BasicSpooledTexts<std::uint32_t>;
using LongSpooledTexts =
    BasicSpooledTexts<std::uint64_t>;  // of more than four thousand million bytes

}  // namespace waypost::spool
