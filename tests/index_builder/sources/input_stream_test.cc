#include "index_builder/sources/input_stream.h"

#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/index_builder/sources/packed_files.h"

namespace waypost::sources {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// Reads everything in pieces of `piece` bytes; the error text when it fails.
std::string ReadAll(absl::StatusOr<std::unique_ptr<InputStream>> stream, std::size_t piece = 7) {
  if (!stream.ok()) return MessageOf(stream.status());
  std::string all;
  std::vector<char> buffer(piece);
  for (;;) {
    const absl::StatusOr<std::size_t> got = (*stream)->Read(buffer);
    if (!got.ok()) return MessageOf(got.status());
    if (*got == 0) return all;
    all.append(buffer.data(), *got);
    EXPECT_EQ((*stream)->offset(), all.size());
  }
}

TEST(InputStream, ReadsPlainAndGzipByContentNotByName) {
  const TemporaryFolder folder;
  const std::string text = "id,name\n1,Café\n";
  EXPECT_EQ(ReadAll(InputStream::Open(folder.Write("plain.gz", text))), text);
  EXPECT_EQ(ReadAll(InputStream::Open(folder.Write("packed.csv", Gzip(text)))), text);
  EXPECT_EQ(ReadAll(InputStream::Open(folder.Write("empty", ""))), "");
  EXPECT_EQ(ReadAll(InputStream::Open(folder.Write("empty.gz", Gzip("")))), "");
  EXPECT_EQ(ReadAll(InputStream::Open(folder.Write("twice.gz", Gzip(Gzip(text))))), text);
}

TEST(InputStream, SeveralGzipMembersAreOneStreamAndPaddingIsNoDamage) {
  const TemporaryFolder folder;
  const std::string packed = Gzip("first,") + Gzip("") + Gzip("second");
  EXPECT_EQ(ReadAll(InputStream::Open(folder.Write("a", packed))), "first,second");
  EXPECT_EQ(ReadAll(InputStream::Open(folder.Write("b", packed + std::string(5000, '\0')))),
            "first,second");
  EXPECT_THAT(ReadAll(InputStream::Open(folder.Write("c", packed + "rubbish"))),
              AllOf(HasSubstr("/c: damaged gzip data at compressed byte "), HasSubstr("fetch")));
}

TEST(InputStream, GzipCutAnywhereIsAnErrorThatNamesFileAndOffset) {
  const TemporaryFolder folder;
  const std::string packed = Gzip("some text that is long enough to be cut in many places");
  for (std::size_t size = 3; size < packed.size(); ++size) {
    const std::string path = folder.Write("cut.gz", packed.substr(0, size));
    EXPECT_THAT(ReadAll(InputStream::Open(path)),
                AllOf(HasSubstr("cut.gz: the gzip stream ends early, at compressed byte " +
                                std::to_string(size)),
                      HasSubstr("fetch the file again")));
  }
}

TEST(InputStream, GzipWithAWrongChecksumIsAnErrorEachTime) {
  const TemporaryFolder folder;
  std::string packed = Gzip("text");
  packed[packed.size() - 8] = static_cast<char>(packed[packed.size() - 8] ^ 1);
  auto stream = InputStream::Open(folder.Write("x.gz", packed));
  ASSERT_TRUE(stream.ok()) << stream.status();
  char buffer[64];
  absl::StatusOr<std::size_t> got = (*stream)->Read(buffer);
  while (got.ok() && *got > 0) got = (*stream)->Read(buffer);
  ASSERT_FALSE(got.ok());
  EXPECT_THAT(MessageOf(got.status()), HasSubstr("x.gz: damaged gzip data"));
  EXPECT_EQ((*stream)->Read(buffer).status(), got.status());
}

TEST(InputStream, AHighlyCompressedFileStreams) {
  const TemporaryFolder folder;
  const std::string zeros(8 << 20, 'a');
  const std::string path = folder.Write("bomb.gz", Gzip(Gzip(zeros)));
  EXPECT_EQ(ReadAll(InputStream::Open(path), 65536).size(), zeros.size());
}

TEST(InputStream, RemovesAByteOrderMarkAndRefusesUtf16) {
  EXPECT_EQ(ReadAll(InputStream::OpenText("t", "\xEF\xBB\xBFid")), "id");
  EXPECT_EQ(ReadAll(InputStream::OpenText("t", "\xEF\xBB")), "\xEF\xBB");
  EXPECT_THAT(ReadAll(InputStream::OpenText("t.csv", std::string("\xFF\xFEi\0", 4))),
              AllOf(HasSubstr("t.csv: byte 0: is UTF-16"), HasSubstr("save it as UTF-8")));
  EXPECT_THAT(ReadAll(InputStream::OpenText("t.csv", std::string("\xFE\xFF\0i", 4))),
              HasSubstr("UTF-16"));
}

TEST(InputStream, PeekDoesNotTake) {
  auto stream = InputStream::OpenText("t",
                                      "\xEF\xBB\xBF"
                                      "abcdef");
  ASSERT_TRUE(stream.ok());
  EXPECT_EQ(*(*stream)->Peek(2), "ab");
  EXPECT_EQ(*(*stream)->Peek(100), "abcdef");
  EXPECT_EQ((*stream)->offset(), 0u);
  char two[2];
  ASSERT_EQ(*(*stream)->Read(two), 2u);
  EXPECT_EQ(*(*stream)->Peek(3), "cde");
  char rest[10];
  ASSERT_EQ(*(*stream)->Read(rest), 4u);
  EXPECT_EQ(std::string(rest, 4), "cdef");
  EXPECT_EQ(*(*stream)->Read(rest), 0u);
}

TEST(InputStream, CountsCompressedBytesForProgress) {
  const TemporaryFolder folder;
  const std::string packed = Gzip(std::string(100'000, 'x') + "y");
  auto stream = InputStream::Open(folder.Write("a.gz", packed));
  ASSERT_TRUE(stream.ok());
  EXPECT_EQ((*stream)->bytes_total(), packed.size());
  std::vector<char> buffer(200'000);
  while (*(*stream)->Read(buffer) > 0) {
  }
  EXPECT_EQ((*stream)->bytes_read(), packed.size());
  EXPECT_EQ((*stream)->offset(), 100'001u);
}

TEST(InputStream, MissingFileIsNotFoundAndAFolderSaysWhatToDo) {
  const TemporaryFolder folder;
  const auto missing = InputStream::Open(folder.path() + "/none.csv");
  EXPECT_EQ(missing.status().code(), absl::StatusCode::kNotFound);
  folder.Write("a.csv", "a");
  folder.Write("b.csv", "b");
  EXPECT_THAT(ReadAll(InputStream::Open(folder.path())),
              HasSubstr("is a folder of 2 files where one file was due (a.csv, b.csv)"));
  EXPECT_THAT(ReadAll(InputStream::Open("/dev/null")), HasSubstr("not a regular file"));
}

TEST(ListMembers, FolderIsListedInByteOrderWithoutHiddenFiles) {
  const TemporaryFolder folder;
  folder.Write("b/z.csv", "1");
  folder.Write("b.csv", "2");
  folder.Write("A.csv", "3");
  folder.Write(".hidden/x.csv", "4");
  folder.Write("b/.DS_Store", "5");
  std::filesystem::create_symlink("/etc/hostname", folder.path() + "/outside.csv");
  std::filesystem::create_symlink(folder.path() + "/b.csv", folder.path() + "/inside.csv");
  const auto members = ListMembers(folder.path());
  ASSERT_TRUE(members.ok()) << members.status();
  EXPECT_THAT(*members, ElementsAre("A.csv", "b.csv", "b/z.csv", "inside.csv"));
  EXPECT_EQ(ReadAll(InputStream::OpenMember(folder.path(), "b/z.csv")), "1");
  EXPECT_THAT(ReadAll(InputStream::OpenMember(folder.path(), "../x")),
              HasSubstr("no plain member name"));
  EXPECT_THAT(ReadAll(InputStream::OpenMember(folder.path(), "/etc/hostname")),
              HasSubstr("no plain member name"));
}

TEST(ListMembers, ZipIsListedAndReadAlsoWhenItsMembersAreGzip) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/feed.bin";
  WriteZip(path, {{"z.csv", "zed"},
                  {"a/b.csv", Gzip("inner")},
                  {"../escape.csv", "no"},
                  {"__MACOSX/a", "no"}});
  EXPECT_EQ(*KindOfInput(path), InputKind::kZip);
  const auto members = ListMembers(path);
  ASSERT_TRUE(members.ok()) << members.status();
  EXPECT_THAT(*members, ElementsAre("a/b.csv", "z.csv"));
  EXPECT_EQ(ReadAll(InputStream::OpenMember(path, "z.csv")), "zed");
  EXPECT_EQ(ReadAll(InputStream::OpenMember(path, "a/b.csv")), "inner");
  EXPECT_EQ(InputStream::OpenMember(path, "none.csv").status().code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(ReadAll(InputStream::Open(path)), HasSubstr("a zip archive of 2 files"));
}

TEST(InputStream, AZipOfOneFileIsThatFile) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/one.zip";
  WriteZip(path, {{"data/only.json", std::string(100'000, '[')}});
  auto stream = InputStream::Open(path);
  ASSERT_TRUE(stream.ok()) << stream.status();
  EXPECT_EQ((*stream)->name(), path + ": data/only.json");
  EXPECT_EQ(ReadAll(std::move(stream), 4096), std::string(100'000, '['));
}

TEST(InputStream, DamagedAndOfficeZipsAreErrorsThatSayWhatToDo) {
  const TemporaryFolder folder;
  EXPECT_THAT(ReadAll(InputStream::Open(folder.Write("cut.zip", "PK\x03\x04 and no more"))),
              AllOf(HasSubstr("cut.zip: this zip archive cannot be read"), HasSubstr("again")));
  const std::string book = folder.path() + "/book.xlsx";
  WriteZip(book, {{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "<x/>"}});
  EXPECT_THAT(ReadAll(InputStream::Open(book)),
              AllOf(HasSubstr("Office workbook"), HasSubstr("CSV UTF-8")));
}

TEST(InputStream, AFlippedBitInAZipMemberIsFound) {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/a.zip";
  std::string content;
  for (int i = 0; i < 5000; ++i) content += std::to_string(i * 7919 % 10007);
  WriteZip(path, {{"a.csv", content}});
  {
    std::FILE* file = std::fopen(path.c_str(), "r+b");
    ASSERT_NE(file, nullptr);
    ASSERT_EQ(std::fseek(file, 2000, SEEK_SET), 0);
    const int byte = std::fgetc(file);
    ASSERT_EQ(std::fseek(file, 2000, SEEK_SET), 0);
    std::fputc(byte ^ 4, file);
    std::fclose(file);
  }
  EXPECT_THAT(ReadAll(InputStream::Open(path)), HasSubstr("a.zip: a.csv: damaged zip member"));
}

TEST(IsPlainMemberName, RefusesWhatLeadsOutside) {
  for (const char* name :
       {"", "/a", "a/../b", "..", "./a", "a//b", "a\\b", ".hidden", "a/", "a/.x"}) {
    EXPECT_FALSE(IsPlainMemberName(name)) << name;
  }
  for (const char* name : {"a", "a.csv", "a/b c.csv", "a..b"}) {
    EXPECT_TRUE(IsPlainMemberName(name)) << name;
  }
}

}  // namespace
}  // namespace waypost::sources
