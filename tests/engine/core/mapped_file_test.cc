#include "engine/core/mapped_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/scratch_folder.h"

namespace waypost {
namespace {

using ::testing::HasSubstr;
using testing::ScratchFolder;
using testing::WriteFile;

std::string_view TextOf(const MappedFile& file) {
  return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

TEST(MappedFile, ShowsTheBytesAlsoAfterUnlink) {
  const ScratchFolder folder;
  WriteFile(folder.Path("a"), "hello");
  const auto file = MappedFile::Open(folder.Path("a"));
  ASSERT_TRUE(file.ok()) << file.status();
  std::filesystem::remove(folder.Path("a"));
  EXPECT_EQ(TextOf(*file), "hello");
}

TEST(MappedFile, OpensAnEmptyFile) {
  const ScratchFolder folder;
  WriteFile(folder.Path("a"), "");
  const auto file = MappedFile::Open(folder.Path("a"));
  ASSERT_TRUE(file.ok());
  EXPECT_TRUE(file->bytes().empty());
}

TEST(MappedFile, SaysWhyItCannotOpen) {
  const ScratchFolder folder;
  const auto missing = MappedFile::Open(folder.Path("none"));
  EXPECT_EQ(missing.status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(MessageOf(missing.status()), HasSubstr(folder.Path("none")));
  const auto not_a_file = MappedFile::Open(folder.path().string());
  EXPECT_EQ(not_a_file.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(MessageOf(not_a_file.status()), HasSubstr("not a regular file"));
}

TEST(MappedFile, KeepsItsBytesWhenMoved) {
  auto file = MappedFile::OfBytes(std::as_bytes(std::span("first", 5)));
  ASSERT_TRUE(file.ok());
  const std::byte* data = file->bytes().data();
  MappedFile moved = std::move(*file);
  EXPECT_EQ(moved.bytes().data(), data);
  auto other = MappedFile::OfBytes(std::as_bytes(std::span("second", 6)));
  ASSERT_TRUE(other.ok());
  moved = std::move(*other);
  EXPECT_EQ(TextOf(moved), "second");
}

TEST(MappedFile, OfBytesCanBeReadThroughItsDescriptor) {
  const auto file = MappedFile::OfBytes(std::as_bytes(std::span("hello", 5)));
  ASSERT_TRUE(file.ok()) << file.status();
  EXPECT_EQ(TextOf(*file), "hello");
  char buffer[4] = {};
  ASSERT_EQ(::pread(file->descriptor(), buffer, 3, 1), 3);
  EXPECT_STREQ(buffer, "ell");
  EXPECT_TRUE(MappedFile::OfBytes({})->bytes().empty());
}

TEST(MappedFile, WhatIsReleasedReadsAsBefore) {
  std::vector<std::byte> bytes(50'000);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(i * 7);
  const auto file = MappedFile::OfBytes(bytes);
  ASSERT_TRUE(file.ok());
  for (std::size_t begin : {0, 1, 4096, 5000, 50'000}) {
    for (std::size_t end : {begin, bytes.size() / 2 + begin / 2, bytes.size()}) {
      file->Release(file->bytes().subspan(begin, end - begin));
      EXPECT_TRUE(std::ranges::equal(file->bytes(), bytes));
    }
  }
}

}  // namespace
}  // namespace waypost
