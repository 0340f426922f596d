#include "engine/format/writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <string_view>

#include "engine/format/jagged_rows.h"
#include "engine/format/reader.h"
#include "tests/engine/format/small_artefact.h"
#include "tests/support/damage.h"
#include "tests/support/scratch_folder.h"

namespace waypost {
namespace {

using testing::Bytes;
using testing::EntryOf;
using ::testing::HasSubstr;
using testing::HeaderOf;
using testing::kNumbers;
using testing::kText;
using testing::ReadFile;
using testing::ScratchFolder;
using testing::SmallArtefact;

// Written out by hand from FORMAT.md: one section "hello" at byte 64, directory at 128.
TEST(ArtefactWriter, WritesTheBytesOfTheFormatDescription) {
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  writer.SetDocumentCount(7);
  ASSERT_TRUE(writer.AddColumn(kText, std::string_view("hello")).ok());
  const Bytes bytes = writer.FinishToBytes().value();
  ASSERT_EQ(bytes.size(), 192U);
  const auto number = [&](std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data() + at, size);
    return value;
  };
  EXPECT_EQ(std::memcmp(bytes.data(), "\x89WPT\r\n\x1A\n\x04\x03\x02\x01", 12), 0);
  EXPECT_EQ(number(12, 2), 1U);    // major
  EXPECT_EQ(number(14, 2), 0U);    // minor
  EXPECT_EQ(number(16, 8), 192U);  // file size
  EXPECT_EQ(number(24, 8), 128U);  // directory offset
  EXPECT_EQ(number(48, 4), 1U);    // sections
  EXPECT_EQ(number(52, 4), 7U);    // documents
  EXPECT_EQ(std::memcmp(bytes.data() + 64, "hello\0\0\0", 8), 0);
  EXPECT_EQ(number(128, 4), 1U);           // section id
  EXPECT_EQ(number(132, 2), 1U);           // layout version
  EXPECT_EQ(number(134, 2), 0U);           // flags
  EXPECT_EQ(number(136, 8), 64U);          // offset
  EXPECT_EQ(number(144, 8), 5U);           // length
  EXPECT_EQ(number(152, 8), 5U);           // elements
  EXPECT_EQ(number(160, 4), 1U);           // element size
  EXPECT_EQ(number(164, 4), 0x9A71BB4CU);  // CRC32C of "hello"
  EXPECT_EQ(number(168, 8) + number(176, 8) + number(184, 8), 0U);
}

TEST(ArtefactWriter, WritesTheSameBytesTwiceAndToAFileAsToMemory) {
  const ScratchFolder folder;
  const auto write = [&](ArtefactWriter writer) {
    writer.SetDocumentCount(3);
    writer.AddColumn(kText, std::string_view("hello")).IgnoreError();
    return writer;
  };
  auto to_file = ArtefactWriter::ToFile(folder.Path("a.waypost"));
  ASSERT_TRUE(to_file.ok()) << to_file.status();
  ArtefactWriter file_writer = write(std::move(*to_file));
  EXPECT_FALSE(std::filesystem::exists(folder.Path("a.waypost")));
  ASSERT_TRUE(file_writer.Finish().ok());
  const Bytes one = write(ArtefactWriter::ToMemory()).FinishToBytes().value();
  const Bytes two = write(ArtefactWriter::ToMemory()).FinishToBytes().value();
  EXPECT_EQ(one, two);
  const std::string file = ReadFile(folder.Path("a.waypost"));
  EXPECT_EQ(std::string_view(reinterpret_cast<const char*>(one.data()), one.size()), file);
  EXPECT_EQ(folder.Count(), 1U);
  EXPECT_EQ(SmallArtefact(), SmallArtefact());
}

TEST(ArtefactWriter, WritesPiecesAsOneSection) {
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  writer.SetDocumentCount(3);
  ASSERT_TRUE(writer.BeginSection(kText, 1).ok());
  for (const char* piece : {"he", "", "llo"}) {
    ASSERT_TRUE(writer.Append(std::as_bytes(std::span(piece, std::strlen(piece)))).ok());
  }
  ASSERT_TRUE(writer.EndSection().ok());
  const Bytes pieces = writer.FinishToBytes().value();

  ArtefactWriter whole = ArtefactWriter::ToMemory();
  whole.SetDocumentCount(3);
  ASSERT_TRUE(whole.AddColumn(kText, std::string_view("hello")).ok());
  EXPECT_EQ(pieces, whole.FinishToBytes().value());
}

TEST(ArtefactWriter, ChangesTheBuildIdWithAnyContent) {
  const auto id_of = [](SectionId id, std::string_view text, std::uint32_t documents) {
    ArtefactWriter writer = ArtefactWriter::ToMemory();
    writer.SetDocumentCount(documents);
    writer.AddColumn(id, text).IgnoreError();
    EXPECT_TRUE(writer.Finish().ok());
    return writer.build_id();
  };
  const BuildId id = id_of(kText, "hello", 3);
  EXPECT_EQ(id_of(kText, "hello", 3), id);
  EXPECT_NE(id_of(kText, "hellp", 3), id);
  EXPECT_NE(id_of(kText, "hello", 4), id);
  EXPECT_NE(id_of(SectionId{2}, "hello", 3), id);
  EXPECT_NE(id_of(kText, "hello ", 3), id);
}

TEST(ArtefactWriter, PutsTheBuildIdInTheHeader) {
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  const Bytes bytes = writer.FinishToBytes().value();
  EXPECT_EQ(HeaderOf(bytes).build_id, writer.build_id());
  EXPECT_EQ(bytes.size(), 64U);
}

TEST(ArtefactWriter, LeavesNothingBehindWithoutFinish) {
  const ScratchFolder folder;
  {
    auto writer = ArtefactWriter::ToFile(folder.Path("a.waypost"));
    ASSERT_TRUE(writer.ok());
    ASSERT_TRUE(writer->AddColumn(kText, std::string_view("hello")).ok());
  }
  EXPECT_EQ(folder.Count(), 0U);
}

TEST(ArtefactWriter, KeepsItsFirstErrorAndMakesNoFile) {
  const ScratchFolder folder;
  {
    auto writer = ArtefactWriter::ToFile(folder.Path("a.waypost"));
    ASSERT_TRUE(writer.ok());
    ASSERT_TRUE(writer->AddColumn(kText, std::string_view("hello")).ok());
    const absl::Status twice = writer->AddColumn(kText, std::string_view("again"));
    EXPECT_EQ(twice.code(), absl::StatusCode::kInternal);
    EXPECT_THAT(MessageOf(twice), HasSubstr("manifest (1) twice"));
    EXPECT_EQ(writer->AddColumn(kNumbers, std::vector<int>{1}), twice);
    EXPECT_EQ(writer->Finish(), twice);
  }
  EXPECT_EQ(folder.Count(), 0U);
}

TEST(ArtefactWriter, RefusesCallsOutOfOrder) {
  const auto fails = [](auto&& steps) {
    ArtefactWriter writer = ArtefactWriter::ToMemory();
    steps(writer);
    return writer.Finish().code() == absl::StatusCode::kInternal;
  };
  EXPECT_TRUE(fails([](ArtefactWriter& w) { w.Append({}).IgnoreError(); }));
  EXPECT_TRUE(fails([](ArtefactWriter& w) { w.EndSection().IgnoreError(); }));
  EXPECT_TRUE(fails([](ArtefactWriter& w) { w.BeginSection(kText, 1).IgnoreError(); }));
  EXPECT_TRUE(fails([](ArtefactWriter& w) { w.BeginSection(kText, 0).IgnoreError(); }));
  EXPECT_TRUE(fails([](ArtefactWriter& w) { w.Finish().IgnoreError(); }));
  EXPECT_TRUE(fails([](ArtefactWriter& w) {
    w.AddSection(kText, 4, std::as_bytes(std::span("12345", 5))).IgnoreError();
  }));
  EXPECT_TRUE(fails([](ArtefactWriter& w) {
    JaggedRows<int> rows;
    rows.Add(1);  // a row without end
    w.AddJagged(kText, kNumbers, rows).IgnoreError();
  }));
  EXPECT_FALSE(fails([](ArtefactWriter&) {}));
}

}  // namespace
}  // namespace waypost
