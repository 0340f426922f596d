#include "engine/format/compressed_records.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/damage.h"
#include "tests/support/random_seed.h"

namespace waypost {
namespace {

using testing::Bytes;
using ::testing::HasSubstr;
using testing::MendChecksums;
using testing::SectionBytes;

constexpr CompressedRecordSections kSections = {
    .offsets = SectionId{9001}, .frames = SectionId{9002}, .dictionary = SectionId{9003}};

RecordsToWrite All(const std::vector<std::string>& records) {
  return {.count = records.size(), .reader = [&records] {
            return
                [&records](std::size_t i) -> absl::StatusOr<std::string> { return records.at(i); };
          }};
}

absl::StatusOr<Bytes> Write(const std::vector<std::string>& records, unsigned threads = 1) {
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  RETURN_IF_ERROR(WriteCompressedRecords(writer, kSections, All(records), threads));
  return writer.FinishToBytes();
}

// Like service records: much in common, something of their own.
std::vector<std::string> ManyRecords(std::size_t count) {
  std::mt19937_64 random = testing::MakeRandom();
  std::vector<std::string> records;
  for (std::size_t i = 0; i < count; ++i) {
    records.push_back("{\"id\":\"" + std::to_string(random()) + "\",\"name\":\"Lunch club " +
                      std::to_string(i) + "\",\"status\":\"active\",\"description\":\"A warm " +
                      "meal and company every " + (i % 2 == 0 ? "Monday" : "Friday") + "\"}");
  }
  return records;
}

void ExpectRoundTrip(const std::vector<std::string>& records) {
  const auto artefact = VerifiedArtefact::FromBytes(Write(records).value());
  ASSERT_TRUE(artefact.ok()) << artefact.status();
  const auto stored = CompressedRecords::Open(*artefact, kSections, records.size());
  ASSERT_TRUE(stored.ok()) << stored.status();
  ASSERT_EQ(stored->size(), records.size());
  for (std::size_t i = records.size(); i-- > 0;) {
    const auto record = stored->Get(i);
    ASSERT_TRUE(record.ok()) << record.status();
    ASSERT_EQ(*record, records[i]);
  }
}

TEST(CompressedRecords, GivesBackFewRecords) {
  ExpectRoundTrip({});
  ExpectRoundTrip({"one"});
  ExpectRoundTrip({"", std::string("\0\xFF", 2), std::string(100000, 'x'), ""});
}

TEST(CompressedRecords, GivesBackManyRecords) { ExpectRoundTrip(ManyRecords(2000)); }

TEST(CompressedRecords, AnyNumberOfThreadsWritesTheSame) {
  for (std::size_t count : {0, 1, 511, 512, 513, 3000}) {
    const std::vector<std::string> records = ManyRecords(count);
    EXPECT_EQ(Write(records, 2).value(), Write(records).value());
    EXPECT_EQ(Write(records, 3).value(), Write(records).value());
  }
}

TEST(CompressedRecords, WritesNoDictionaryWhereNoneCanBeTrained) {
  ExpectRoundTrip(std::vector<std::string>(500, ""));
  ExpectRoundTrip(std::vector<std::string>(500, "x"));
  ExpectRoundTrip(std::vector<std::string>(500, std::string(200, 'x')));
  std::mt19937_64 random = testing::MakeRandom();
  std::vector<std::string> noise(200);
  for (std::string& record : noise) {
    for (int i = 0; i < 50; ++i) record += static_cast<char>(random());
  }
  ExpectRoundTrip(noise);
}

TEST(CompressedRecords, IsSmallerWithItsDictionary) {
  const std::vector<std::string> records = ManyRecords(2000);
  Bytes bytes = Write(records).value();
  EXPECT_GT(SectionBytes(bytes, kSections.dictionary).size(), 1000U);
  // About 140 bytes each; a frame of its own would still need about 130.
  EXPECT_LT(SectionBytes(bytes, kSections.frames).size(), 2000U * 60);
}

TEST(CompressedRecords, WritesTheSameBytesTwice) {
  const std::vector<std::string> records = ManyRecords(2000);
  EXPECT_EQ(Write(records).value(), Write(records).value());
}

TEST(CompressedRecords, PassesErrorsOfTheRecordsOn) {
  for (unsigned threads : {1U, 2U}) {
    ArtefactWriter writer = ArtefactWriter::ToMemory();
    // Not in the batch of the first thread.
    const auto gone = [](std::size_t i) -> absl::StatusOr<std::string> {
      return i == 600 ? absl::StatusOr<std::string>(NotFound("gone")) : "here";
    };
    const absl::Status status = WriteCompressedRecords(
        writer, kSections, {.count = 1100, .reader = [&] { return gone; }}, threads);
    EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  }
}

TEST(CompressedRecords, RefusesARecordOverTheBound) {
  EXPECT_EQ(Write({std::string(kMaxRecordBytes + 1, 'x')}).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(CompressedRecords, StaysReadableWhenTheArtefactIsMoved) {
  VerifiedArtefact artefact = VerifiedArtefact::FromBytes(Write({"one", "two"}).value()).value();
  const CompressedRecords stored = CompressedRecords::Open(artefact, kSections).value();
  const VerifiedArtefact moved = std::move(artefact);
  EXPECT_EQ(*stored.Get(1), "two");
}

// Every bit of the frames and of the dictionary flipped, checksums mended: an error or other text,
// never a crash and never more than the bound.
TEST(CompressedRecords, SurvivesEveryFlippedBit) {
  const std::vector<std::string> records = ManyRecords(100);
  const Bytes whole = Write(records).value();
  std::size_t refused = 0;
  for (const SectionId section : {kSections.frames, kSections.dictionary, kSections.offsets}) {
    Bytes bytes = whole;
    const std::size_t size = SectionBytes(bytes, section).size();
    for (std::size_t byte = 0; byte < size; byte += 1 + size / 200) {
      bytes = whole;
      SectionBytes(bytes, section)[byte] ^= std::byte{1} << (byte % 8);
      MendChecksums(bytes);
      const auto artefact = VerifiedArtefact::FromBytes(bytes);
      ASSERT_TRUE(artefact.ok()) << artefact.status();
      const auto stored = CompressedRecords::Open(*artefact, kSections, records.size());
      if (!stored.ok()) {
        EXPECT_EQ(stored.status().code(), absl::StatusCode::kDataLoss);
        ++refused;
        continue;
      }
      for (std::size_t i = 0; i < stored->size(); ++i) {
        if (!stored->Get(i).ok()) ++refused;
      }
    }
  }
  EXPECT_GT(refused, 100U);
}

// A frame may claim any size: a small one that unpacks to 64 MiB of zeros is refused unread.
TEST(CompressedRecords, RefusesAFrameThatGrowsOverTheBound) {
  const std::string zeros(std::size_t{64} << 20, '\0');
  std::string frame(ZSTD_compressBound(zeros.size()), '\0');
  frame.resize(ZSTD_compress(frame.data(), frame.size(), zeros.data(), zeros.size(), 1));
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  writer.AddColumn(kSections.offsets, std::vector<std::uint64_t>{0, frame.size()}).IgnoreError();
  writer.AddColumn(kSections.frames, frame).IgnoreError();
  writer.AddColumn(kSections.dictionary, std::string()).IgnoreError();
  const auto artefact = VerifiedArtefact::FromBytes(writer.FinishToBytes().value());
  ASSERT_TRUE(artefact.ok()) << artefact.status();
  const absl::Status status = CompressedRecords::Open(*artefact, kSections)->Get(0).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
  EXPECT_THAT(MessageOf(status), HasSubstr("record 0: claims 67108864 bytes"));
}

}  // namespace
}  // namespace waypost
