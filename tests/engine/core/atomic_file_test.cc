#include "engine/core/atomic_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "tests/support/scratch_folder.h"

namespace waypost {
namespace {

using ::testing::HasSubstr;
using testing::ReadFile;
using testing::ScratchFolder;
using testing::WriteFile;

absl::Status Write(const std::string& path, std::string_view text) {
  ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  RETURN_IF_ERROR(file.Append(text));
  return file.Commit();
}

TEST(AtomicFile, AppearsWholeOnCommit) {
  const ScratchFolder folder;
  const std::string path = folder.Path("a");
  auto file = AtomicFile::Create(path);
  ASSERT_TRUE(file.ok()) << file.status();
  ASSERT_TRUE(file->Append("hello ").ok());
  ASSERT_TRUE(file->Append("world").ok());
  EXPECT_EQ(file->size(), 11U);
  EXPECT_FALSE(std::filesystem::exists(path));
  ASSERT_TRUE(file->Commit().ok());
  EXPECT_EQ(ReadFile(path), "hello world");
  EXPECT_EQ(folder.Count(), 1U);
}

TEST(AtomicFile, OverwritesBytesAlreadyAppended) {
  const ScratchFolder folder;
  auto file = AtomicFile::Create(folder.Path("a"));
  ASSERT_TRUE(file.ok());
  ASSERT_TRUE(file->Append("....tail").ok());
  ASSERT_TRUE(file->WriteAt(0, std::as_bytes(std::span("head", 4))).ok());
  EXPECT_EQ(file->size(), 8U);
  ASSERT_TRUE(file->Commit().ok());
  EXPECT_EQ(ReadFile(folder.Path("a")), "headtail");
}

TEST(AtomicFile, LeavesTheOldFileAndNoTemporaryWithoutCommit) {
  const ScratchFolder folder;
  WriteFile(folder.Path("a"), "old");
  {
    auto file = AtomicFile::Create(folder.Path("a"));
    ASSERT_TRUE(file.ok());
    ASSERT_TRUE(file->Append("new").ok());
    EXPECT_EQ(folder.Count(), 2U);
  }
  EXPECT_EQ(ReadFile(folder.Path("a")), "old");
  EXPECT_EQ(folder.Count(), 1U);
}

TEST(AtomicFile, TakesOverWhatAKilledWriterLeft) {
  const ScratchFolder folder;
  WriteFile(folder.Path("a.tmp-waypost"), "a leftover that is longer than the new file");
  ASSERT_TRUE(Write(folder.Path("a"), "new").ok());
  EXPECT_EQ(ReadFile(folder.Path("a")), "new");
  EXPECT_EQ(folder.Count(), 1U);
}

TEST(AtomicFile, RefusesASecondWriterInTheSameProcess) {
  const ScratchFolder folder;
  auto first = AtomicFile::Create(folder.Path("a"));
  ASSERT_TRUE(first.ok());
  ASSERT_TRUE(first->Append("first").ok());
  const auto second = AtomicFile::Create(folder.Path("a"));
  EXPECT_EQ(second.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(MessageOf(second.status()), HasSubstr("is being written by another process"));
  ASSERT_TRUE(first->Commit().ok());
  EXPECT_EQ(ReadFile(folder.Path("a")), "first");
}

TEST(AtomicFile, IsFreeAgainAfterTheFirstWriterEnds) {
  const ScratchFolder folder;
  ASSERT_TRUE(Write(folder.Path("a"), "first").ok());
  ASSERT_TRUE(Write(folder.Path("a"), "second").ok());
  EXPECT_EQ(ReadFile(folder.Path("a")), "second");
}

// A child process starts to write, says so through a pipe, and waits; it is killed as `kill -9`
// does.
TEST(AtomicFile, TellsALivingWriterFromAKilledOne) {
  const ScratchFolder folder;
  const std::string path = folder.Path("a");
  WriteFile(path, "old");
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    auto file = AtomicFile::Create(path);
    const bool fine = file.ok() && file->Append("half").ok();
    const ssize_t ignored = ::write(ready[1], fine ? "y" : "n", 1);
    static_cast<void>(ignored);
    for (;;) ::pause();
  }
  char answer = 0;
  ASSERT_EQ(::read(ready[0], &answer, 1), 1);
  ASSERT_EQ(answer, 'y');
  EXPECT_EQ(AtomicFile::Create(path).status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(folder.Count(), 2U);

  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
  EXPECT_EQ(ReadFile(path), "old");
  ASSERT_TRUE(Write(path, "new").ok());
  EXPECT_EQ(ReadFile(path), "new");
  EXPECT_EQ(folder.Count(), 1U);
}

TEST(AtomicFile, RefusesFoldersAndMissingFolders) {
  const ScratchFolder folder;
  EXPECT_EQ(AtomicFile::Create(folder.path().string()).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(AtomicFile::Create(folder.Path("none/a")).status().code(),
            absl::StatusCode::kInvalidArgument);
}

TEST(AtomicFile, DoesNotFollowALinkInPlaceOfTheTemporary) {
  const ScratchFolder folder;
  WriteFile(folder.Path("precious"), "precious");
  std::filesystem::create_symlink(folder.Path("precious"), folder.Path("a.tmp-waypost"));
  EXPECT_FALSE(AtomicFile::Create(folder.Path("a")).ok());
  EXPECT_EQ(ReadFile(folder.Path("precious")), "precious");
}

}  // namespace
}  // namespace waypost
