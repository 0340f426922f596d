#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "engine/format/compressed_records.h"

namespace waypost {
namespace {

// zstd's own default. Level 12 makes records 8 % smaller and takes as long as all the rest of a
// build together (bench/README.md).
constexpr int kLevel = 3;

// zstd's own advice: a dictionary of about 100 kB, trained on about 100 times as much.
constexpr std::size_t kDictionaryBytes = 112640;
constexpr std::size_t kSampleBytes = std::size_t{8} << 20;
constexpr std::size_t kSampleRecords = 20000;
// Below this a dictionary costs more than it saves, and training may fail for want of matter.
constexpr std::size_t kFewestRecords = 64;

// zstd trains none smaller (its ZDICT_DICTSIZE_MIN, which the packaged header hides).
constexpr std::size_t kSmallestDictionary = 256;

struct CloseContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
using Context = std::unique_ptr<ZSTD_CCtx, CloseContext>;

using RecordAt = std::function<absl::StatusOr<std::string>(std::size_t)>;

// Evenly spaced records, so that the sample depends on nothing but the records.
absl::StatusOr<std::string> TrainDictionary(std::size_t count, const RecordAt& record_at) {
  if (count < kFewestRecords) return std::string();
  const std::size_t step = (count + kSampleRecords - 1) / kSampleRecords;
  std::string sample;
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < count && sample.size() < kSampleBytes; i += step) {
    ASSIGN_OR_RETURN(const std::string record, record_at(i));
    if (record.empty() || record.size() > kSampleBytes - sample.size()) continue;
    sample += record;
    sizes.push_back(record.size());
  }
  std::string dictionary(std::min(kDictionaryBytes, sample.size() / 8), '\0');
  if (dictionary.size() < kSmallestDictionary) return std::string();
  const std::size_t size =
      ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), sample.data(), sizes.data(),
                            static_cast<unsigned>(sizes.size()));
  // Training fails on records that are all alike or all noise: then there is no dictionary.
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

absl::StatusOr<Context> MakeContext(const std::string& dictionary) {
  Context context(ZSTD_createCCtx());
  if (context == nullptr) return Internal("no memory for zstd");
  std::size_t result = ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  if (ZSTD_isError(result) == 0) {
    // Every frame of these sections has the same dictionary: naming it would cost 4 bytes each.
    result = ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);
  }
  if (ZSTD_isError(result) == 0) {
    result = ZSTD_CCtx_loadDictionary(context.get(), dictionary.data(), dictionary.size());
  }
  if (ZSTD_isError(result) != 0) {
    return Internal(std::string("zstd: ") + ZSTD_getErrorName(result));
  }
  return context;
}

}  // namespace

absl::Status WriteCompressedRecords(ArtefactWriter& writer,
                                    const CompressedRecordSections& sections, std::size_t count,
                                    const RecordAt& record_at) {
  ASSIGN_OR_RETURN(const std::string dictionary, TrainDictionary(count, record_at));
  ASSIGN_OR_RETURN(const Context context, MakeContext(dictionary));
  std::vector<std::uint64_t> offsets = {0};
  offsets.reserve(count + 1);
  std::vector<char> frame;
  RETURN_IF_ERROR(writer.BeginSection(sections.frames, 1));
  for (std::size_t i = 0; i < count; ++i) {
    ASSIGN_OR_RETURN(const std::string record, record_at(i));
    if (record.size() > kMaxRecordBytes) {
      return InvalidArgument("record " + std::to_string(i) + " has " +
                             std::to_string(record.size()) + " bytes; at most " +
                             std::to_string(kMaxRecordBytes) + " can be stored");
    }
    frame.resize(ZSTD_compressBound(record.size()));
    const std::size_t size =
        ZSTD_compress2(context.get(), frame.data(), frame.size(), record.data(), record.size());
    if (ZSTD_isError(size) != 0) return Internal(std::string("zstd: ") + ZSTD_getErrorName(size));
    RETURN_IF_ERROR(writer.Append(std::as_bytes(std::span(frame).first(size))));
    offsets.push_back(offsets.back() + size);
  }
  RETURN_IF_ERROR(writer.EndSection());
  RETURN_IF_ERROR(writer.AddColumn(sections.offsets, offsets));
  return writer.AddColumn(sections.dictionary, dictionary);
}

}  // namespace waypost
