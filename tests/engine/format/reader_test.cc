#include "engine/format/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string_view>
#include <utility>
#include <vector>

#include "engine/format/jagged_rows.h"
#include "engine/format/writer.h"
#include "tests/engine/format/small_artefact.h"
#include "tests/support/damage.h"
#include "tests/support/scratch_folder.h"

namespace waypost {
namespace {

using testing::Bytes;
using ::testing::ElementsAre;
using testing::EntryOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::kEmpty;
using testing::kNumbers;
using testing::kOffsets;
using testing::kSectionsOfSmall;
using testing::kText;
using testing::kValues;
using testing::MendChecksums;
using testing::Row;
using testing::SectionBytes;
using testing::SetEntry;
using testing::SmallArtefact;

VerifiedArtefact OpenSmall() { return VerifiedArtefact::FromBytes(SmallArtefact()).value(); }

TEST(VerifiedArtefact, GivesBackWhatWasWritten) {
  const VerifiedArtefact artefact = OpenSmall();
  EXPECT_EQ(artefact.document_count(), 3U);
  EXPECT_EQ(artefact.sections().size(), kSectionsOfSmall);
  EXPECT_EQ(*artefact.Text(kText), "hello");
  EXPECT_THAT(*artefact.Column<std::uint64_t>(kNumbers), ElementsAre(1, 2, 3));
  EXPECT_THAT(*artefact.Column<std::uint32_t>(kEmpty), IsEmpty());

  Column<Row, std::uint64_t> numbers;
  ASSERT_TRUE(artefact.Read(kNumbers, numbers, 3).ok());
  EXPECT_EQ(numbers[Row(2)], 3U);

  JaggedColumn<Row, std::uint16_t> jagged;
  ASSERT_TRUE(artefact.Read(kOffsets, kValues, jagged, 3).ok());
  EXPECT_THAT(jagged[Row(0)], ElementsAre(10, 11));
  EXPECT_THAT(jagged[Row(1)], IsEmpty());
  EXPECT_THAT(jagged[Row(2)], ElementsAre(12));
  EXPECT_EQ(jagged.size(), 3U);
}

TEST(VerifiedArtefact, ReadsTextsAndWideOffsets) {
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  TextRows names;
  names.AddRow("Bath");
  names.AddRow("");
  names.AddRow("Ely");
  ASSERT_TRUE(writer.AddJagged(SectionId{1}, SectionId{2}, names).ok());
  JaggedRows<double, std::uint64_t> wide;
  wide.AddRow(std::vector<double>{0.5, -1.0});
  ASSERT_TRUE(writer.AddJagged(SectionId{3}, SectionId{4}, wide).ok());
  const auto artefact = VerifiedArtefact::FromBytes(writer.FinishToBytes().value());
  ASSERT_TRUE(artefact.ok()) << artefact.status();

  TextColumn<Row> texts;
  ASSERT_TRUE(artefact->Read(SectionId{1}, SectionId{2}, texts).ok());
  EXPECT_EQ(texts.size(), 3U);
  EXPECT_EQ(texts[Row(0)], "Bath");
  EXPECT_EQ(texts[Row(1)], "");
  EXPECT_EQ(texts[Row(2)], "Ely");
  JaggedColumn<Row, double, std::uint64_t> doubles;
  ASSERT_TRUE(artefact->Read(SectionId{3}, SectionId{4}, doubles).ok());
  EXPECT_THAT(doubles[Row(0)], ElementsAre(0.5, -1.0));
}

TEST(VerifiedArtefact, AlignsSectionsInMemory) {
  const VerifiedArtefact artefact = OpenSmall();
  for (const SectionInfo& section : artefact.sections()) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(artefact.bytes().data() + section.offset) % 64, 0U);
  }
}

TEST(VerifiedArtefact, KeepsViewsValidWhenMoved) {
  VerifiedArtefact artefact = OpenSmall();
  const std::string_view text = *artefact.Text(kText);
  const VerifiedArtefact moved = std::move(artefact);
  EXPECT_EQ(text, "hello");
  EXPECT_EQ(moved.Text(kText)->data(), text.data());
}

TEST(VerifiedArtefact, CanBeReadThroughItsDescriptor) {
  const VerifiedArtefact artefact = OpenSmall();
  char buffer[6] = {};
  const auto offset = static_cast<off_t>(artefact.Find(kText)->offset);
  ASSERT_EQ(::pread(artefact.descriptor(), buffer, 5, offset), 5);
  EXPECT_STREQ(buffer, "hello");
}

TEST(VerifiedArtefact, OpensAFile) {
  const testing::ScratchFolder folder;
  testing::WriteFile(folder.Path("a.waypost"), SmallArtefact());
  const auto artefact = VerifiedArtefact::Open(folder.Path("a.waypost"));
  ASSERT_TRUE(artefact.ok()) << artefact.status();
  EXPECT_EQ(*artefact->Text(kText), "hello");
  EXPECT_EQ(VerifiedArtefact::Open(folder.Path("none")).status().code(),
            absl::StatusCode::kNotFound);
}

TEST(VerifiedArtefact, SaysThatASectionIsMissing) {
  const VerifiedArtefact artefact = OpenSmall();
  const absl::Status status = artefact.Blob(SectionId{77}).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(MessageOf(status), HasSubstr("(memory): has no section"));
  EXPECT_THAT(MessageOf(status), HasSubstr("rebuild"));
  EXPECT_EQ(artefact.Find(SectionId{77}), std::nullopt);
}

TEST(VerifiedArtefact, SaysThatASectionHasAnotherVersion) {
  Bytes bytes = SmallArtefact();
  DirectoryEntry entry = EntryOf(bytes, 0);
  entry.section_version = 2;
  SetEntry(bytes, 0, entry);
  MendChecksums(bytes);
  const VerifiedArtefact newer = VerifiedArtefact::FromBytes(bytes).value();
  EXPECT_EQ(newer.Text(kText).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(MessageOf(newer.Text(kText).status()), HasSubstr("upgrade this program"));

  entry.section_version = 0;
  SetEntry(bytes, 0, entry);
  MendChecksums(bytes);
  const VerifiedArtefact older = VerifiedArtefact::FromBytes(bytes).value();
  EXPECT_THAT(MessageOf(older.Text(kText).status()), HasSubstr("rebuild it"));
}

TEST(VerifiedArtefact, RefusesElementsOfAnotherSize) {
  const VerifiedArtefact artefact = OpenSmall();
  EXPECT_EQ(artefact.Column<std::uint32_t>(kNumbers).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(artefact.Blob(kNumbers).status().code(), absl::StatusCode::kDataLoss);
}

TEST(VerifiedArtefact, RefusesAnotherNumberOfRows) {
  const VerifiedArtefact artefact = OpenSmall();
  Column<Row, std::uint64_t> numbers;
  EXPECT_EQ(artefact.Read(kNumbers, numbers, 4).code(), absl::StatusCode::kDataLoss);
  EXPECT_TRUE(numbers.empty());
  JaggedColumn<Row, std::uint16_t> jagged;
  EXPECT_EQ(artefact.Read(kOffsets, kValues, jagged, 2).code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(artefact.Read(kEmpty, kValues, jagged).code(), absl::StatusCode::kDataLoss);
}

// The offsets 0, 2, 2, 3 with one of them changed and the checksum mended.
TEST(VerifiedArtefact, RefusesOffsetsThatMakeNoSense) {
  const std::pair<std::size_t, std::uint32_t> kChanges[] = {{0, 1}, {1, 4}, {1, 3},         {2, 1},
                                                            {3, 2}, {3, 4}, {1, 0xFFFFFFFF}};
  for (const auto& [index, value] : kChanges) {
    Bytes bytes = SmallArtefact();
    const std::span<std::byte> offsets = SectionBytes(bytes, kOffsets);
    ASSERT_EQ(offsets.size(), 16U);
    std::memcpy(offsets.data() + index * 4, &value, 4);
    MendChecksums(bytes);
    const VerifiedArtefact artefact = VerifiedArtefact::FromBytes(bytes).value();
    JaggedColumn<Row, std::uint16_t> jagged;
    const absl::Status status = artefact.Read(kOffsets, kValues, jagged);
    EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss) << index << " " << value;
    EXPECT_TRUE(jagged.empty());
  }
}

}  // namespace
}  // namespace waypost
