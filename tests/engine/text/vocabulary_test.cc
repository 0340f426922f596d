#include "engine/text/vocabulary.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/engine/text/random_names.h"

namespace waypost::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

constexpr VocabularyId kId = {0xB1, 0x94, 0x6A, 0xC9, 0x24, 0x92, 0xD2, 0x34,
                              1,    2,    3,    4,    5,    6,    7,    8};

const std::vector<VocabularyWord> kWords = {
    {"counselling", 40}, {"counsel", 5},   {"counsellor", 12}, {"advice", 90}, {"cafe", 30},
    {"library", 25},     {"carer", 8},     {"covid19", 50},    {"tai", 4},     {"rarely", 2},
    {"swimming", 3},     {"dementia", 10}, {"ozvice", 1},      {"日", 9},      {"жизнь", 7}};

std::string Blob(const std::vector<VocabularyWord>& words = kWords) {
  return BuildVocabularyBlob(words, kId).value();
}

// A file that has no name any more and closes itself.
class UnlinkedFile {
 public:
  explicit UnlinkedFile(const std::string& bytes) : file_(std::tmpfile()) {
    EXPECT_EQ(std::fwrite(bytes.data(), 1, bytes.size(), file_), bytes.size());
    std::fflush(file_);
  }
  UnlinkedFile(const UnlinkedFile&) = delete;
  UnlinkedFile& operator=(const UnlinkedFile&) = delete;
  ~UnlinkedFile() { std::fclose(file_); }
  int descriptor() const { return ::fileno(file_); }

 private:
  std::FILE* file_;
};

// Of this process alone: the tests of several build folders may run at once.
fs::path OwnFolder(const std::string& name) {
  return fs::temp_directory_path() / ("vocabulary test " + std::to_string(::getpid()) + name);
}

class VocabularyTest : public ::testing::Test {
 protected:
  std::optional<std::string> Suggest(std::string_view word) {
    return vocabulary_.Suggest(word).value();
  }

  UnlinkedFile file_{"some other section" + Blob() + "and one more"};
  Vocabulary vocabulary_ = Vocabulary::Open(file_.descriptor(), 18).value();
};

TEST_F(VocabularyTest, SuggestsTheNearestWord) {
  EXPECT_EQ(Suggest("counceling"), "counselling");
  EXPECT_EQ(Suggest("librery"), "library");
  EXPECT_EQ(Suggest("cafee"), "cafe");
  EXPECT_EQ(Suggest("advcie"), "advice");  // two letters swapped are one edit
  EXPECT_EQ(Suggest("жизн"), "жизнь");
}

TEST_F(VocabularyTest, SuggestsNothingForAWordItHas) {
  EXPECT_EQ(Suggest("counsel"), std::nullopt);
  EXPECT_EQ(Suggest("rarely"), std::nullopt);
}

TEST_F(VocabularyTest, SuggestsNoRareWord) {
  EXPECT_EQ(Suggest("rarelly"), std::nullopt);  // "rarely" is in two services
  EXPECT_EQ(Suggest("swiming"), "swimming");    // "swimming" in three
}

TEST_F(VocabularyTest, CorrectsNeitherShortWordsNorNumbers) {
  EXPECT_EQ(Suggest("tia"), std::nullopt);
  EXPECT_EQ(Suggest("caf"), std::nullopt);
  EXPECT_EQ(Suggest("covid18"), std::nullopt);
  EXPECT_EQ(Suggest(""), std::nullopt);
}

TEST_F(VocabularyTest, TwoEditsNeedSixLettersAndTheSameFirstOne) {
  EXPECT_EQ(Suggest("karrer"), std::nullopt);  // "carer", but another first letter
  EXPECT_EQ(Suggest("carrier"), "carer");
  EXPECT_EQ(Suggest("caxxr"), std::nullopt);  // two edits in five letters
  EXPECT_EQ(Suggest("xylophone"), std::nullopt);
}

TEST_F(VocabularyTest, ExpandsAPrefixInOrder) {
  EXPECT_THAT(vocabulary_.ExpandPrefix("couns", 10).value(),
              ElementsAre("counsel", "counselling", "counsellor"));
  EXPECT_THAT(vocabulary_.ExpandPrefix("couns", 2).value(), ElementsAre("counsel", "counselling"));
  EXPECT_THAT(vocabulary_.ExpandPrefix("zz", 10).value(), IsEmpty());
  EXPECT_THAT(vocabulary_.ExpandPrefix("c", 0).value(), IsEmpty());
  EXPECT_EQ(vocabulary_.ExpandPrefix("", 100).value().size(), kWords.size());
}

TEST_F(VocabularyTest, AnyBytesMayBeAsked) {
  RandomNames random(TestSeed());
  for (int i = 0; i < 2000; ++i) {
    std::string word(random.Below(80), '\0');
    for (char& byte : word) byte = static_cast<char>(random.Below(256));
    ASSERT_TRUE(vocabulary_.Suggest(word).ok());
    ASSERT_TRUE(vocabulary_.ExpandPrefix(word, 3).ok());
  }
  EXPECT_TRUE(vocabulary_.Suggest(std::string(1 << 20, 'a')).ok());
  EXPECT_TRUE(vocabulary_.ExpandPrefix(std::string(1 << 20, 'a'), 3).ok());
}

TEST_F(VocabularyTest, OutlivesTheCallersDescriptor) {
  auto file = std::make_unique<UnlinkedFile>(Blob());
  Vocabulary vocabulary = Vocabulary::Open(file->descriptor(), 0).value();
  file.reset();
  EXPECT_EQ(vocabulary.Suggest("librery").value(), "library");
}

TEST(OpenVocabulary, RefusesWhatIsNoDatabase) {
  const UnlinkedFile file("not a database, but long enough to hold a header of one");
  EXPECT_EQ(Vocabulary::Open(file.descriptor(), 0).status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(Vocabulary::Open(file.descriptor(), 1000000).status().code(),
            absl::StatusCode::kDataLoss);
  EXPECT_EQ(Vocabulary::Open(-1, 0).status().code(), absl::StatusCode::kDataLoss);
}

int OpenDescriptors() {
  return static_cast<int>(std::distance(fs::directory_iterator("/proc/self/fd"), {}));
}

TEST(OpenVocabulary, LeavesNoDescriptorBehind) {
  if (!fs::exists("/proc/self/fd")) GTEST_SKIP() << "no /proc";
  const UnlinkedFile good(Blob());
  const UnlinkedFile bad(std::string(5000, 'x'));
  const int before = OpenDescriptors();
  for (int i = 0; i < 5; ++i) {
    EXPECT_TRUE(Vocabulary::Open(good.descriptor(), 0).ok());
    EXPECT_FALSE(Vocabulary::Open(bad.descriptor(), 0).ok());
  }
  EXPECT_EQ(OpenDescriptors(), before);
}

TEST(BuildVocabularyBlob, EqualWordsGiveEqualBytes) {
  std::vector<VocabularyWord> words;
  words.reserve(5000);
  RandomNames random(TestSeed());
  for (int i = 0; i < 5000; ++i) {
    words.push_back(
        {"w" + std::to_string(random.Below(1000000)), static_cast<std::uint32_t>(random.Below(9))});
  }
  const std::string first = Blob(words);
  std::ranges::reverse(words);
  const std::string elsewhere = OwnFolder("elsewhere");
  fs::create_directory(elsewhere);
  const std::string second = BuildVocabularyBlob(words, kId, elsewhere).value();
  EXPECT_TRUE(fs::is_empty(elsewhere));
  fs::remove_all(elsewhere);
  EXPECT_TRUE(first == second);
}

TEST(BuildVocabularyBlob, CarriesTheGivenId) {
  VocabularyId other = kId;
  other[15] = 99;
  const std::string one = Blob();
  std::string two = BuildVocabularyBlob(kWords, other).value();
  EXPECT_EQ(two[16 + 15], 99);
  two[16 + 15] = static_cast<char>(kId[15]);
  // All else but the seal at the end is equal.
  EXPECT_TRUE(one.substr(0, one.size() - 16) == two.substr(0, two.size() - 16));
}

TEST(BuildVocabularyBlob, AWordGivenTwiceCountsTheSum) {
  EXPECT_TRUE(Blob({{"gardening", 1}, {"tea", 4294967295}, {"gardening", 2}, {"tea", 7}}) ==
              Blob({{"gardening", 3}, {"tea", 4294967295}}));
}

TEST(BuildVocabularyBlob, NoWordsAreAVocabularyToo) {
  const UnlinkedFile file(Blob({}));
  Vocabulary vocabulary = Vocabulary::Open(file.descriptor(), 0).value();
  EXPECT_EQ(vocabulary.Suggest("library").value(), std::nullopt);
  EXPECT_THAT(vocabulary.ExpandPrefix("", 5).value(), IsEmpty());
}

TEST(BuildVocabularyBlob, RefusesWordsItCannotKeep) {
  for (const std::string& word : {std::string(), std::string(65, 'a')}) {
    const std::vector<VocabularyWord> words = {{word, 1}};
    EXPECT_EQ(BuildVocabularyBlob(words, kId).status().code(), absl::StatusCode::kInvalidArgument);
  }
}

TEST(BuildVocabularyBlob, SaysWhereItCannotWrite) {
  const auto blob = BuildVocabularyBlob(kWords, kId, "/nonexistent/folder");
  EXPECT_EQ(blob.status().code(), absl::StatusCode::kInternal);
  EXPECT_NE(MessageOf(blob.status()).find("/nonexistent/folder"), std::string::npos);
}

TEST(BuildVocabularyBlob, RemovesWhatKilledProcessesLeft) {
  const fs::path parent = OwnFolder("abandoned");
  const fs::path abandoned = parent / "waypost-vocabulary.tmp-999999999-abcdef";  // above any id
  const fs::path living =
      parent / ("waypost-vocabulary.tmp-" + std::to_string(::getppid()) + "-abcdef");
  fs::create_directories(abandoned / "database");
  fs::create_directories(living);
  EXPECT_TRUE(BuildVocabularyBlob(kWords, kId, parent).ok());
  EXPECT_FALSE(fs::exists(abandoned));
  EXPECT_TRUE(fs::exists(living));
  fs::remove_all(parent);
}

std::span<const std::byte> BytesOf(const std::string& blob) {
  return std::as_bytes(std::span(blob));
}

TEST(VerifyVocabularyBlob, FindsEveryChangedBit) {
  std::string blob = Blob();
  EXPECT_TRUE(VerifyVocabularyBlob(BytesOf(blob)).ok());
  for (std::size_t bit = 0; bit < blob.size() * 8; bit += bit < 512 ? 1 : 2711) {
    const char mask = static_cast<char>(1 << (bit % 8));
    blob[bit / 8] = static_cast<char>(blob[bit / 8] ^ mask);
    ASSERT_EQ(VerifyVocabularyBlob(BytesOf(blob)).code(), absl::StatusCode::kDataLoss) << bit;
    blob[bit / 8] = static_cast<char>(blob[bit / 8] ^ mask);
  }
}

TEST(VerifyVocabularyBlob, FindsWhatIsMissingOrTooMuch) {
  const std::string blob = Blob();
  for (std::size_t size = 0; size < blob.size(); size += size < 40 ? 1 : 1009) {
    ASSERT_FALSE(VerifyVocabularyBlob(BytesOf(blob.substr(0, size))).ok()) << size;
  }
  EXPECT_FALSE(VerifyVocabularyBlob(BytesOf(blob + "x")).ok());
}

}  // namespace
}  // namespace waypost::text
