#include "engine/format/verified_mark.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "engine/format/reader.h"
#include "tests/engine/format/small_artefact.h"
#include "tests/support/scratch_folder.h"

namespace waypost {
namespace {

using testing::Bytes;
using testing::kText;
using testing::ScratchFolder;
using testing::SectionBytes;
using testing::SmallArtefact;
using testing::WriteFile;

class VerifiedMark : public ::testing::Test {
 protected:
  void SetUp() override { WriteFile(path_, std::span<const std::byte>(SmallArtefact())); }

  absl::StatusOr<VerifiedArtefact> Open(bool trust_mark = true) const {
    return VerifiedArtefact::Open(path_, {.trust_mark = trust_mark});
  }
  void Mark() const {
    const auto artefact = Open(false);
    ASSERT_TRUE(artefact.ok()) << artefact.status();
    ASSERT_TRUE(WriteVerifiedMark(path_, artefact->build_id()).ok());
  }
  bool OpensByMark() const {
    const auto artefact = Open();
    EXPECT_TRUE(artefact.ok()) << artefact.status();
    return artefact.ok() && artefact->was_verified_before();
  }

  ScratchFolder folder_;
  std::string path_ = folder_.Path("a.waypost");
};

TEST_F(VerifiedMark, SparesAFileThatIsStillTheSame) {
  EXPECT_FALSE(OpensByMark());
  Mark();
  EXPECT_TRUE(OpensByMark());
  EXPECT_EQ(*Open()->Text(kText), "hello");
}

TEST_F(VerifiedMark, CountsForWhoTrustsItOnly) {
  Mark();
  EXPECT_FALSE(Open(false)->was_verified_before());
}

TEST_F(VerifiedMark, DoesNotHoldForAFileWrittenAgain) {
  Mark();
  const auto before = std::filesystem::last_write_time(path_);
  std::filesystem::last_write_time(path_, before + std::chrono::nanoseconds(1));
  EXPECT_FALSE(OpensByMark());
  std::filesystem::last_write_time(path_, before);
  EXPECT_TRUE(OpensByMark());
}

TEST_F(VerifiedMark, DoesNotHoldForAnotherFileOfThatName) {
  Mark();
  const std::string copy = folder_.Path("copy");
  std::filesystem::copy(path_, copy);
  std::filesystem::last_write_time(copy, std::filesystem::last_write_time(path_));
  std::filesystem::rename(copy, path_);
  EXPECT_FALSE(OpensByMark());
}

TEST_F(VerifiedMark, OfAnotherBuildDoesNotHold) {
  ASSERT_TRUE(WriteVerifiedMark(path_, BuildId{1, 2, 3}).ok());
  EXPECT_FALSE(OpensByMark());
}

TEST_F(VerifiedMark, ThatIsNoneCountsForNothing) {
  for (const std::string_view text : {"", "waypost verified", "\n\n\n"}) {
    WriteFile(path_ + ".verified", text);
    EXPECT_FALSE(OpensByMark());
  }
  WriteFile(path_ + ".verified", std::string(100'000, 'x'));
  EXPECT_FALSE(OpensByMark());
  std::filesystem::remove(path_ + ".verified");
  std::filesystem::create_directory(path_ + ".verified");
  EXPECT_FALSE(OpensByMark());
}

TEST_F(VerifiedMark, DoesNotSpareHeaderAndDirectory) {
  Mark();
  const auto written = std::filesystem::last_write_time(path_);
  Bytes bytes = SmallArtefact();
  bytes[70] ^= std::byte{1};  // of the header
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  file.write(reinterpret_cast<const char*>(bytes.data()), 128);
  file.close();
  std::filesystem::last_write_time(path_, written);
  EXPECT_FALSE(Open().ok());
}

TEST_F(VerifiedMark, WithoutOneDamageIsFound) {
  Bytes bytes = SmallArtefact();
  SectionBytes(bytes, kText)[0] ^= std::byte{1};
  WriteFile(path_, std::span<const std::byte>(bytes));
  EXPECT_FALSE(Open().ok());
}

TEST_F(VerifiedMark, NeedsAnArtefact) {
  EXPECT_FALSE(WriteVerifiedMark(folder_.Path("none"), {}).ok());
}

}  // namespace
}  // namespace waypost
