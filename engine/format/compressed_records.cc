#include "engine/format/compressed_records.h"

#include <zstd.h>

#include <cassert>
#include <utility>

#include "engine/core/strong_id.h"

namespace waypost {
namespace {

struct CloseDictionary {
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};
struct CloseDecompression {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

struct RecordTag;
using RecordOrdinal = StrongId<RecordTag, std::uint64_t>;

}  // namespace

struct CompressedRecords::View {
  // For messages. Not the artefact itself, which its owner may move.
  std::string artefact_name;
  SectionInfo section;
  JaggedColumn<RecordOrdinal, char, std::uint64_t> frames;
  std::unique_ptr<ZSTD_DDict, CloseDictionary> dictionary;  // null when there is none
};

CompressedRecords::CompressedRecords(std::unique_ptr<const View> view) : view_(std::move(view)) {}
CompressedRecords::CompressedRecords(CompressedRecords&&) noexcept = default;
CompressedRecords& CompressedRecords::operator=(CompressedRecords&&) noexcept = default;
CompressedRecords::~CompressedRecords() = default;

absl::StatusOr<CompressedRecords> CompressedRecords::Open(const VerifiedArtefact& artefact,
                                                          const CompressedRecordSections& sections,
                                                          std::optional<std::size_t> count) {
  auto view = std::make_unique<View>();
  RETURN_IF_ERROR(artefact.Read(sections.offsets, sections.frames, view->frames, count));
  view->artefact_name = artefact.name();
  view->section = *artefact.Find(sections.frames);
  ASSIGN_OR_RETURN(const std::span<const std::byte> dictionary, artefact.Blob(sections.dictionary));
  if (!dictionary.empty()) {
    view->dictionary.reset(ZSTD_createDDict(dictionary.data(), dictionary.size()));
    if (view->dictionary == nullptr) {
      return artefact.Damaged(sections.dictionary, "is not a zstd dictionary");
    }
  }
  return CompressedRecords(std::move(view));
}

std::size_t CompressedRecords::size() const { return view_->frames.size(); }

absl::StatusOr<std::string> CompressedRecords::Get(std::size_t ordinal) const {
  assert(ordinal < size());
  const std::span<const char> frame = view_->frames[RecordOrdinal(ordinal)];
  const auto damaged = [&](const std::string& what) {
    return DamagedSection(view_->artefact_name, view_->section,
                          "record " + std::to_string(ordinal) + ": " + what);
  };
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR) {
    return damaged("is not a zstd frame with a stated size");
  }
  if (size > kMaxRecordBytes) return damaged("claims " + std::to_string(size) + " bytes");
  const std::unique_ptr<ZSTD_DCtx, CloseDecompression> context(ZSTD_createDCtx());
  if (context == nullptr) return Internal("no memory for zstd");
  std::string record(size, '\0');
  const std::size_t got =
      ZSTD_decompress_usingDDict(context.get(), record.data(), record.size(), frame.data(),
                                 frame.size(), view_->dictionary.get());
  if (ZSTD_isError(got) != 0) return damaged(ZSTD_getErrorName(got));
  if (got != size) return damaged("is shorter than it claims");
  return record;
}

}  // namespace waypost
