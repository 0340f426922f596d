#include "index_builder/spool/spooled_column.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/ids.h"
#include "engine/format/jagged_rows.h"
#include "tests/support/scratch_folder.h"

namespace waypost::spool {
namespace {

// What the columns of memory write is what those of the disk must write.
class SpooledColumnTest : public ::testing::TestWithParam<std::size_t> {
 protected:
  ScratchFolder scratch() const {
    return {.path = folder_.path().string(), .in_memory = GetParam()};
  }
  static std::vector<std::byte> Finished(ArtefactWriter& writer) {
    return writer.FinishToBytes().value();
  }

 private:
  waypost::testing::ScratchFolder folder_;
};

TEST_P(SpooledColumnTest, WritesWhatAColumnInMemoryWrites) {
  std::vector<DocId> values;
  SpooledColumn<DocId> spooled(scratch());
  for (std::uint32_t i = 0; i < 1000; ++i) {
    values.push_back(DocId(i * i));
    spooled.Add(values.back());
  }
  ArtefactWriter expected = ArtefactWriter::ToMemory();
  ASSERT_TRUE(expected.AddColumn(SectionId::kWordPostings, values).ok());
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  ASSERT_TRUE(spooled.Write(SectionId::kWordPostings, writer).ok());
  EXPECT_EQ(Finished(writer), Finished(expected));
}

TEST_P(SpooledColumnTest, WritesTheRowsThatMemoryWrites) {
  TextRows rows;
  SpooledTexts spooled(scratch());
  for (std::size_t i = 0; i < 300; ++i) {
    const std::string text(i % 7, static_cast<char>('a' + i % 26));
    rows.AddRow(text);
    spooled.AddRow(text);
  }
  ArtefactWriter expected = ArtefactWriter::ToMemory();
  ASSERT_TRUE(expected.AddJagged(SectionId::kWordOffsets, SectionId::kWords, rows).ok());
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  ASSERT_TRUE(spooled.Write(SectionId::kWordOffsets, SectionId::kWords, writer).ok());
  EXPECT_EQ(Finished(writer), Finished(expected));
}

TEST_P(SpooledColumnTest, AnEmptyColumnIsAnEmptySection) {
  ArtefactWriter expected = ArtefactWriter::ToMemory();
  ASSERT_TRUE(expected.AddColumn(SectionId::kWordPostings, std::vector<DocId>()).ok());
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  ASSERT_TRUE(SpooledColumn<DocId>(scratch()).Write(SectionId::kWordPostings, writer).ok());
  EXPECT_EQ(Finished(writer), Finished(expected));
}

INSTANTIATE_TEST_SUITE_P(InMemory, SpooledColumnTest, ::testing::Values(0, 100, 1 << 20));

TEST(SpooledColumn, MoreValuesThanOffsetsCanCountAreRefused) {
  SpooledRows<char, std::uint8_t> rows({});
  rows.AddRow(std::string(200, 'a'));
  rows.AddRow(std::string(200, 'b'));
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  const absl::Status status = rows.Write(SectionId::kWordOffsets, SectionId::kWords, writer);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(MessageOf(status), ::testing::HasSubstr("more of words than"));
}

TEST(SpooledColumn, AFailingFolderIsToldByWrite) {
  waypost::testing::ScratchFolder folder;
  SpooledColumn<DocId> column({.path = folder.Path("gone"), .in_memory = 0});
  column.Add(DocId(1));
  column.Add(DocId(2));
  ArtefactWriter writer = ArtefactWriter::ToMemory();
  EXPECT_EQ(column.Write(SectionId::kWordPostings, writer).code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace waypost::spool
