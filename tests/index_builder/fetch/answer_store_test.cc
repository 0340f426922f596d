#include "index_builder/fetch/answer_store.h"

#include <gmock/gmock.h>

#include "tests/support/scratch_folder.h"

namespace waypost::fetch {
namespace {

using ::testing::HasSubstr;
using testing::ReadFile;
using testing::ScratchFolder;
using testing::WriteFile;

constexpr std::string_view kTarget = "https://a.org/services";
const std::string kOne = "https://a.org/services?page=1";
const std::string kTwo = "https://a.org/services?page=2";

HttpAnswer Answer(std::string body) {
  return {
      .status = 200, .headers = {{"content-type", "application/json"}}, .body = std::move(body)};
}

std::unique_ptr<AnswerStore> Opened(const std::string& path) {
  auto store = AnswerStore::Open(path, kTarget);
  EXPECT_TRUE(store.ok()) << store.status();
  return store.ok() ? *std::move(store) : nullptr;
}

std::optional<std::string> BodyOf(const AnswerStore& store, const std::string& url) {
  const auto found = store.Find(url);
  EXPECT_TRUE(found.ok()) << found.status();
  if (!found.ok() || !*found) return std::nullopt;
  EXPECT_EQ((*found)->Header("content-type"), "application/json");
  return (*found)->body;
}

TEST(AnswerStore, GivesBackWhatAnEarlierRunKept) {
  const ScratchFolder folder;
  const std::string odd = std::string("\n200 0 5 x\n\0\xFF", 13);
  {
    const auto store = Opened(folder.Path("kept"));
    ASSERT_TRUE(store->Add(kOne, Answer(odd)).ok());
    ASSERT_TRUE(store->Add(kTwo, Answer("")).ok());
    EXPECT_EQ(BodyOf(*store, kOne), odd);
  }
  const auto store = Opened(folder.Path("kept"));
  EXPECT_EQ(store->size(), 2U);
  EXPECT_EQ(BodyOf(*store, kOne), odd);
  EXPECT_EQ(BodyOf(*store, kTwo), "");
  EXPECT_EQ(BodyOf(*store, "https://a.org/"), std::nullopt);
}

// A run that is killed while it writes leaves the beginning of an answer.
TEST(AnswerStore, CutAnywhereItKeepsEveryWholeAnswer) {
  const ScratchFolder folder;
  {
    const auto store = Opened(folder.Path("kept"));
    ASSERT_TRUE(store->Add(kOne, Answer("first")).ok());
    ASSERT_TRUE(store->Add(kTwo, Answer("second")).ok());
  }
  const std::string whole = ReadFile(folder.Path("kept"));
  const std::size_t second = whole.find("200 1 6");
  for (std::size_t cut = second; cut < whole.size(); ++cut) {
    WriteFile(folder.Path("cut"), std::string_view(whole).substr(0, cut));
    const auto store = Opened(folder.Path("cut"));
    EXPECT_EQ(store->size(), 1U) << cut;
    EXPECT_EQ(BodyOf(*store, kOne), "first");
    ASSERT_TRUE(store->Add(kTwo, Answer("second")).ok());
    EXPECT_EQ(BodyOf(*store, kTwo), "second");
    EXPECT_EQ(ReadFile(folder.Path("cut")), whole);
  }
}

TEST(AnswerStore, BelongsToOneFeed) {
  const ScratchFolder folder;
  { Opened(folder.Path("kept")); }
  const auto other = AnswerStore::Open(folder.Path("kept"), "https://b.org/services");
  EXPECT_EQ(other.status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_THAT(MessageOf(other.status()), HasSubstr("another feed"));
}

TEST(AnswerStore, LeavesOtherFilesAlone) {
  const ScratchFolder folder;
  WriteFile(folder.Path("mine.txt"), "my diary, all of it and more than a line of it is here");
  EXPECT_EQ(AnswerStore::Open(folder.Path("mine.txt"), kTarget).status().code(),
            absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(ReadFile(folder.Path("mine.txt")), HasSubstr("my diary"));
  EXPECT_FALSE(AnswerStore::Open(folder.Path("no/such/folder"), kTarget).ok());
}

TEST(AnswerStore, OneRunAtATime) {
  const ScratchFolder folder;
  const auto first = Opened(folder.Path("kept"));
  EXPECT_THAT(MessageOf(AnswerStore::Open(folder.Path("kept"), kTarget).status()),
              HasSubstr("another run"));
}

}  // namespace
}  // namespace waypost::fetch
