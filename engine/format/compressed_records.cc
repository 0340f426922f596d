#include "engine/format/compressed_records.h"

#include <zstd.h>

#include <cassert>
#include <mutex>
#include <utility>
#include <vector>

#include "engine/core/strong_id.h"

namespace waypost {
namespace {

struct CloseDictionary {
  void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};
struct CloseDecompression {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

using Decompression = std::unique_ptr<ZSTD_DCtx, CloseDecompression>;

// Contexts that nobody uses now. One takes longer to make than a record to unpack, and has too much
// memory for every thread to keep its own.
class SpareDecompressions {
 public:
  // nullptr when there is no memory for a new one.
  Decompression Take() {
    const std::lock_guard lock(mutex_);
    if (spare_.empty()) return Decompression(ZSTD_createDCtx());
    Decompression context = std::move(spare_.back());
    spare_.pop_back();
    return context;
  }
  void Give(Decompression context) {
    constexpr std::size_t kMost = 64;
    const std::lock_guard lock(mutex_);
    if (spare_.size() < kMost) spare_.push_back(std::move(context));
  }

 private:
  std::mutex mutex_;
  std::vector<Decompression> spare_;
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
  mutable SpareDecompressions spare;
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
  Decompression context = view_->spare.Take();
  if (context == nullptr) return Internal("no memory for zstd");
  std::string record(size, '\0');
  const std::size_t got =
      ZSTD_decompress_usingDDict(context.get(), record.data(), record.size(), frame.data(),
                                 frame.size(), view_->dictionary.get());
  view_->spare.Give(std::move(context));
  if (ZSTD_isError(got) != 0) return damaged(ZSTD_getErrorName(got));
  if (got != size) return damaged("is shorter than it claims");
  return record;
}

}  // namespace waypost
