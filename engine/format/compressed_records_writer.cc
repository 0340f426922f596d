#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <future>
#include <memory>
#include <span>
#include <utility>
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

using RecordAt = RecordsToWrite::RecordAt;

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

// Some records that follow one another, compressed.
struct Batch {
  absl::Status status;
  std::vector<char> frames;
  std::vector<std::size_t> sizes;
};

// Compresses batches one after the other; each thread has one.
class Compressor {
 public:
  Compressor(RecordAt record_at, Context context)
      : record_at_(std::move(record_at)), context_(std::move(context)) {}

  Batch Compress(std::size_t first, std::size_t last) {
    Batch batch;
    for (std::size_t i = first; i < last && batch.status.ok(); ++i) batch.status = Add(i, batch);
    return batch;
  }

 private:
  absl::Status Add(std::size_t i, Batch& batch) {
    ASSIGN_OR_RETURN(const std::string record, record_at_(i));
    if (record.size() > kMaxRecordBytes) {
      return InvalidArgument("record " + std::to_string(i) + " has " +
                             std::to_string(record.size()) + " bytes; at most " +
                             std::to_string(kMaxRecordBytes) + " can be stored");
    }
    const std::size_t begin = batch.frames.size();
    batch.frames.resize(begin + ZSTD_compressBound(record.size()));
    const std::size_t size =
        ZSTD_compress2(context_.get(), batch.frames.data() + begin, batch.frames.size() - begin,
                       record.data(), record.size());
    if (ZSTD_isError(size) != 0) return Internal(std::string("zstd: ") + ZSTD_getErrorName(size));
    batch.frames.resize(begin + size);
    batch.sizes.push_back(size);
    return absl::OkStatus();
  }

  RecordAt record_at_;
  Context context_;
};

// Long enough that starting a thread for each costs nothing.
constexpr std::size_t kBatch = 512;

// The batches that follow `first`, one of each compressor, compressed side by side.
std::vector<Batch> CompressSome(std::vector<Compressor>& compressors, std::size_t first,
                                std::size_t count) {
  std::vector<std::future<Batch>> others;
  const auto compress = [&](std::size_t thread) {
    const std::size_t begin = std::min(count, first + thread * kBatch);
    return compressors[thread].Compress(begin, std::min(count, begin + kBatch));
  };
  for (std::size_t thread = 1; thread < compressors.size(); ++thread) {
    others.push_back(std::async(std::launch::async, compress, thread));
  }
  std::vector<Batch> batches;
  batches.push_back(compress(0));
  for (std::future<Batch>& other : others) batches.push_back(other.get());
  return batches;
}

}  // namespace

absl::Status WriteCompressedRecords(ArtefactWriter& writer,
                                    const CompressedRecordSections& sections,
                                    const RecordsToWrite& records, unsigned threads) {
  ASSIGN_OR_RETURN(const std::string dictionary, TrainDictionary(records.count, records.reader()));
  std::vector<Compressor> compressors;
  const std::size_t batches = std::max<std::size_t>(1, (records.count + kBatch - 1) / kBatch);
  for (std::size_t i = 0; i < std::clamp<std::size_t>(threads, 1, batches); ++i) {
    ASSIGN_OR_RETURN(Context context, MakeContext(dictionary));
    compressors.emplace_back(records.reader(), std::move(context));
  }
  std::vector<std::uint64_t> offsets = {0};
  offsets.reserve(records.count + 1);
  RETURN_IF_ERROR(writer.BeginSection(sections.frames, 1));
  for (std::size_t i = 0; i < records.count; i += kBatch * compressors.size()) {
    for (const Batch& batch : CompressSome(compressors, i, records.count)) {
      RETURN_IF_ERROR(batch.status);
      RETURN_IF_ERROR(writer.Append(std::as_bytes(std::span(batch.frames))));
      for (const std::size_t size : batch.sizes) offsets.push_back(offsets.back() + size);
    }
  }
  RETURN_IF_ERROR(writer.EndSection());
  RETURN_IF_ERROR(writer.AddColumn(sections.offsets, offsets));
  return writer.AddColumn(sections.dictionary, dictionary);
}

}  // namespace waypost
