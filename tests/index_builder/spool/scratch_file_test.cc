#include "index_builder/spool/scratch_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace waypost::spool {
namespace {

using ::testing::HasSubstr;

std::vector<std::byte> Counting(std::size_t size, unsigned first = 0) {
  std::vector<std::byte> bytes(size);
  for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(first + i);
  return bytes;
}

// Pieces of many sizes, on both sides of what stays in memory.
std::vector<std::byte> Filled(ScratchFile& file) {
  std::vector<std::byte> all;
  for (std::size_t size : {1, 9, 10, 0, 3, 40, 2, 25, 7}) {
    const auto piece = Counting(size, static_cast<unsigned>(all.size()));
    EXPECT_TRUE(file.Append(piece).ok());
    all.insert(all.end(), piece.begin(), piece.end());
  }
  return all;
}

void ExpectHolds(const ScratchFile& file, const std::vector<std::byte>& all) {
  ASSERT_EQ(file.size(), all.size());
  for (std::size_t begin = 0; begin <= all.size(); ++begin) {
    for (std::size_t end = begin; end <= all.size(); ++end) {
      std::vector<std::byte> read(end - begin);
      ASSERT_TRUE(file.Read(begin, read).ok());
      ASSERT_TRUE(
          std::equal(read.begin(), read.end(), all.begin() + static_cast<std::ptrdiff_t>(begin)));
    }
  }
}

TEST(ScratchFile, GivesBackWhatMemoryHolds) {
  ScratchFile file({});
  ExpectHolds(file, Filled(file));
  EXPECT_TRUE(file.in_memory());
}

TEST(ScratchFile, GivesBackWhatLiesInTheFileAndBehindIt) {
  waypost::testing::ScratchFolder folder;
  ScratchFile file({.path = folder.path().string(), .in_memory = 10});
  ExpectHolds(file, Filled(file));
  EXPECT_FALSE(file.in_memory());
}

TEST(ScratchFile, LeavesNothingInItsFolder) {
  waypost::testing::ScratchFolder folder;
  ScratchFile file({.path = folder.path().string(), .in_memory = 0});
  ASSERT_TRUE(file.Append(Counting(100)).ok());
  EXPECT_FALSE(file.in_memory());
  EXPECT_EQ(folder.Count(), 0U);
}

TEST(ScratchFile, MovesWithItsBytes) {
  waypost::testing::ScratchFolder folder;
  ScratchFile file({.path = folder.path().string(), .in_memory = 10});
  const std::vector<std::byte> all = Filled(file);
  ScratchFile moved(std::move(file));
  ExpectHolds(moved, all);
  ScratchFile assigned({});
  assigned = std::move(moved);
  ExpectHolds(assigned, all);
}

TEST(ScratchFile, AFolderThatIsNotThereIsNamed) {
  waypost::testing::ScratchFolder folder;
  ScratchFile file({.path = folder.Path("gone"), .in_memory = 0});
  const absl::Status status = file.Append(Counting(1));
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(MessageOf(status), HasSubstr(folder.Path("gone")));
}

}  // namespace
}  // namespace waypost::spool
