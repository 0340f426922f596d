#pragma once

// Records of any bytes, each compressed by itself with a dictionary they all share, so that one can
// be read without its neighbours.
//
// Three sections: 64-bit offsets and the zstd frames they cut (a jagged column of bytes), and the
// dictionary (a blob, empty when there were too few records to train one). Every frame states its
// size. Reading:
//
//   ASSIGN_OR_RETURN(auto records, CompressedRecords::Open(artefact, kRecordSections));
//   ASSIGN_OR_RETURN(std::string json, records.Get(service.index()));
//
// A `CompressedRecords` is a view of its artefact and must not outlive it. `Get` is safe from any
// thread.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/core/status.h"
#include "engine/format/reader.h"
#include "engine/format/section_id.h"
#include "engine/format/writer.h"

namespace waypost {

struct CompressedRecordSections {
  SectionId offsets{};
  SectionId frames{};
  SectionId dictionary{};
};

// No record is longer; a frame that claims more is damaged. Protects the server's memory.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{16} << 20;

// The records to be written. `reader` makes what gives record i; every thread has one of its own,
// which is asked for records in ascending order.
struct RecordsToWrite {
  using RecordAt = std::function<absl::StatusOr<std::string>(std::size_t)>;
  std::size_t count = 0;
  std::function<RecordAt()> reader;
};

// Each record is asked for up to twice, once for a sample to train the dictionary, once to
// compress; it must be the same text. Memory: the sample (at most 8 MiB), 8 bytes a record, and
// some hundred records a thread. Deterministic, with any number of threads. Errors: InvalidArgument
// for a record over kMaxRecordBytes, else those of the readers and `writer`.
absl::Status WriteCompressedRecords(ArtefactWriter& writer,
                                    const CompressedRecordSections& sections,
                                    const RecordsToWrite& records, unsigned threads = 1);

class CompressedRecords {
 public:
  // With `count`, there must be exactly so many records.
  static absl::StatusOr<CompressedRecords> Open(const VerifiedArtefact& artefact,
                                                const CompressedRecordSections& sections,
                                                std::optional<std::size_t> count = {});

  CompressedRecords(CompressedRecords&&) noexcept;
  CompressedRecords& operator=(CompressedRecords&&) noexcept;
  ~CompressedRecords();

  std::size_t size() const;

  // DataLoss when the frame is not valid zstd or would grow over kMaxRecordBytes.
  // REQUIRES: ordinal < size().
  absl::StatusOr<std::string> Get(std::size_t ordinal) const;

 private:
  struct View;
  explicit CompressedRecords(std::unique_ptr<const View> view);
  std::unique_ptr<const View> view_;
};

}  // namespace waypost
