#include "engine/format/artefact_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "engine/format/writer.h"
#include "tests/engine/format/small_artefact.h"
#include "tests/support/damage.h"
#include "tests/support/random_seed.h"

namespace waypost {
namespace {

using ::testing::AllOf;
using testing::Bytes;
using testing::EntryOf;
using testing::FlipBit;
using ::testing::HasSubstr;
using testing::HeaderOf;
using testing::kNumbers;
using testing::kSectionsOfSmall;
using testing::kText;
using testing::MendChecksums;
using testing::SectionBytes;
using testing::SetEntry;
using testing::SetHeader;
using testing::SmallArtefact;

// From a heap block of exactly that size, so that AddressSanitizer sees one byte too many.
absl::Status Verify(std::span<const std::byte> bytes, int threads = 1) {
  const auto block = std::make_unique<std::byte[]>(bytes.size());
  std::ranges::copy(bytes, block.get());
  return VerifyArtefact("county.waypost", {block.get(), bytes.size()}, {.threads = threads})
      .status();
}

Bytes BytesOf(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
  return {bytes.begin(), bytes.end()};
}

MATCHER_P2(FailsWith, code, text, "") {
  *result_listener << arg;
  return arg.code() == code && MessageOf(arg).find(text) != std::string::npos &&
         MessageOf(arg).find("county.waypost") != std::string::npos;
}

constexpr auto kDamaged = absl::StatusCode::kDataLoss;
constexpr auto kForeign = absl::StatusCode::kInvalidArgument;
constexpr auto kOtherVersion = absl::StatusCode::kFailedPrecondition;

TEST(VerifyArtefact, AcceptsAWholeArtefactOnAnyNumberOfThreads) {
  for (const int threads : {-1, 0, 1, 2, 64}) {
    EXPECT_TRUE(Verify(SmallArtefact(), threads).ok()) << threads;
  }
  EXPECT_TRUE(Verify(ArtefactWriter::ToMemory().FinishToBytes().value()).ok());
}

TEST(VerifyArtefact, ListsTheSectionsInFileOrder) {
  const Bytes bytes = SmallArtefact();
  const ArtefactLayout layout = VerifyArtefact("a", bytes).value();
  ASSERT_EQ(layout.sections.size(), kSectionsOfSmall);
  EXPECT_EQ(layout.sections[0].id, kText);
  EXPECT_EQ(layout.sections[0].offset, 64U);
  EXPECT_EQ(layout.sections[0].length, 5U);
  EXPECT_EQ(layout.sections[1].id, kNumbers);
  EXPECT_EQ(layout.sections[1].element_size, 8U);
  EXPECT_EQ(layout.sections[1].element_count, 3U);
}

TEST(VerifyArtefact, TellsForeignFilesApart) {
  const Bytes zip =
      BytesOf("PK\x03\x04 and so on, long enough to hold a whole header of 64 bytes.......");
  EXPECT_THAT(Verify(zip), FailsWith(kForeign, "not a Waypost artefact"));
  EXPECT_THAT(Verify(BytesOf("{}")), FailsWith(kForeign, "not a Waypost artefact"));
  EXPECT_THAT(Verify(Bytes(1000)), FailsWith(kForeign, "waypost-index"));
}

TEST(VerifyArtefact, SaysThatAFileIsEmptyOrCut) {
  EXPECT_THAT(Verify({}), FailsWith(kDamaged, "the file is empty"));
  EXPECT_THAT(Verify(BytesOf("\x89WP")), FailsWith(kDamaged, "cut off after 3 bytes"));
}

TEST(VerifyArtefact, RecognisesATextModeTransfer) {
  const Bytes bytes = SmallArtefact();
  Bytes without_returns = bytes;
  std::erase(without_returns, std::byte{'\r'});
  EXPECT_THAT(Verify(without_returns), FailsWith(kDamaged, "text-mode"));
  Bytes seven_bits = bytes;
  for (std::byte& byte : seven_bits) byte &= std::byte{0x7F};
  // The first byte becomes a tab, which is as foreign as it gets, but the name still stands.
  EXPECT_THAT(Verify(seven_bits), FailsWith(kDamaged, "text-mode"));
}

TEST(VerifyArtefact, TellsTooNewFromTooOld) {
  Bytes bytes = SmallArtefact();
  FileHeader header = HeaderOf(bytes);
  header.format_major = kFormatMajor + 1;
  SetHeader(bytes, header);
  EXPECT_THAT(Verify(bytes), FailsWith(kDamaged, "header"));  // unless the checksum agrees
  MendChecksums(bytes);
  EXPECT_THAT(Verify(bytes), FailsWith(kOtherVersion, "too new; upgrade this program"));
  header.format_major = kOldestReadableMajor - 1;
  SetHeader(bytes, header);
  MendChecksums(bytes);
  EXPECT_THAT(Verify(bytes), FailsWith(kOtherVersion, "too old; rebuild it"));
}

// A later major version may move everything but magic, byte order, versions and header checksum.
TEST(VerifyArtefact, TellsTooNewWhateverTheRestOfTheHeaderSays) {
  Bytes bytes = SmallArtefact();
  FileHeader header = HeaderOf(bytes);
  header.format_major = 9;
  header.file_size = 0;
  header.directory_offset = ~std::uint64_t{0};
  SetHeader(bytes, header);
  MendChecksums(bytes);
  EXPECT_THAT(Verify(bytes), FailsWith(kOtherVersion, "format 9.0, this program reads 1 to 1"));
}

TEST(VerifyArtefact, AcceptsANewerMinorVersion) {
  Bytes bytes = SmallArtefact();
  FileHeader header = HeaderOf(bytes);
  header.format_minor = kFormatMinor + 1;
  SetHeader(bytes, header);
  MendChecksums(bytes);
  EXPECT_TRUE(Verify(bytes).ok());
}

TEST(VerifyArtefact, RefusesAnotherByteOrder) {
  Bytes bytes = SmallArtefact();
  FileHeader header = HeaderOf(bytes);
  header.byte_order = 0x04030201;
  SetHeader(bytes, header);
  MendChecksums(bytes);
  EXPECT_THAT(Verify(bytes), FailsWith(kDamaged, "byte order"));
}

// Every bit of the file, with no checksum mended: nothing goes unnoticed, padding included.
TEST(VerifyArtefact, NoticesEveryFlippedBit) {
  const Bytes whole = SmallArtefact();
  for (std::size_t byte = 0; byte < whole.size(); ++byte) {
    for (int bit = 0; bit < 8; ++bit) {
      Bytes bytes = whole;
      FlipBit(bytes, byte, bit);
      const absl::Status status = Verify(bytes);
      ASSERT_FALSE(status.ok()) << "byte " << byte << ", bit " << bit;
      ASSERT_TRUE(status.code() == kDamaged || (byte < 8 && status.code() == kForeign)) << status;
    }
  }
}

TEST(VerifyArtefact, NamesTheDamagedSectionOnAnyNumberOfThreads) {
  Bytes bytes = SmallArtefact();
  SectionBytes(bytes, kText)[4] ^= std::byte{1};
  SectionBytes(bytes, kNumbers)[0] ^= std::byte{1};
  for (const int threads : {1, 2, 8}) {
    EXPECT_THAT(Verify(bytes, threads),
                FailsWith(kDamaged, "section manifest (1), byte 64: checksum differs; copy"));
  }
}

// With the checksums mended, a flipped bit in header or directory is either harmless (another minor
// version, id, document count, ...) or refused; it never reads outside the file.
TEST(VerifyArtefact, SurvivesEveryFlippedBitOfTheStructureWithChecksumsMended) {
  const Bytes whole = SmallArtefact();
  const std::size_t directory = HeaderOf(whole).directory_offset;
  std::set<std::size_t> accepted;
  for (std::size_t byte = 0; byte < whole.size(); ++byte) {
    if (byte >= sizeof(FileHeader) && byte < directory) continue;
    for (int bit = 0; bit < 8; ++bit) {
      Bytes bytes = whole;
      FlipBit(bytes, byte, bit);
      MendChecksums(bytes);
      if (Verify(bytes).ok()) accepted.insert(byte < directory ? byte : (byte - directory) % 64);
    }
  }
  // Header: minor version, build id, documents, and the checksums that were just mended. Entries:
  // id, version, checksum. All else is checked.
  for (const std::size_t at : accepted) {
    const bool in_header = (at >= 14 && at < 16) || (at >= 32 && at < 48) || at >= 52;
    const bool in_entry = at < 6 || (at >= 36 && at < 40);
    EXPECT_TRUE(in_header || in_entry) << at;
  }
}

TEST(VerifyArtefact, NoticesEveryCut) {
  const Bytes whole = SmallArtefact();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const absl::Status status = Verify(std::span(whole).first(size));
    ASSERT_EQ(status.code(), kDamaged) << size << ": " << status;
    ASSERT_THAT(MessageOf(status), ::testing::AnyOf(HasSubstr("cut off"), HasSubstr("empty")));
  }
}

// Cut at every boundary and a byte beside it, and the header made to agree.
TEST(VerifyArtefact, NoticesCutsWithSizesAndChecksumsMended) {
  const Bytes whole = SmallArtefact();
  std::vector<std::size_t> boundaries = {64, HeaderOf(whole).directory_offset};
  for (std::size_t i = 0; i < kSectionsOfSmall; ++i) {
    const DirectoryEntry entry = EntryOf(whole, i);
    boundaries.push_back(entry.offset);
    boundaries.push_back(entry.offset + entry.length);
    boundaries.push_back(HeaderOf(whole).directory_offset + 64 * i);
  }
  for (const std::size_t boundary : boundaries) {
    for (const std::size_t size : {boundary - 1, boundary, boundary + 1}) {
      Bytes bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
      FileHeader header = HeaderOf(bytes);
      header.file_size = size;
      SetHeader(bytes, header);
      MendChecksums(bytes);
      EXPECT_EQ(Verify(bytes).code(), kDamaged) << size;
    }
  }
}

TEST(VerifyArtefact, NoticesBytesAfterTheEnd) {
  Bytes bytes = SmallArtefact();
  bytes.push_back(std::byte{0});
  EXPECT_THAT(Verify(bytes), FailsWith(kDamaged, "1 bytes after its end"));
}

struct EntryChange {
  const char* what;
  void (*change)(DirectoryEntry&);
  const char* message;
};

class VerifyArtefactEntry : public ::testing::TestWithParam<EntryChange> {};

// The second entry, of the numbers, changed and the checksums mended.
TEST_P(VerifyArtefactEntry, IsRefused) {
  Bytes bytes = SmallArtefact();
  DirectoryEntry entry = EntryOf(bytes, 1);
  GetParam().change(entry);
  SetEntry(bytes, 1, entry);
  MendChecksums(bytes);
  EXPECT_THAT(Verify(bytes), FailsWith(kDamaged, GetParam().message));
}

constexpr std::uint64_t kHuge = ~std::uint64_t{0} - 63;

INSTANTIATE_TEST_SUITE_P(
    Changes, VerifyArtefactEntry,
    ::testing::Values(
        EntryChange{"Overlap", [](DirectoryEntry& e) { e.offset -= 64; }, "should start at"},
        EntryChange{"Gap", [](DirectoryEntry& e) { e.offset += 64; }, "should start at"},
        EntryChange{"Unaligned", [](DirectoryEntry& e) { e.offset += 8; }, "should start at"},
        EntryChange{"FarOffset", [](DirectoryEntry& e) { e.offset = kHuge; }, "should start at"},
        EntryChange{"TooLong", [](DirectoryEntry& e) { e.length = 8 * (e.element_count = 100); },
                    "reaches beyond"},
        EntryChange{"HugeLength",
                    [](DirectoryEntry& e) { e.length = 8 * (e.element_count = kHuge / 8); },
                    "reaches beyond"},
        EntryChange{"TooShort", [](DirectoryEntry& e) { e.length = 8 * (e.element_count = 2); },
                    "padding is not zero"},
        EntryChange{"NoElementSize", [](DirectoryEntry& e) { e.element_size = 0; },
                    "element size 0"},
        EntryChange{"OtherElementSize", [](DirectoryEntry& e) { e.element_size = 7; }, "disagree"},
        EntryChange{"OtherCount", [](DirectoryEntry& e) { e.element_count = 4; }, "disagree"},
        EntryChange{"OverflowingCount",
                    [](DirectoryEntry& e) { e.element_count = (std::uint64_t{1} << 61) + 3; },
                    "disagree"},
        EntryChange{"Flags", [](DirectoryEntry& e) { e.flags = 1; }, "unknown flags"},
        EntryChange{"Reserved", [](DirectoryEntry& e) { e.reserved[23] = 1; }, "reserved"},
        EntryChange{"SameId", [](DirectoryEntry& e) { e.section_id = 1; },
                    "two sections with this number"}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(VerifyArtefact, NoticesSectionCountsThatDisagree) {
  for (const std::uint32_t count : {0U, 4U, 6U, 0xFFFFFFFFU}) {
    Bytes bytes = SmallArtefact();
    FileHeader header = HeaderOf(bytes);
    header.section_count = count;
    SetHeader(bytes, header);
    MendChecksums(bytes);
    EXPECT_EQ(Verify(bytes).code(), kDamaged) << count;
  }
}

// Runs of random harm, half of them with checksums mended: never a crash, never a read outside.
TEST(VerifyArtefact, SurvivesRandomDamage) {
  std::mt19937_64 random = testing::MakeRandom();
  const Bytes whole = SmallArtefact();
  for (int round = 0; round < 20000; ++round) {
    Bytes bytes = whole;
    if (random() % 4 == 0) bytes.resize(random() % (bytes.size() + 100));
    for (std::uint64_t i = 0; i < 1 + random() % 8 && !bytes.empty(); ++i) {
      bytes[random() % bytes.size()] = static_cast<std::byte>(random());
    }
    if (random() % 2 == 0) MendChecksums(bytes);
    Verify(bytes).IgnoreError();
  }
}

}  // namespace
}  // namespace waypost
